import { describe, expect, test } from 'vitest';
import type { GridSheet } from '../../src/lists/grid.ts';
import { readList } from '../../src/lists/read-list.ts';
import { categories } from '../support/appendix-input.ts';
import { sheetOf } from '../support/grids.ts';

const asking = { categories, birthDateAsked: true, cutOffOn: '2024-11-30' };

type Span = readonly [at: string, wide: number, tall: number];

/** A sheet with cells that cover others. */
const spread = (rows: string[][], spans: readonly Span[], name?: string): GridSheet => {
  const sheet = sheetOf(rows, name);
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const [, wide = 1, tall = 1] = spans.find(([at]) => at === cell.at) ?? [];
        return { ...cell, wide, tall };
      }),
    })),
  };
};

const reading = (rows: string[][] | GridSheet) =>
  readList([Array.isArray(rows) ? sheetOf(rows) : rows], asking);

/** `Lê Thị Hoa · Kế toán · Công chức` */
const lines = (rows: string[][] | GridSheet): string[] =>
  reading(rows).people.map(({ name, title, category }) => [name, title, category].join(' · '));

const hoa = 'Lê Thị Hoa · Kế toán · Công chức';
const hai = 'Vũ Văn Hải · Chủ tịch · Cán bộ';
const headings = ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng'];

describe('headings', () => {
  test('of three rows', () => {
    const sheet = spread(
      [
        ['TT', 'Họ và tên', 'Thông tin chung'],
        ['', '', 'Chức vụ', 'Đối tượng'],
        ['', '', '', 'Cán bộ', 'Công chức', 'Viên chức'],
        ['1', 'Lê Thị Hoa', 'Kế toán', '', 'x'],
        ['2', 'Vũ Văn Hải', 'Chủ tịch', 'x'],
      ],
      [
        ['C1', 4, 1],
        ['D2', 3, 1],
      ],
    );
    expect(lines(sheet)).toEqual([hoa, hai]);
  });

  test('of two rows without a merged cell, and days of birth in a column for each sex', () => {
    const sheet = spread(
      [
        ['STT', 'Họ tên', 'Năm sinh', '', 'Chức vụ', 'Đối tượng'],
        ['', '', 'Nam', 'Nữ'],
        ['1', 'Lê Thị Hoa', '', '9/3/1980', 'Kế toán', 'CC'],
        ['2', 'Vũ Văn Hải', '1/2/1975', '', 'Chủ tịch', 'CB'],
      ],
      [['C1', 2, 1]],
    );
    expect(lines(sheet)).toEqual([hoa, hai]);
    expect(reading(sheet).people.map(({ birthDate }) => birthDate)).toEqual([
      '9/3/1980',
      '1/2/1975',
    ]);
  });

  test.each([
    ['No.', 'Full name', 'Position', 'Category'],
    ['Thứ tự', 'Tên', 'Chức danh nghề nghiệp', 'Là'],
    ['', 'Họ và tên của anh/chị', 'Chức vụ hiện tại', 'Anh chị là'],
    ['Mã NV', 'Tên cán bộ, công chức, viên chức', 'Vị trí việc làm', 'CBCCVC'],
  ])('%s | %s | %s | %s', (...row) => {
    const sheet = [
      row,
      ['1', 'Lê Thị Hoa', 'Kế toán', 'CC'],
      ['2', 'Vũ Văn Hải', 'Chủ tịch', 'CB'],
    ];
    expect(lines(sheet)).toEqual([hoa, hai]);
    expect(reading(sheet).unsure).toEqual([]);
  });

  test('a line "Họ và tên: …" of the letter’s head is none', () => {
    const sheet = [
      ['Họ và tên người lập: Trần Thị Bình', '', 'Chức vụ: Văn thư'],
      ['', 'Kính gửi: Phòng Nội vụ'],
      headings,
      ['1', 'Lê Thị Hoa', 'Kế toán', 'CC'],
    ];
    expect(lines(sheet)).toEqual([hoa]);
  });

  test('"Tên" alone heads whole names; of two columns for titles the filled one counts', () => {
    const sheet = [
      ['STT', 'Tên', 'Chức vụ', 'Chức danh', 'Loại'],
      ['1', 'Lê Thị Hoa', '', 'Kế toán', 'CC'],
      ['2', 'Vũ Văn Hải', 'Chủ tịch', 'Chuyên viên', 'CB'],
    ];
    expect(lines(sheet)).toEqual([hoa, hai]);
  });
});

