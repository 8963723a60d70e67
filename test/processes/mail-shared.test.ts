import { expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { freshDatabase } from '../support/database.ts';
import { builtSender, MailProcess } from '../support/mail-process.ts';
import { aMail, written } from '../support/mails.ts';
import { morning } from '../support/product.ts';
import { startMailPeer } from '../support/smtp-peer.ts';

test('two processes on one PostgreSQL send each mail once, and keep one pace together', async () => {
  const program = await builtSender();
  const peer = await startMailPeer();
  const { db, place, close } = await freshDatabase('postgres');
  const names = Array.from({ length: 60 }, (_, index) => `n${index}@nhan.example`);
  await written(
    db,
    names.map((name) => aMail(name, { kind: 'test' })),
  );
  for (const [seconds, come] of [
    [0, 25],
    [59, 25],
    [60, 50],
    [121, 60],
  ] as const) {
    const pair = [new MailProcess(program), new MailProcess(program)];
    const now = addSeconds(morning, seconds);
    for (const one of pair) await one.go({ place, url: peer.url, now, perMinute: 25 });
    expect(await Promise.all(pair.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(peer.mails).toHaveLength(come);
  }
  expect(new Set(peer.mails.map(({ to }) => to)).size).toBe(60);
  const rows = await db.selectFrom('mail').select(['state', 'leased_by as by']).execute();
  expect(rows.every(({ state, by }) => state === 'sent' && by === null)).toBe(true);
  await close();
  await peer.close();
});
