import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { hashPassword } from '../src/accounts/password.ts';
import { addAccount, changeAccount } from '../src/accounts/store.ts';
import { dispatchOfHaiDuong } from '../src/campaigns/first-campaign.ts';
import { addCampaign } from '../src/campaigns/store.ts';
import { inTransaction, migrate, openDatabase } from '../src/db/open.ts';
import type { Db } from '../src/db/schema.ts';
import { confirmSending } from '../src/mail/confirm.ts';
import { remindDue } from '../src/reminders/remind.ts';
import { owe } from '../src/reports/owed-store.ts';
import { addUnits } from '../src/units/store.ts';
import { ServerProcess } from '../test/support/server-process.ts';
import { type MailPeer, startMailPeer } from '../test/support/smtp-peer.ts';
import type { Visitor } from '../test/support/visitor.ts';
import { officer, password } from './city.ts';
import { boardPath, signedInOfficer } from './product.ts';
import { type Measured, quantile } from './table.ts';

const unitsInAll = 1500;
const perMinute = 600;
const made = '2024-12-02T01:00:00.000Z';
/** 08:00 of the day before the deadline. */
const reminded = '2024-12-11T01:00:00.000Z';
const from = 'Phòng Nội vụ <noivu@thu.example>';

/** 1,500 units are reminded at once; their mails leave at the pace that was set while the board is opened. */
export const mailRows = async (dataDir: string): Promise<Measured[]> => {
  const folder = join(dataDir, 'mail');
  mkdirSync(folder);
  const peer = await startMailPeer();
  const queued = await queue(join(folder, 'phuluc.sqlite'), peer);
  const port = await freePort();
  const server = await ServerProcess.start({
    DATA_DIR: folder,
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: peer.url,
    MAIL_FROM: from,
    MAIL_PER_MINUTE: String(perMinute),
  });
  const visitor = await signedInOfficer(server);
  const busy = await pages(visitor, () => peer.mails.length < perMinute);
  const quiet = await pages(visitor, enough(40));
  const sent = mostInAMinute(peer.mails.map(({ at }) => at));
  await server.end();
  await peer.close();
  return [
    limitRow('1,500 reminders into the outbox', queued, 2000),
    {
      what: `mails handed over in a minute, ${perMinute} allowed`,
      floor: '',
      ours: String(sent),
      ratio: '',
      target: `= ${perMinute}`,
      isMet: sent === perMinute,
    },
    limitRow('board of 1,500 units, 19 of 20 times: while mails leave', quantile(busy, 0.95), 250),
    { ...limitRow('the same in between', quantile(quiet, 0.95), 250) },
  ];
};

/** The most that fell into any 60 seconds. */
const mostInAMinute = (times: readonly number[]): number =>
  Math.max(...times.map((end) => times.filter((at) => at <= end && at > end - 60_000).length));

const queue = async (file: string, peer: MailPeer): Promise<number> => {
  const db = openDatabase({ file });
  await migrate(db);
  await fill(db, peer);
  const began = performance.now();
  const mails = await remindDue(db, { now: reminded });
  const took = performance.now() - began;
  if (mails !== unitsInAll) throw new Error(`${mails} reminders`);
  // The server runs today; by then a reminder of that day is too old to be sent.
  await db.updateTable('mail').set({ expires_at: null }).execute();
  await db.destroy();
  return took;
};

const fill = async (db: Db, peer: MailPeer): Promise<void> => {
  const doer = { accountId: null, address: 'bench', at: made };
  const units = Array.from({ length: unitsInAll }, (_, index) => ({
    group: 'I',
    code: `don-vi-${index}`,
    name: `Đơn vị thứ ${index + 1}`,
  }));
  const passwordHash = await hashPassword(password);
  const accountId = await inTransaction(db, async (tx) => {
    await addUnits(tx, [{ code: 'I', name: 'Các đơn vị' }], units);
    await tx
      .updateTable('unit')
      .set(({ ref, fn, val }) => ({ email: fn('concat', [ref('code'), val('@nhan.example')]) }))
      .execute();
    await owe(tx, await addCampaign(tx, dispatchOfHaiDuong, doer), made);
    const person = { role: 'office', email: officer, name: 'Trần Thị Lan', unitIds: [] } as const;
    const id = await addAccount(tx, person, doer);
    await changeAccount(tx, id, { passwordHash }, doer);
    return id;
  });
  const identity = [from, `127.0.0.1:${peer.port}`, ''].join(' · ');
  await confirmSending(db, { seen: identity, identity }, { ...doer, accountId });
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/** Opens the board again and again; the time of each in milliseconds. */
const pages = async (visitor: Visitor, isOn: () => boolean): Promise<number[]> => {
  const took: number[] = [];
  while (isOn()) {
    const began = performance.now();
    const { status } = await visitor.get(boardPath);
    if (status !== 200) throw new Error(`the board came as ${status}`);
    took.push(performance.now() - began);
  }
  return took;
};

const enough = (times: number): (() => boolean) => {
  let left = times;
  return () => left-- > 0;
};

const limitRow = (what: string, milliseconds: number, most: number): Measured => ({
  what,
  floor: '',
  ours: `${Math.round(milliseconds)} ms`,
  ratio: '',
  target: `≤ ${most} ms`,
  isMet: milliseconds <= most,
});
