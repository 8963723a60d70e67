import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cellsOfAppendix } from './cells.ts';
import { fillCity, province } from './city.ts';
import { claimRows } from './claims.ts';
import { Floor } from './floor.ts';
import {
  clickAppendix,
  clickFile,
  loopDelayOf,
  memoryOf,
  signedInOfficer,
  startProduct,
} from './product.ts';
import { type Measured, quantile, timeRow } from './table.ts';
import { waitRow, waitsDuring } from './waits.ts';

const mostMegabytes = 250;

/** The appendix of a province, as a job: its time and memory beside exceljs's plain Workbook, and everybody else's waits. */
export const massRows = async (dataDir: string): Promise<Measured[]> => {
  const folder = join(dataDir, 'mass');
  mkdirSync(folder);
  await fillCity(join(folder, 'phuluc.sqlite'), province);
  const floor = await plainWorkbook(folder);
  const server = await startProduct(folder);
  const visitor = await signedInOfficer(server);
  await pause(1000);
  const idle = memoryOf(server)?.now ?? Number.NaN;
  await loopDelayOf(server);
  const alone = await waitsDuring(server.address, pause(3000));
  const aloneDelay = await loopDelayOf(server);
  const times: number[] = [];
  const timed = async (file: Promise<number>) => times.push(await file);
  const beside = await waitsDuring(server.address, timed(clickAppendix(visitor)));
  const delay = await loopDelayOf(server);
  const grown = (memoryOf(server)?.most ?? Number.NaN) - idle;
  await timed(clickAppendix(visitor));
  await timed(clickFile(visitor, 'bang/danh-sach/csv'));
  const claims = await claimRows(visitor);
  await server.end();
  const [first = 0, again = 0, csv = 0] = times;
  const what = 'appendix of 1,500 units, 60,000 names';
  return [
    timeRow(`${what}: click to last byte`, first, floor.milliseconds),
    memoryRow(`${what}: memory it takes at its most`, floor.megabytes, grown),
    timeRow(`${what}: the same asked again`, again),
    timeRow('60,000 names as CSV, click to last byte', csv),
    waitRow('GET /healthz meanwhile: p99', quantile(alone, 0.99), quantile(beside, 0.99)),
    waitRow('GET /healthz meanwhile: longest', Math.max(...alone), Math.max(...beside), true),
    waitRow('the server’s event loop meanwhile: longest', aloneDelay.longest, delay.longest),
    ...claims,
  ];
};

/** exceljs's plain Workbook writing the same cells in a cold process, as the worker is cold. */
const plainWorkbook = async (folder: string) => {
  const cells = join(folder, 'cells.json');
  writeFileSync(cells, JSON.stringify(await cellsOfAppendix(join(folder, 'phuluc.sqlite'))));
  const floor = new Floor('exceljs.js', [cells]);
  const answer = await floor.ask<{ milliseconds: number; megabytes: number }>({});
  await floor.end();
  return answer;
};

const memoryRow = (what: string, floor: number, ours: number): Measured => ({
  what,
  floor: `${Math.round(floor)} MB`,
  ours: Number.isNaN(ours) ? 'unknown' : `${Math.round(ours)} MB`,
  ratio: `${(ours / floor).toFixed(2)} ×`,
  target: `≤ ${mostMegabytes} MB`,
  ...(Number.isNaN(ours) ? {} : { isMet: ours <= mostMegabytes }),
});
