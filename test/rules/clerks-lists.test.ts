import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GridSheet } from '../../src/lists/grid.ts';
import { type Choices, readList } from '../../src/lists/read-list.ts';
import { categories } from '../support/appendix-input.ts';
import { sheetOf } from '../support/grids.ts';

const asking = { categories, birthDateAsked: false, cutOffOn: '2024-11-30' };

const read = (sheets: GridSheet | GridSheet[], choices: Choices = {}) =>
  readList(Array.isArray(sheets) ? sheets : [sheets], asking, choices);

/** `Nguyễn Văn An · Giáo viên · Viên chức · ghi chú` */
const lines = (sheets: GridSheet | GridSheet[], choices: Choices = {}): string[] =>
  read(sheets, choices).people.map(({ name, title, category, note }) =>
    [name, title, category, note].join(' · '),
  );

const an = 'Nguyễn Văn An · Giáo viên · Viên chức · ';
const binh = 'Trần Thị Bình · Kế toán · Công chức · đi học';

describe('columns are found by their headings', () => {
  test.each([
    ['in the usual words', ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú']],
    ['without marks', ['TT', 'Ho ten', 'Chuc danh', 'Loai', 'Ghi chu']],
    ['in capitals', ['SỐ TT', 'HỌ TÊN', 'VỊ TRÍ VIỆC LÀM', 'NGẠCH', 'GHI CHÚ']],
    [
      'with remarks',
      [
        'STT',
        'Họ và tên (viết hoa)',
        'Chức vụ hiện nay',
        'Cán bộ/Công chức/Viên chức',
        'Ghi chú khác',
      ],
    ],
    ['broken over lines', ['S\nTT', 'Họ và\ntên', 'Chức\nvụ', 'Đối\ntượng', 'Ghi\nchú']],
  ])('%s', (_how, headings) => {
    const sheet = sheetOf([
      headings,
      ['1', 'Nguyễn Văn An', 'Giáo viên', 'Viên chức', ''],
      ['2', 'Trần Thị Bình', 'Kế toán', 'công chức', 'đi học'],
    ]);
    expect(lines(sheet)).toEqual([an, binh]);
    expect(read(sheet).unsure).toEqual([]);
  });

  test('in any order, beside columns that nobody asked for, away from A1', () => {
    const sheet = sheetOf([
      [],
      ['', '', 'Điện thoại', 'Ghi chú', 'Đối tượng', 'Điểm thi', 'Họ và tên', 'Đơn vị', 'Chức vụ'],
      ['', '', '0912 345 678', '', 'VC', '28', 'Nguyễn Văn An', 'Tổ Toán', 'Giáo viên'],
      ['', '', '', 'đi học', 'CC', '30', 'Trần Thị Bình', 'Văn phòng', 'Kế toán'],
    ]);
    expect(lines(sheet)).toEqual([an, binh]);
    expect(read(sheet).people.map(({ at }) => at)).toEqual(['G3', 'G4']);
  });

  test.each([
    ['Họ đệm', 'Tên'],
    ['Họ', 'Tên'],
    ['Họ và tên đệm', 'Tên'],
    ['Họ và tên', ''],
  ])('a name in two columns: %s | %s', (family, given) => {
    const sheet = sheetOf([
      ['STT', family, given, 'Chức vụ', 'Đối tượng'],
      ['1', 'Nguyễn Văn', 'An', 'Giáo viên', 'Viên chức'],
    ]);
    expect(lines(sheet)).toEqual([an]);
  });

  test('a category is marked with a cross in a column of its own', () => {
    const sheet = sheetOf([
      ['STT', 'Họ và tên', 'Chức vụ', 'Cán bộ', 'Công chức', 'Viên chức', 'Ghi chú'],
      ['1', 'Nguyễn Văn An', 'Giáo viên', '', '', 'x', ''],
      ['2', 'Trần Thị Bình', 'Kế toán', '', 'X', '', 'đi học'],
      ['3', 'Lê Thị Cúc', '', 'x', '', '✓', ''],
    ]);
    expect(lines(sheet).slice(0, 2)).toEqual([an, binh]);
    expect(read(sheet).faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'D4 category-two-marks',
    ]);
  });

  test('the column whose words are categories is the one, whatever stands above it', () => {
    const sheet = sheetOf([
      ['STT', 'Họ và tên', 'Loại', 'Chức vụ', 'Diện biên chế'],
      ['1', 'Nguyễn Văn An', 'Xuất sắc', 'Giáo viên', 'Viên chức'],
      ['2', 'Trần Thị Bình', 'Khá', 'Kế toán', 'Công chức'],
    ]);
    expect(read(sheet).people.map(({ category }) => category)).toEqual(['Viên chức', 'Công chức']);
  });

  test('without any heading by what stands in them, and the clerk is asked', () => {
    const sheet = sheetOf([
      ['1', 'Nguyễn Văn An', 'Giáo viên', 'Viên chức'],
      ['2', 'Trần Thị Bình', 'Kế toán', 'Công chức'],
    ]);
    expect(lines(sheet)).toEqual([an, 'Trần Thị Bình · Kế toán · Công chức · ']);
    expect(read(sheet).unsure).toEqual(['columns']);
  });

  test('otherwise the clerk says which is which', () => {
    const sheet = sheetOf([
      ['A', 'B', 'C'],
      ['Giáo viên', 'an nguyen', 'vc'],
    ]);
    expect(read(sheet).people).toEqual([]);
    const columns = { A: 'title', B: 'name', C: 'category' } as const;
    expect(lines(sheet, { header: 1, columns })).toEqual(['an nguyen · Giáo viên · Viên chức · ']);
    expect(read(sheet, { header: 1, columns }).unsure).toEqual([]);
  });

  test('a heading like `__proto__` is a heading like any other', () => {
    const sheet = sheetOf([
      ['__proto__', 'Họ và tên', 'constructor'],
      ['x', 'Nguyễn Văn An', 'y'],
    ]);
    expect(read(sheet, { category: 'Viên chức' }).people.map(({ name }) => name)).toEqual([
      'Nguyễn Văn An',
    ]);
  });
});

