import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvCell, csvFile } from '../../src/appendix/csv.ts';

const text = (rows: readonly (readonly CsvCell[])[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvFile(rows));

test('Excel opens it by a double click: its mark, semicolons, CRLF', () => {
  const rows = [
    ['STT', 'Họ và tên', 'Ghi chú'],
    [1, 'Trần Thị Ẩn', null],
  ];
  expect(text(rows)).toBe('\uFEFFSTT;Họ và tên;Ghi chú\r\n1;Trần Thị Ẩn;\r\n');
});

test('cells with semicolons, quotes or line breaks stand in quotes', () => {
  expect(text([['a;b', 'nói "có"', 'hai\ndòng', 'a,b']])).toBe(
    '\uFEFF"a;b";"nói ""có""";"hai\ndòng";a,b\r\n',
  );
});

test('what a spreadsheet would run gets an apostrophe in front and keeps its text', () => {
  for (const harmful of ['=1+1', '+84 912', '-2', '@SUM(A1)', '\t=1', '＝1'])
    expect(text([[harmful]])).toBe(`\uFEFF'${harmful}\r\n`);
  expect(text([['=HYPERLINK("a";"b")']])).toBe(`\uFEFF"'=HYPERLINK(""a"";""b"")"\r\n`);
  expect(text([['a=b', 'Bí thư - Chủ tịch', "'trích"]])).toBe(
    "\uFEFFa=b;Bí thư - Chủ tịch;'trích\r\n",
  );
});

test('another program reads back every text, and never a formula', () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((typed) => !/[\r\0]/.test(typed));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const book = read(csvFile(rows), { type: 'array', FS: ';', raw: true });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''];
      if (!sheet) throw new Error('there is no sheet');
      const found = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, blankrows: true });
      const plain = found.map((row) =>
        row.map((read) => String(read).replace(/^'(?=[=+\-@＝＋－＠\t\n])/u, '')),
      );
      expect(plain).toEqual(rows);
      expect(Object.values(sheet).filter(({ f }) => f !== undefined)).toEqual([]);
    }),
  );
});

test('a list longer than one piece comes whole', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [index, 'Nguyễn Văn Ân; tổ 2']);
  const lines = text(rows).slice(1).split('\r\n');
  expect(lines).toHaveLength(5001);
  expect(lines[4999]).toBe('4999;"Nguyễn Văn Ân; tổ 2"');
});
