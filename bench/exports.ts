import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { clickAppendix, loopDelayOf, memoryOf, signedInOfficer, startProduct } from './product.ts';
import { type Measured, quantile } from './table.ts';

const exportsInTurn = 6;
const everyMilliseconds = 5;
const longestWait = 50;
const mostIdleMegabytes = 120;

/** What exports, the first one included, do to the server's memory and to everybody else. */
export const exportRows = async (dataDir: string): Promise<Measured[]> => {
  const server = await startProduct(dataDir);
  const visitor = await signedInOfficer(server);
  await pause(1000);
  const idle = memoryOf(server)?.now;
  await waitsDuring(server.address, pause(1000));
  await loopDelayOf(server);
  const alone = await waitsDuring(server.address, pause(3000));
  const aloneDelay = await loopDelayOf(server);
  const beside = await waitsDuring(server.address, severalExports(visitor));
  const delay = await loopDelayOf(server);
  const most = memoryOf(server)?.most;
  await server.end();
  return [
    memoryRow('memory of an idle server, one person signed in', idle, mostIdleMegabytes),
    memoryRow('memory at its most, during exports', most),
    waitRow('GET /healthz during exports: p99', quantile(alone, 0.99), quantile(beside, 0.99)),
    waitRow('GET /healthz during exports: longest', Math.max(...alone), Math.max(...beside), true),
    waitRow('the server’s event loop during exports: longest delay', aloneDelay, delay),
  ];
};

const severalExports = async (visitor: Parameters<typeof clickAppendix>[0]): Promise<void> => {
  for (let time = 0; time < exportsInTurn; time += 1) await clickAppendix(visitor);
};

/** Asks every 5 ms, answered or not, until `work` is done; the waits in milliseconds. */
const waitsDuring = async (address: string, work: Promise<unknown>): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true });
  const waits: Promise<number>[] = [];
  const asking = setInterval(
    () => waits.push(waitFor(`${address}/healthz`, agent)),
    everyMilliseconds,
  );
  await work;
  clearInterval(asking);
  const all = await Promise.all(waits);
  agent.destroy();
  return all;
};

const waitFor = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    request(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(performance.now() - began));
    })
      .once('error', reject)
      .end();
  });

const memoryRow = (what: string, megabytes: number | undefined, most?: number): Measured => ({
  what,
  floor: '',
  ours: megabytes === undefined ? 'unknown' : `${Math.round(megabytes)} MB`,
  ratio: '',
  target: most === undefined ? '' : `≤ ${most} MB`,
  ...(most !== undefined && megabytes !== undefined ? { isMet: megabytes <= most } : {}),
});

/** The floor of a wait is the same question while nothing is exported. */
const waitRow = (what: string, alone: number, beside: number, hasTarget = false): Measured => ({
  what,
  floor: `${alone.toFixed(1)} ms`,
  ours: `${beside.toFixed(1)} ms`,
  ratio: '',
  target: hasTarget ? `≤ ${longestWait} ms` : '',
  ...(hasTarget ? { isMet: beside <= longestWait } : {}),
});