const people = [
  ['1', 'Nguyễn Văn An', 'Giáo viên', 'Viên chức', ''],
  ['2', 'Trần Thị Bình', 'Kế toán', 'Công chức', 'đi học'],
];
const headings = ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú'];

describe('rows that are nobody are left out, and said', () => {
  test('titles above, blank rows, numbers of the columns, sums and signatures', () => {
    const sheet = sheetOf([
      ['UBND THÀNH PHỐ HẢI DƯƠNG', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['DANH SÁCH CÁN BỘ THAM GIA DỰ THI'],
      [],
      headings,
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      people[0] as string[],
      [],
      people[1] as string[],
      ['', 'Tổng cộng: 2 người'],
      ['', '', '', 'Hải Dương, ngày 10 tháng 12 năm 2024'],
      ['', 'Người lập biểu', '', 'HIỆU TRƯỞNG'],
      ['', 'Trần Thị Bình', '', 'Phạm Thị Hiền'],
    ]);
    expect(lines(sheet)).toEqual([an, binh]);
    expect(read(sheet).skipped.map(({ row, as }) => `${row} ${as}`)).toEqual([
      '5 headings',
      '9 total',
      '10 footer',
      '11 footer',
      '12 footer',
    ]);
  });

  test('sections; one that names a category gives it to its people', () => {
    const sheet = sheetOf([
      ['STT', 'Họ và tên', 'Chức vụ'],
      ['I', 'Cán bộ'],
      ['1', 'Nguyễn Văn An', 'Chủ tịch'],
      ['II', 'Công chức'],
      ['1', 'Trần Thị Bình', 'Kế toán'],
      ['', 'Tổ một cửa'],
      ['2', 'Lê Thị Cúc', 'Tư pháp'],
    ]);
    expect(lines(sheet)).toEqual([
      'Nguyễn Văn An · Chủ tịch · Cán bộ · ',
      'Trần Thị Bình · Kế toán · Công chức · ',
      'Lê Thị Cúc · Tư pháp · Công chức · ',
    ]);
  });

  test('the headings of the next printed page', () => {
    const sheet = sheetOf([headings, people[0] as string[], headings, people[1] as string[]]);
    expect(lines(sheet)).toEqual([an, binh]);
  });

  test('lines of a form with nothing but their number', () => {
    const sheet = sheetOf([headings, ...people, ['3'], ['4'], ['5']]);
    expect(lines(sheet)).toEqual([an, binh]);
    expect(read(sheet).faults).toEqual([]);
  });

  test('a head of the unit who took part is no signature', () => {
    const sheet = sheetOf([
      ['Họ và tên', 'Chức vụ', 'Đối tượng'],
      ['Phạm Thị Hiền', 'Hiệu trưởng', 'Viên chức'],
      ['Nguyễn Văn An', 'Giáo viên', 'Viên chức'],
      ['', 'HIỆU TRƯỞNG'],
      ['', 'Phạm Thị Hiền'],
    ]);
    expect(lines(sheet)).toEqual(['Phạm Thị Hiền · Hiệu trưởng · Viên chức · ', an]);
  });
});

describe('what is wrong is told at its cell, and everybody comes in', () => {
  test('names and categories', () => {
    const sheet = sheetOf([
      headings,
      ['1', 'Nguyễn Văn 7', 'Giáo viên', 'Thỉnh giảng', ''],
      ['2', 'An', '', 'Viên chức', ''],
      ['3', '', 'Bảo vệ', 'Viên chức', ''],
      ['4', 'Trần Thị Bình', '', '', ''],
    ]);
    const { faults, people: read_ } = read(sheet);
    expect(read_).toHaveLength(4);
    expect(faults.map(({ at, code, value }) => `${at} ${code} ${value}`)).toEqual([
      'B2 name-has-signs Nguyễn Văn 7',
      'D2 category-unknown Thỉnh giảng',
      'B3 name-one-word An',
      'B4 name-missing ',
      'D5 category-missing ',
    ]);
  });

  test('a category that the file leaves out is asked once for all', () => {
    const sheet = sheetOf([['Họ và tên'], ['Nguyễn Văn An'], ['Trần Thị Bình']]);
    expect(read(sheet).unsure).toEqual(['category']);
    const chosen = read(sheet, { category: 'Viên chức' });
    expect(chosen.unsure).toEqual([]);
    expect(chosen.people.map(({ category }) => category)).toEqual(['Viên chức', 'Viên chức']);
  });

  test('capitals, blanks and invisible signs', () => {
    const sheet = sheetOf([
      headings,
      ['1', ' NGUYỄN\u00a0VĂN  AN\u200b', 'Giáo\u00a0viên', 'VIÊN CHỨC', '\u202eghi\u202c'],
      ['2', 'Trần Thị Bình'.normalize('NFD'), '=1+1', 'Viên chức', '@SUM(A1)'],
    ]);
    expect(lines(sheet)).toEqual([
      'NGUYỄN VĂN AN · Giáo viên · Viên chức · ghi',
      'Trần Thị Bình · =1+1 · Viên chức · @SUM(A1)',
    ]);
  });
});

describe('several sheets', () => {
  const one = sheetOf([headings, ...people], 'Tổ 1');
  const two = sheetOf([headings, people[0] as string[]], 'Tổ 2');
  const notes = sheetOf([['Xem lại'], ['danh sách']], 'Ghi chú');

  test('with one list: that one is taken', () => {
    expect(read([notes, two])).toMatchObject({ sheet: 'Tổ 2', unsure: [] });
  });

  test('with two: the longer is shown and the clerk is asked', () => {
    expect(read([two, notes, one])).toMatchObject({ sheet: 'Tổ 1', unsure: ['sheet'] });
    expect(read([two, notes, one], { sheet: 'Tổ 2' })).toMatchObject({ sheet: 'Tổ 2', unsure: [] });
  });

  test('with none: nobody, and nothing breaks', () => {
    expect(read([notes]).people).toEqual([]);
    expect(read([]).people).toEqual([]);
  });
});

test('any sheet at all is read without failing, and nobody comes from nowhere', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Họ và tên', 'STT', '1', 'x', 'Cán bộ', 'Tổng', 'Nguyễn Văn An', '(1)'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const grid = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(grid, (rows) => {
      const texts = rows.flat().join(' ');
      for (const { name } of read(sheetOf(rows)).people)
        for (const word of name.split(' ')) expect(texts.normalize('NFC')).toContain(word);
    }),
    { numRuns: 300 },
  );
});