describe('several tables on one sheet', () => {
  test('one for each section, the first section above the first headings', () => {
    const sheet = [
      ['I. CÁN BỘ'],
      headings.slice(0, 3),
      ['1', 'Vũ Văn Hải', 'Chủ tịch'],
      [],
      ['II. CÔNG CHỨC'],
      headings.slice(0, 3),
      ['1', 'Lê Thị Hoa', 'Kế toán'],
    ];
    expect(lines(sheet)).toEqual([hai, hoa]);
    expect(reading(sheet).unsure).toEqual([]);
  });

  test('the second with its columns in another order', () => {
    const sheet = [
      headings,
      ['1', 'Vũ Văn Hải', 'Chủ tịch', 'Cán bộ'],
      ['STT', 'Chức danh', 'Họ và tên', 'Đối tượng'],
      ['1', 'Kế toán', 'Lê Thị Hoa', 'Công chức'],
    ];
    expect(lines(sheet)).toEqual([hai, hoa]);
  });

  test('side by side', () => {
    const sheet = [
      [...headings, '', ...headings],
      ['1', 'Vũ Văn Hải', 'Chủ tịch', 'CB', '', '3', 'Lê Thị Hoa', 'Kế toán', 'CC'],
      ['2', 'Đỗ Thị Lan', '', 'CB'],
    ];
    expect(lines(sheet)).toEqual([hai, 'Đỗ Thị Lan ·  · Cán bộ', hoa]);
    expect(reading(sheet).columns.map(({ place }) => place)).toContain('name');
  });

  test('a further list below the signatures of the first', () => {
    const sheet = [
      headings,
      ['1', 'Vũ Văn Hải', 'Chủ tịch', 'CB'],
      ['', 'Người lập biểu'],
      ['', 'Lê Thị Hoa'],
      ['DANH SÁCH BỔ SUNG'],
      headings,
      ['1', 'Lê Thị Hoa', 'Kế toán', 'CC'],
    ];
    expect(lines(sheet)).toEqual([hai, hoa]);
  });

  test('figures above the list are no people', () => {
    const sheet = [
      ['Đối tượng', 'Số lượng', 'Số tham gia'],
      ['Cán bộ', '2', '2'],
      ['Công chức', '3', '3'],
      headings,
      ['1', 'Lê Thị Hoa', 'Kế toán', 'CC'],
    ];
    expect(lines(sheet)).toEqual([hoa]);
  });
});

describe('sections and where they say the category', () => {
  test('anywhere in their words; a section beside them that says none ends it', () => {
    const sheet = [
      ['STT', 'Họ và tên', 'Chức vụ'],
      ['A', 'Khối cán bộ (1 người)'],
      ['1', 'Vũ Văn Hải', 'Chủ tịch'],
      ['B', 'Đội ngũ công chức'],
      ['I', 'Tổ một cửa'],
      ['1', 'Lê Thị Hoa', 'Kế toán'],
      ['C', 'Hợp đồng lao động'],
      ['1', 'Đỗ Thị Lan', 'Tạp vụ'],
    ];
    expect(lines(sheet)).toEqual([hai, hoa, 'Đỗ Thị Lan · Tạp vụ · ']);
  });

  test('"Cán bộ quản lý" and "Cán bộ, giáo viên" name posts, not a category', () => {
    const sheet = [
      ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng'],
      ['I', 'Cán bộ quản lý'],
      ['1', 'Vũ Văn Hải', 'Hiệu trưởng', ''],
      ['2', 'Đỗ Thị Lan', 'Giáo viên', 'Cán bộ, giáo viên'],
    ];
    expect(reading(sheet).people.map(({ category }) => category)).toEqual([
      '',
      'Cán bộ, giáo viên',
    ]);
  });

  test('groups with capitals are nobody, with a number neither; a family "Tô" is somebody', () => {
    const sheet = [
      headings,
      ['', 'Ban Giám Hiệu'],
      ['1', 'Vũ Văn Hải', 'Chủ tịch', 'CB'],
      ['2', 'Tổ Khoa Học Tự Nhiên'],
      ['', 'Tô Thị Nga'],
      ['3', 'Lê Thị Hoa', 'Kế toán', 'CC'],
    ];
    expect(lines(sheet)).toEqual([hai, 'Tô Thị Nga ·  · ', hoa]);
    expect(reading(sheet).skipped.map(({ row, as }) => `${row} ${as}`)).toEqual([
      '2 section',
      '4 section',
    ]);
  });

  test('a sheet that is called like a category says it; a title only offers it', () => {
    const rows = [['Họ và tên'], ['Lê Thị Hoa']];
    expect(reading(sheetOf(rows, 'Công chức')).people[0]?.category).toBe('Công chức');
    const offered = reading([['DANH SÁCH VIÊN CHỨC DỰ THI'], ...rows]);
    expect(offered).toMatchObject({ offered: 'Viên chức', unsure: ['category'] });
    expect(offered.people[0]?.category).toBe('');
    expect(reading([['DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'], ...rows]).offered).toBe('');
  });

  test('a category merged over several people is each one’s', () => {
    const sheet = spread(
      [
        ['Đối tượng', 'STT', 'Họ và tên', 'Chức vụ'],
        ['Cán bộ', '1', 'Vũ Văn Hải', 'Chủ tịch'],
        ['', '2', 'Ngô Thị Mơ', ''],
        ['Công chức', '3', 'Lê Thị Hoa', 'Kế toán'],
        ['', '', '', ''],
      ],
      [
        ['A2', 1, 2],
        ['A4', 1, 2],
      ],
    );
    expect(lines(sheet)).toEqual([hai, 'Ngô Thị Mơ ·  · Cán bộ', hoa]);
  });
});

