import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction, openDatabase } from '../src/db/open.ts';
import { record } from '../src/history/store.ts';
import { ServerProcess } from '../test/support/server-process.ts';
import { type Reply, Visitor } from '../test/support/visitor.ts';
import { campaign, officer, password } from './city.ts';

const watching = new URL('loop-delay.js', import.meta.url).href;

/** The built product, serving `dataDir` as it does for people. */
export const startProduct = (dataDir: string): Promise<ServerProcess> =>
  ServerProcess.start({ DATA_DIR: dataDir }, 'serve', ['--import', watching]);

/** Somebody who is signed in, with the board open. */
export const signedInOfficer = async ({ address }: ServerProcess): Promise<Visitor> => {
  const visitor = new Visitor(address);
  await visitor.signIn(officer, password);
  await visitor.get(boardPath);
  return visitor;
};

export const boardPath = `/tien-do/${campaign}`;

/** The same data are not read twice, so something must have happened before each click that is to be measured. */
export const changeSomething = async (dataDir: string): Promise<void> => {
  const db = openDatabase({ file: join(dataDir, 'phuluc.sqlite') });
  const doer = { accountId: null, address: 'bench', at: new Date().toISOString() };
  await inTransaction(db, (tx) => record(tx, doer, 'bench.changed', campaign));
  await db.destroy();
};

/** Downloads the appendix; the time from click to last byte in milliseconds comes back. */
export const clickAppendix = (visitor: Visitor): Promise<number> => clickFile(visitor, 'phu-luc');

/** The same for any file of the campaign, by the end of its address. */
export const clickFile = async (visitor: Visitor, file: string): Promise<number> => {
  const began = performance.now();
  const { status, bytes } = await whenMade(visitor, await visitor.post(`${boardPath}/${file}`));
  const took = performance.now() - began;
  if (status !== 200 || bytes.length < 10_000) throw new Error(`${file} came as ${status}`);
  return took;
};

const lookEveryMilliseconds = 50;

/** What takes more than a second is waited for on its own page, as the page's script does it, but closer. */
const whenMade = async (visitor: Visitor, reply: Reply): Promise<Reply> => {
  if (reply.status !== 303) return reply;
  const job = reply.location;
  for (;;) {
    const { text } = await visitor.get(job, { accept: 'application/json' });
    if (!JSON.parse(text).underWay) return visitor.get(`${job}/tep`);
    await pause(lookEveryMilliseconds);
  }
};

/** Memory of a process now and at its most, in MB; `undefined` where the system does not tell. */
export const memoryOf = ({ process: child }: ServerProcess) => {
  const status = statusOf(child.pid ?? 0);
  const read = (key: string): number =>
    Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return status === '' ? undefined : { now: read('VmRSS'), most: read('VmHWM') };
};

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
};

/** Delays of the server's event loop since the last question, in milliseconds. */
export const loopDelayOf = ({ process: child }: ServerProcess): Promise<LoopDelay> =>
  new Promise((resolve) => {
    child.once('message', (answer) => resolve(answer as LoopDelay));
    child.send({});
  });

interface LoopDelay {
  readonly longest: number;
  /** 99 of 100 were not longer. */
  readonly p99: number;
}
