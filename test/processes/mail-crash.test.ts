import { expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { freshDatabase } from '../support/database.ts';
import { builtSender, MailProcess, type Sending } from '../support/mail-process.ts';
import { aMail, written } from '../support/mails.ts';
import { morning } from '../support/product.ts';
import { type MailPeer, type Received, startMailPeer } from '../support/smtp-peer.ts';

/** Side by side, because most of a run is waiting for processes to start. */
const outboxes = 4;
const killsEach = 50;
const mailsBefore = 5;
const kills = outboxes * killsEach;

test(`a sender killed ${kills} times at random moments loses no mail, and sends none under another name`, async () => {
  const program = await builtSender();
  const results = await Promise.all(
    Array.from({ length: outboxes }, () => killedAgainAndAgain(program)),
  );
  const sum = (of: 'interrupted' | 'twice') => results.reduce((all, one) => all + one[of], 0);
  console.log(
    `${kills} kills, ${kills * mailsBefore} mails: ${sum('interrupted')} interrupted, ${sum('twice')} came once more under the same Message-ID`,
  );
  for (const { standings, ids, twice, interrupted } of results) {
    expect(standings.filter((state) => state !== 'sent')).toEqual([]);
    expect(ids.size).toBe(killsEach * mailsBefore);
    expect([...ids.values()].every((own) => own.size === 1)).toBe(true);
    // Accepted just before the kill, which came before that was written down.
    expect(twice).toBeLessThanOrEqual(interrupted);
  }
}, 300_000);

/** One outbox and its mail server; each run gets new mails and is killed, the last one may finish. */
const killedAgainAndAgain = async (program: string) => {
  const peer = await startMailPeer();
  const { db, place, close } = await freshDatabase('sqlite');
  let next = new MailProcess(program);
  for (let turn = 0; turn <= killsEach; turn += 1) {
    const one = next;
    if (turn < killsEach) {
      next = new MailProcess(program);
      await written(db, mailsOf(turn));
    }
    // Each starts later than the one before by more than a lease.
    const now = addSeconds(morning, turn * 10 * 60);
    const sending = { place, url: peer.url, now, perMinute: 100_000 };
    if (turn < killsEach) await goAndKill(one, { ...sending, untilKilled: true }, peer);
    else await one.go(sending);
    expect(await one.ended).toBe(turn < killsEach ? null : 0);
  }
  const rows = await db.selectFrom('mail').select(['state', 'attempts']).execute();
  await close();
  await peer.close();
  return {
    standings: rows.map(({ state }) => state),
    interrupted: rows.filter(({ attempts }) => attempts > 1).length,
    twice: peer.mails.length - rows.length,
    ids: idsByRecipient(peer.mails),
  };
};

const goAndKill = async (one: MailProcess, sending: Sending, peer: MailPeer): Promise<void> => {
  const accepted = peer.accepted(peer.mails.length + Math.floor(Math.random() * mailsBefore));
  await one.go(sending);
  await accepted;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  one.kill();
};

const mailsOf = (turn: number) =>
  Array.from({ length: mailsBefore }, (_, index) =>
    aMail(`n${turn}.${index}@nhan.example`, { kind: 'test' }),
  );

const idsByRecipient = (received: readonly Received[]): ReadonlyMap<string, Set<string>> => {
  const ids = new Map<string, Set<string>>();
  for (const { to, mail } of received)
    ids.set(to, (ids.get(to) ?? new Set()).add(mail.messageId ?? ''));
  return ids;
};