describe('names', () => {
  test('of other peoples, single words, twice the same, in small letters, without a number', () => {
    const names = [
      "K'Brôi",
      'Y Bhăm Niê',
      "H'Hen Niê",
      'Sùng A Páo',
      'Thào',
      'vũ văn hải',
      'Lưu Thị Hoa',
    ];
    const rows = [...names, 'Lưu Thị Hoa'].map((name, index) => [
      index % 2 === 0 ? String(index + 1) : '',
      name,
      'GV',
      'VC',
    ]);
    expect(reading([headings, ...rows]).people.map(({ name }) => name)).toEqual([
      ...names,
      'Lưu Thị Hoa',
    ]);
  });

  test('alone in small letters, or called like the words below a list', () => {
    const names = ['lê thị hoa', 'Lưu Thị Hoa', 'Lập Văn Biểu', 'Cộng Thị Tú', 'Đoàn Văn Trường'];
    const sheet = [['Họ và tên', 'Chức vụ'], ...names.map((name) => [name])];
    expect(reading(sheet).people.map(({ name }) => name)).toEqual(names);
  });

  test.each(['Lê Thị Hoa (Kế toán)', 'Lê Thị Hoa - Kế toán', 'Lê Thị Hoa, Kế toán'])(
    'with their titles in one cell: %s',
    (name) => {
      const sheet = [
        ['Họ và tên, chức vụ', 'Đối tượng'],
        [name, 'CC'],
        ['Vũ Văn Hải', 'CB'],
        [name, 'CC'],
      ];
      expect(lines(sheet)).toEqual([hoa, 'Vũ Văn Hải ·  · Cán bộ', hoa]);
    },
  );

  test('with their numbers in one cell', () => {
    const sheet = [
      ['Họ và tên', 'Chức vụ', 'Đối tượng'],
      ['1. Lê Thị Hoa', 'Kế toán', 'CC'],
    ];
    expect(lines(sheet)).toEqual([hoa]);
  });
});

describe('what stands below a list', () => {
  test('figures by category, and signatures whose title is no footer’s', () => {
    const sheet = [
      headings,
      ['1', 'Lê Thị Hoa', 'Kế toán', 'CC'],
      ['', 'Tỷ lệ: 95%'],
      ['', 'Cán bộ', '2'],
      ['', 'Viên chức', '', '33'],
      ['', 'VĂN THƯ', '', 'CHỦ TỊCH CÔNG ĐOÀN'],
      ['', 'Trần Thị Bình', '', 'Vũ Văn Hải'],
    ];
    expect(lines(sheet)).toEqual([hoa]);
  });

  test('a title alone in the middle closes nothing: whole people follow', () => {
    const sheet = [
      ['Họ và tên', 'Chức vụ', 'Đối tượng'],
      ['Trưởng phòng'],
      ['Lê Thị Hoa', 'Kế toán', 'CC'],
      ['Ngô Thị Mơ'],
    ];
    expect(lines(sheet)).toEqual([hoa, 'Ngô Thị Mơ ·  · ']);
  });

  test('the given name may stand before the family', () => {
    const sheet = [
      ['STT', 'Tên', 'Họ và tên đệm', 'Chức vụ', 'Đối tượng'],
      ['1', 'Hoa', 'Lê Thị', 'Kế toán', 'CC'],
    ];
    expect(lines(sheet)).toEqual([hoa]);
  });
});

describe('nobody is lost without a word', () => {
  test('every row with words is a person or is shown as left out', () => {
    const sheet = [
      headings,
      ['1', 'Lê Thị Hoa', 'Kế toán', 'CC'],
      ['2', '', '', 'CC'],
      ['3', '', '', ''],
      ['', 'Cộng: 2'],
      ['', 'HIỆU TRƯỞNG'],
      ['', 'Vũ Văn Hải', 'Chủ tịch', 'CB'],
      ['', '', 'Phạm Thị Hiền'],
    ];
    const { people, skipped } = reading(sheet);
    expect(people.map(({ row }) => row)).toEqual([2, 7]);
    expect(skipped.map(({ row }) => row)).toEqual([3, 5, 6, 8]);
  });
});
