import { setTimeout as pause } from 'node:timers/promises';
import {
  changeSomething,
  clickAppendix,
  loopDelayOf,
  memoryOf,
  signedInOfficer,
  startProduct,
} from './product.ts';
import { type Measured, quantile } from './table.ts';
import { waitRow, waitsDuring } from './waits.ts';

const exportsInTurn = 6;
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
  const beside = await waitsDuring(server.address, severalExports(visitor, dataDir));
  const delay = await loopDelayOf(server);
  const most = memoryOf(server)?.most;
  await server.end();
  return [
    memoryRow('memory of an idle server, one person signed in', idle, mostIdleMegabytes),
    memoryRow('memory at its most, during exports', most),
    waitRow('GET /healthz during exports: p99', quantile(alone, 0.99), quantile(beside, 0.99)),
    waitRow('GET /healthz during exports: longest', Math.max(...alone), Math.max(...beside), true),
    waitRow(
      'the server’s event loop during exports: longest delay',
      aloneDelay.longest,
      delay.longest,
    ),
  ];
};

const severalExports = async (
  visitor: Parameters<typeof clickAppendix>[0],
  dataDir: string,
): Promise<void> => {
  for (let time = 0; time < exportsInTurn; time += 1) {
    await changeSomething(dataDir);
    await clickAppendix(visitor);
  }
};

const memoryRow = (what: string, megabytes: number | undefined, most?: number): Measured => ({
  what,
  floor: '',
  ours: megabytes === undefined ? 'unknown' : `${Math.round(megabytes)} MB`,
  ratio: '',
  target: most === undefined ? '' : `≤ ${most} MB`,
  ...(most !== undefined && megabytes !== undefined ? { isMet: megabytes <= most } : {}),
});
