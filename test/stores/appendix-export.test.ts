import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkers, type Workers } from '../../src/adapters/worker-pool.ts';
import { appendixKind, listKind } from '../../src/appendix/kinds.ts';
import { writeAppendix } from '../../src/appendix/write-appendix.ts';
import { Problem } from '../../src/kit/problem.ts';
import { exportedAt } from '../support/appendix-input.ts';
import { addCampaignRows, addUnit } from '../support/appendix-rows.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { readBack, recalculated, rowsOf, sheetOf } from '../support/recalculated.ts';

let database: FreshDatabase;
let workers: Workers;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaignRows(database.db);
  const names = Array.from({ length: 600 }, (_, index) => `Nguyễn Văn ${index}`);
  const sent = [{ headcount: 750, names }];
  await addUnit(database.db, 'a', { group: 'offices', position: 1, state: 'submitted', sent });
  workers = openWorkers(database.place);
});

afterAll(async () => {
  await workers.close();
  await database.close();
});

const task = { campaignId: 'campaign', at: exportedAt };
const madeAppendix = () => workers.make(appendixKind.work, task);

test('a worker makes the whole file and tells how far it is: figures, every name, formulas with their values', async () => {
  const told: unknown[] = [];
  const tell = (progress: unknown) => told.push(progress);
  const { fileName, bytes } = await workers.make(appendixKind.work, task, { tell });
  // Two lines for the unit, one for each name.
  expect(told).toEqual([
    { done: 0, of: 602 },
    { done: 500, of: 602 },
  ]);
  expect(fileName).toBe('Phu-luc_cchc-2024_20241213-1020.xlsx');
  expect(bytes).toBeInstanceOf(Uint8Array);
  const workbook = readBack(bytes);
  expect(sheetOf(workbook, 'Phụ lục').I8.v).toBe(80);
  expect(rowsOf(workbook, 'Danh sách người dự thi')).toHaveLength(4 + 2 + 600);
  const cells = recalculated(workbook);
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter(({ stored, computed }) => stored !== computed)).toEqual([]);
});

test('a list as CSV tells how far it is as well', async () => {
  const told: unknown[] = [];
  const tell = (progress: unknown) => told.push(progress);
  const names = { ...task, list: 'names', format: 'csv' };
  await workers.make(listKind.work, names, { tell });
  // The headings are a row, too.
  expect(told).toEqual([
    { done: 0, of: 602 },
    { done: 500, of: 602 },
  ]);
});

test('the thread that answers requests stays free while a file is being made', async () => {
  const shares: number[] = [];
  for (let file = 1; file <= 3; file += 1) {
    const before = performance.eventLoopUtilization();
    await madeAppendix();
    shares.push(performance.eventLoopUtilization(before).utilization);
  }
  // The freest of three: on a busy machine this thread may have to wait within its own work.
  expect(Math.min(...shares)).toBeLessThan(1 / 3);
});

test('a hundred clicks at once do not pile up: those beyond the queue are asked to wait', async () => {
  const clicks = Array.from({ length: 100 }, () => madeAppendix());
  const results = await Promise.allSettled(clicks);
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.length).toBeGreaterThan(50);
  expect(refused.length).toBeLessThan(100);
  for (const { reason } of refused) {
    expect(reason).toBeInstanceOf(Problem);
    expect(reason.code).toBe('export-busy');
  }
  await expect(madeAppendix()).resolves.toBeDefined();
});

test('closing breaks off what is running and what waits', async () => {
  const closing = openWorkers(database.place);
  const clicks = [1, 2, 3].map(() => closing.make(appendixKind.work, task));
  const settled = Promise.allSettled(clicks);
  await closing.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('a campaign that does not exist is refused', async () => {
  const refusal = writeAppendix(database.db, 'other', exportedAt);
  await expect(refusal).rejects.toMatchObject({ code: 'not-found' });
});
