import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsOfAppendix } from './cells.ts';
import { Floor } from './floor.ts';
import { changeSomething, clickAppendix, signedInOfficer, startProduct } from './product.ts';
import { durationRow, type Measured, median } from './table.ts';

const coldRounds = 3;
const warmRounds = 7;

/** The appendix of 120 units and 4,000 names, click to last byte, beside exceljs writing its cells. */
export const appendixRows = async (dataDir: string): Promise<Measured[]> => {
  const cells = join(dataDir, 'cells.json');
  writeFileSync(cells, JSON.stringify(await cellsOfAppendix(join(dataDir, 'phuluc.sqlite'))));
  const cold: Pair[] = [];
  const warm: Pair[] = [];
  for (let round = 0; round < coldRounds; round += 1) await inTurn(dataDir, cells, cold, 1);
  await inTurn(dataDir, cells, warm, 1 + warmRounds);
  const what = 'appendix of 120 units, 4,000 names, click to last byte';
  return [row(`${what}: first of a server`, cold), row(`${what}: next ones`, warm.slice(1))];
};

interface Pair {
  readonly floor: number;
  readonly ours: number;
}

/** A fresh server and a fresh floor write in turn, `times` times; the first time both are cold. */
const inTurn = async (
  dataDir: string,
  cells: string,
  pairs: Pair[],
  times: number,
): Promise<void> => {
  const floor = new Floor('exceljs.js', [cells]);
  const server = await startProduct(dataDir);
  const visitor = await signedInOfficer(server);
  for (let time = 0; time < times; time += 1) {
    const { milliseconds } = await floor.ask<{ milliseconds: number }>({});
    await changeSomething(dataDir);
    pairs.push({ floor: milliseconds, ours: await clickAppendix(visitor) });
  }
  await server.end();
  await floor.end();
};

const row = (what: string, pairs: readonly Pair[]): Measured => {
  const floor = median(pairs.map((pair) => pair.floor));
  return durationRow(what, floor, median(pairs.map((pair) => pair.ours)), 1.3);
};
