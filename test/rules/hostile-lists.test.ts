import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkers, type Workers } from '../../src/adapters/worker-pool.ts';
import { Problem } from '../../src/kit/problem.ts';
import { categories } from '../support/appendix-input.ts';
import {
  archive,
  cellXml,
  deflated,
  goodRows,
  oldExcel,
  withPassword,
  xlsxOfXml,
} from '../support/hostile-files.ts';
import { xlsxOf } from '../support/workbook-file.ts';

let workers: Workers;
beforeAll(() => {
  workers = openWorkers({ file: 'unused.sqlite' });
});
afterAll(() => workers.close());

const read = (bytes: Uint8Array) =>
  workers.list({
    bytes,
    asking: { categories, birthDateAsked: false, cutOffOn: '2024-11-30' },
    choices: {},
  });

/** The names in a file, or the code with which it is refused. */
const outcome = (bytes: Uint8Array): Promise<string> =>
  read(bytes).then(
    ({ reading }) => reading.people.map(({ name }) => name).join(', '),
    (refusal) => {
      if (refusal instanceof Problem) return refusal.code;
      throw refusal;
    },
  );

const bytesOf = (text: string) => new TextEncoder().encode(text);
const two = 'Nguyễn Văn An, Trần Thị Bình';
const wide = (columns: number) => [Array.from({ length: columns }, (_, index) => `cột ${index}`)];
const long = (rows: number) => [
  ['Họ và tên'],
  ...Array.from({ length: rows }, () => ['Nguyễn Văn An']),
];

describe('a hostile file is refused in words or read without harm', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['nothing in it', () => new Uint8Array(), 'upload-empty'],
    ['a PDF under the name .xlsx', () => bytesOf('%PDF-1.7\n%âãÏÓ\n'), 'upload-not-list'],
    [
      'a picture',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      'upload-not-list',
    ],
    ['a password', withPassword, 'upload-has-password'],
    ['an old container with nothing true in it', oldExcel, 'upload-without-rows'],
    ['another archive', () => archive('a.txt', deflated(1), 1_000_000), 'upload-not-list'],
    ['cut in the middle', () => xlsxOfXml(goodRows).slice(0, 900), 'upload-broken'],
    [
      'says it unpacks to a gigabyte',
      () => archive('xl/workbook.xml', deflated(1), 1e9),
      'upload-too-heavy',
    ],
    [
      'unpacks to more than it says',
      () => archive('xl/workbook.xml', deflated(200), 1000),
      'upload-broken',
    ],
    ['10,000 columns', () => xlsxOf({ 'Danh sách': wide(10_000) }), 'upload-too-wide'],
    ['20,001 people', () => xlsxOf({ 'Danh sách': long(20_001) }), 'upload-too-long'],
    [
      '1,048,576 rows by reference',
      () =>
        xlsxOfXml(`${goodRows}<row r="1048576">${cellXml('XFD1048576', 'x')}</row>`, {
          after: '<mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>',
        }),
      two,
    ],
    [
      'entities of a DTD, one of them a file of the server',
      () =>
        xlsxOfXml(
          `${goodRows}<row r="4">${cellXml('A4', '&xxe; &bomb;')}${cellXml('B4', 'Giáo viên')}</row>`,
          {
            before:
              '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY bomb "ha ha ha">]>',
          },
        ),
      `${two}, &xxe; &bomb;`,
    ],
    [
      'parts with paths out of the archive',
      () => xlsxOfXml(goodRows, { more: { '../../../tmp/phu-luc-out.txt': 'x' } }),
      two,
    ],
    [
      'formulas that call out',
      () =>
        xlsxOfXml(
          `${goodRows}<row r="4"><c r="A4" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>Lê Thị Cúc</v></c></row>`,
        ),
      `${two}, Lê Thị Cúc`,
    ],
    [
      'ten thousand merged ranges and validations',
      () =>
        xlsxOfXml(goodRows, {
          after: `<mergeCells>${Array.from({ length: 10_000 }, (_, index) => `<mergeCell ref="E${index + 5}:XFD${index + 5}"/>`).join('')}</mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>`,
        }),
      two,
    ],
  ])('%s', async (_what, bytes, said) => {
    expect(await outcome(bytes())).toBe(said);
  });

  test('one giant cell is cut, not carried along', async () => {
    const giant = 'Nguyễn '.repeat(2_000_000);
    const bytes = xlsxOfXml(
      `${goodRows}<row r="4">${cellXml('A4', giant)}${cellXml('B4', 'Giáo viên')}</row>`,
    );
    const { reading } = await read(bytes);
    expect(reading.people).toHaveLength(3);
    expect(reading.people[2]?.name.length).toBeLessThan(2100);
    expect(reading.faults.map(({ code }) => code)).toContain('name-too-long');
  });

  test('markup, formulas and direction marks are texts', async () => {
    const rows = `<row r="4">${cellXml('A4', '&lt;b&gt;Lê Thị&lt;/b&gt;')}${cellXml('B4', '=1+1')}</row>`;
    const { reading } = await read(xlsxOfXml(goodRows + rows));
    expect(reading.people[2]).toMatchObject({ name: '<b>Lê Thị</b>', title: '=1+1' });
  });

  test('the thread goes on after a file that broke it', async () => {
    const bomb = xlsxOfXml(
      `<row r="1">${cellXml('A1', 'x')}</row>`.repeat(1) + '<row r="2"/>'.repeat(3_000_000),
    );
    await outcome(bomb);
    expect(await outcome(xlsxOfXml(goodRows))).toBe(two);
  });
});
