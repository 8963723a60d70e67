import { expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { freshDatabase } from '../support/database.ts';
import { builtSender, MailProcess } from '../support/mail-process.ts';
import { aMail, written } from '../support/mails.ts';
import { morning } from '../support/product.ts';
import { type Received, startMailPeer } from '../support/smtp-peer.ts';

const kills = 200;
const mailsEach = 5;
const mails = kills * mailsEach;
/** So many processes get ready while one works. */
const ahead = 3;

test(`a sender killed ${kills} times at random moments loses no mail, and sends none under another name`, async () => {
  const program = await builtSender();
  const peer = await startMailPeer();
  const { db, place, close } = await freshDatabase('sqlite');
  const waiting = Array.from({ length: ahead }, () => new MailProcess(program));
  /** Each starts later than the one before by more than a lease. */
  const run = async (turn: number): Promise<MailProcess> => {
    const one = waiting.shift() ?? new MailProcess(program);
    if (turn + ahead <= kills) waiting.push(new MailProcess(program));
    const now = addSeconds(morning, turn * 10 * 60);
    await one.go({ place, url: peer.url, now, perMinute: 100_000 });
    return one;
  };
  for (let turn = 0; turn < kills; turn += 1) {
    await written(db, someMails(turn));
    const connected = peer.nextConnection();
    const one = await run(turn);
    await connected;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    await one.kill();
  }
  const last = await run(kills);
  expect(await last.ended).toBe(0);
  const rows = await db.selectFrom('mail').select(['state', 'attempts']).execute();
  expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
  const interrupted = rows.filter(({ attempts }) => attempts > 1).length;
  const ids = idsByRecipient(peer.mails);
  expect(ids.size).toBe(mails);
  expect([...ids.values()].every((own) => own.size === 1)).toBe(true);
  // Accepted just before the kill, which came before that was written down.
  const twice = peer.mails.length - mails;
  console.log(
    `${kills} kills, ${mails} mails: ${interrupted} interrupted, ${twice} came once more under the same Message-ID`,
  );
  expect(twice).toBeLessThanOrEqual(interrupted);
  await close();
  await peer.close();
});

const someMails = (turn: number) =>
  Array.from({ length: mailsEach }, (_, index) =>
    aMail(`n${turn}.${index}@nhan.example`, { kind: 'test' }),
  );

const idsByRecipient = (received: readonly Received[]): ReadonlyMap<string, Set<string>> => {
  const ids = new Map<string, Set<string>>();
  for (const { to, mail } of received)
    ids.set(to, (ids.get(to) ?? new Set()).add(mail.messageId ?? ''));
  return ids;
};
