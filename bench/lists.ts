import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { madeUpPeople, numbersFrom } from '../src/demo/made-up-people.ts';
import { Visitor } from '../test/support/visitor.ts';
import { xlsxOf } from '../test/support/workbook-file.ts';
import { campaign, password, writers } from './city.ts';
import { Floor } from './floor.ts';
import { loopDelayOf, startProduct } from './product.ts';
import { type Measured, median, quantile } from './table.ts';
import { waitRow, waitsDuring } from './waits.ts';

const people = 5000;
const rounds = 7;
const mostMilliseconds = 5000;

/** A clerk's list of 5,000 people, click to preview, beside SheetJS reading the same file; and what others wait meanwhile. */
export const listRows = async (dataDir: string): Promise<Measured[]> => {
  const [unit = ''] = writers;
  const bytes = listOf(people);
  const file = join(dataDir, 'danh-sach.xlsx');
  writeFileSync(file, bytes);
  const floor = new Floor('sheetjs.js', [file]);
  const server = await startProduct(dataDir);
  const visitor = new Visitor(server.address);
  await visitor.signIn(unit, password);
  const click = () => clickUpload(visitor, `/bao-cao/${campaign}/${unit}/tai-len`, bytes);
  const alone = await waitsDuring(server.address, pause(3000));
  const aloneDelay = await loopDelayOf(server);
  const ours: number[] = [];
  const beside = await waitsDuring(server.address, severalTimes(click, ours));
  const delay = await loopDelayOf(server);
  await server.end();
  const floors = await severalFloors(floor);
  await floor.end();
  const what = `a list of ${people.toLocaleString('en')} people, upload to preview`;
  return [
    readingRow(`${what}: first of a server`, floors[0] ?? 0, ours[0] ?? 0),
    readingRow(`${what}: next ones`, median(floors.slice(1)), median(ours.slice(1))),
    waitRow('GET /healthz meanwhile: p99', quantile(alone, 0.99), quantile(beside, 0.99), true),
    waitRow('GET /healthz meanwhile: longest', Math.max(...alone), Math.max(...beside)),
    waitRow('the server’s event loop meanwhile: p99', aloneDelay.p99, delay.p99, true),
    waitRow('the server’s event loop meanwhile: longest', aloneDelay.longest, delay.longest),
  ];
};

const listOf = (count: number): Uint8Array => {
  const rows = madeUpPeople(count, 'Viên chức', numbersFrom(7)).map(
    ({ name, title, category }, index) => [index + 1, name, title, category, ''],
  );
  const headings = ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú'];
  return xlsxOf({ 'Danh sách': [['DANH SÁCH DỰ THI'], headings, ...rows] });
};

/** Sends the file and looks at what was read; the time until the last byte of the preview. */
const clickUpload = async (visitor: Visitor, path: string, bytes: Uint8Array): Promise<number> => {
  await visitor.get(path);
  const began = performance.now();
  const { location } = await visitor.upload(path, { name: 'danh sách.xlsx', bytes });
  const preview = await visitor.get(location);
  const took = performance.now() - began;
  if (!preview.text.includes('5.000 người')) throw new Error('the list was not read');
  return took;
};

const severalTimes = async (click: () => Promise<number>, times: number[]): Promise<void> => {
  for (let round = 0; round <= rounds; round += 1) times.push(await click());
};

const severalFloors = async (floor: Floor): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1)
    times.push((await floor.ask<{ milliseconds: number }>({})).milliseconds);
  return times;
};

const readingRow = (what: string, floor: number, ours: number): Measured => ({
  what,
  floor: `${Math.round(floor)} ms`,
  ours: `${Math.round(ours)} ms`,
  ratio: `${(ours / floor).toFixed(2)} ×`,
  target: `≤ ${mostMilliseconds} ms`,
  isMet: ours <= mostMilliseconds,
});
