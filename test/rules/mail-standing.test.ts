import { describe, expect, test } from 'vitest';
import { linkSpot } from '../../src/mail/mail.ts';
import { paragraphsOf } from '../../src/mail/mail-page.ts';
import { outboxAddress, outboxHref } from '../../src/mail/outbox-query.ts';
import { readiness } from '../../src/mail/standing.ts';
import { mailTroubleOf } from '../../src/mail/trouble.ts';

const sender = { identity: 'office@thu.example at smtp.thu.example' };
const confirmedAs = sender.identity;

describe('mails leave', () => {
  test.each([
    ['not without settings', null, undefined, 'missing'],
    ['not without settings, whatever was confirmed before', null, confirmedAs, 'missing'],
    ['not before somebody has confirmed', sender, undefined, 'unconfirmed'],
    ['not when other settings were confirmed', sender, 'another server', 'changed'],
    ['once these settings are confirmed', sender, confirmedAs, 'ready'],
  ])('%s', (_, facts, confirmed, expected) => {
    expect(readiness(facts, confirmed)).toBe(expected);
  });
});

describe('the office is told on every page', () => {
  const standing = { failed: 0, waiting: 0, confirmedAs, trouble: null };

  test('nothing while all is well', () => {
    expect(mailTroubleOf(sender, { ...standing, waiting: 7 })).toBeNull();
    expect(mailTroubleOf(null, { ...standing, confirmedAs: null })).toBeNull();
  });

  test('of mails that failed, and of mails that wait for its word', () => {
    expect(mailTroubleOf(sender, { ...standing, failed: 1234 })).toEqual({
      text: '1.234 thư không gửi được.',
      href: '/thu?trang-thai=khong-gui-duoc',
      mark: '1.234',
    });
    const unconfirmed = mailTroubleOf(sender, { ...standing, waiting: 7, confirmedAs: null });
    expect(unconfirmed).toMatchObject({ href: '/thu', mark: '7' });
    const refused = mailTroubleOf(sender, { ...standing, waiting: 7, trouble: '535 no' });
    expect(refused).toEqual({
      text: '7 thư đang chờ: không gửi được qua máy chủ thư.',
      href: '/thu',
      mark: '7',
    });
  });

  test('without alarm where it does without mail', () => {
    expect(mailTroubleOf(null, { ...standing, waiting: 7, confirmedAs: null })).toMatchObject({
      mark: '',
    });
  });
});

describe('the address of the outbox', () => {
  test('names what differs from the plain one, and reads it again', () => {
    const asked = 'trang-thai=khong-gui-duoc&loai=e-file&dot=cchc-2024&trang=3&q=nguyễn+huệ';
    const address = outboxAddress(new URLSearchParams(asked));
    expect(address).toEqual({
      q: 'nguyễn huệ',
      state: 'khong-gui-duoc',
      kind: 'e-file',
      campaign: 'cchc-2024',
      page: 3,
    });
    const href = outboxHref(address);
    expect(outboxAddress(new URLSearchParams(href.split('?')[1]))).toEqual(address);
    expect(outboxHref(outboxAddress(new URLSearchParams()))).toBe('/thu');
  });

  test.each(['trang-thai=toString', 'loai=x', 'trang=0', 'trang=-1', 'trang=1e9', 'trang=abc'])(
    'with the unknown word %s is the plain one',
    (query) => {
      expect(outboxHref(outboxAddress(new URLSearchParams(query)))).toBe('/thu');
    },
  );
});

describe('the body of a mail', () => {
  const body = `Kính gửi Minh,\n\nDòng một\nDòng hai\n\n${linkSpot}\n\nTrân trọng`;

  test('is shown in paragraphs, with the button where it stands', () => {
    const button = { href: '/bao-cao', text: 'Mở' };
    expect(paragraphsOf(body, button)).toEqual([
      { kind: 'text', text: 'Kính gửi Minh,' },
      { kind: 'text', text: 'Dòng một\nDòng hai' },
      { kind: 'button', ...button },
      { kind: 'text', text: 'Trân trọng' },
    ]);
  });

  test('has no button where the mail leads nowhere', () => {
    expect(paragraphsOf(body, null).map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
  });
});
