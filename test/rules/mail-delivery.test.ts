import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { handedOf, type SmtpFailure } from '../../src/mail/failure.ts';
import { mostTries, pauseAfter, restAfter } from '../../src/mail/pauses.ts';
import { mailFromOf, smtpServerOf } from '../../src/mail/smtp-server.ts';

describe('A mail that did not get through', () => {
  test('is tried eight times, each pause longer, from a minute to twelve hours', () => {
    const pauses = Array.from({ length: mostTries }, (_, tried) => pauseAfter(tried + 1));
    expect(pauses).toEqual([60, 300, 900, 3600, 10_800, 21_600, 43_200, undefined]);
  });

  test('lets all sending rest for half an hour at most when the trouble goes on', () => {
    expect([1, 2, 3, 6, 99].map(restAfter)).toEqual([60, 120, 300, 1800, 1800]);
  });

  const at = (command: string, response: string): SmtpFailure => ({
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
    code: command === 'DATA' ? 'EMESSAGE' : 'EENVELOPE',
    wasUnderWay: true,
  });

  test.each<[string, SmtpFailure, string]>([
    ['greylisting', at('RCPT TO', '450 4.2.0 greylisted'), 'later'],
    ['a full disk', at('DATA', '452 4.3.1 insufficient storage'), 'later'],
    ['a busy server', at('MAIL FROM', '421 4.3.2 closing'), 'later'],
    ['an unknown mailbox', at('RCPT TO', '550 5.1.1 no such user'), 'refused'],
    ['a content that is refused', at('DATA', '554 5.7.1 spam'), 'refused'],
    ['a message too large', at('MAIL FROM', '552 5.3.4 too big'), 'refused'],
    ['a sender that is not ours', at('MAIL FROM', '553 5.7.1 not owned by user'), 'trouble'],
    ['a forgotten sign-in', at('RCPT TO', '530 5.7.0 authentication required'), 'trouble'],
    ["an account's daily limit", at('DATA', '550 5.4.5 daily limit exceeded'), 'trouble'],
    [
      'a wrong password',
      { ...at('AUTH PLAIN', '535 5.7.8 bad'), code: 'EAUTH', wasUnderWay: false },
      'trouble',
    ],
    [
      'a line broken in the middle',
      { code: 'ECONNECTION', command: 'CONN', wasUnderWay: true },
      'later',
    ],
    [
      'a server that is away',
      { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN', wasUnderWay: false },
      'trouble',
    ],
  ])('%s', (_, failure, kind) => {
    const handed = handedOf(failure);
    expect(handed.kind).toBe(kind);
    expect('words' in handed && handed.words).toBeTruthy();
  });
});

describe('The settings of mail', () => {
  test('name a server, its port, its account and how secret the line must be', () => {
    expect(smtpServerOf('smtp://a%40b.vn:m%2Ft%3A@thu.example')).toEqual({
      host: 'thu.example',
      port: 587,
      secure: false,
      tls: 'required',
      user: 'a@b.vn',
      password: 'm/t:',
    });
    expect(smtpServerOf('smtps://thu.example')).toMatchObject({ port: 465, secure: true });
    expect(smtpServerOf('smtp://[::1]:25?tls=none')).toMatchObject({ host: '::1', tls: 'none' });
    for (const wrong of [
      'thu.example:587',
      'http://thu.example',
      'smtp://',
      'smtp://thu.example?tls=yes',
      'smtp://thu.example?tsl=none',
      'smtps://thu.example?tls=none',
      'smtp://a:50%@thu.example',
      'smtp://thu.example/box',
    ])
      expect(smtpServerOf(wrong), wrong).toBeUndefined();
  });

  test('name a sender by address, or by name and address', () => {
    const address = 'noivu@tp.example';
    expect(mailFromOf(address)).toEqual({ name: '', address });
    const named = { name: 'Phòng Nội vụ, TP', address };
    expect(mailFromOf(`Phòng Nội vụ, TP <${address}>`)).toEqual(named);
    expect(mailFromOf(`"Phòng Nội vụ, TP" <${address}>`)).toEqual(named);
    for (const wrong of [
      'Phòng Nội vụ',
      `a <${address}`,
      `<x> <${address}>`,
      `A\r\nB: <${address}>`,
    ])
      expect(mailFromOf(wrong), wrong).toBeUndefined();
  });

  test('are asked for together, in words', () => {
    const SESSION_SECRET = 'x'.repeat(32);
    const set = { SESSION_SECRET, SMTP_URL: 'smtp://thu.example', MAIL_FROM: 'a@b.example' };
    const all = { ...set, BASE_URL: 'https://phuluc.example' };
    expect(readConfig({ SESSION_SECRET }).mail).toBeNull();
    expect(readConfig(all).mail).toEqual({
      smtpUrl: set.SMTP_URL,
      from: set.MAIL_FROM,
      perMinute: 30,
    });
    expect(() => readConfig(set)).toThrow(/SMTP_URL.*BASE_URL/);
    expect(() => readConfig({ ...all, MAIL_FROM: '' })).toThrow(/SMTP_URL.*MAIL_FROM/);
    expect(() => readConfig({ ...all, SMTP_URL: 'thu.example' })).toThrow(/SMTP_URL/);
    expect(() => readConfig({ ...all, MAIL_PER_MINUTE: '0' })).toThrow(/MAIL_PER_MINUTE/);
  });
});
