import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../src/adapters/list-reader.ts';
import { readList } from '../../src/lists/read-list.ts';
import { root } from '../../src/root.ts';
import { categories } from '../support/appendix-input.ts';

const read = (file: string, birthDateAsked = false) => {
  const bytes = new Uint8Array(readFileSync(join(root, 'test/files', file)));
  return readList(readGrid(bytes), { categories, birthDateAsked, cutOffOn: '2024-11-30' });
};

const lines = ({ people }: ReturnType<typeof read>): string[] =>
  people.map(({ name, title, category, note }) => [name, title, category, note].join(' · '));

describe('lists that other programs wrote', () => {
  test.each([
    'openpyxl-hai-dong-tieu-de.xlsx',
    'libreoffice-hai-dong-tieu-de.xls',
    'libreoffice-hai-dong-tieu-de.ods',
  ])('%s: two rows of merged headings, crosses, sections, a hidden sheet', (file) => {
    const list = read(file);
    expect(lines(list)).toEqual([
      'Phạm Thị Hiền · Hiệu trưởng · Viên chức · ',
      'Vũ Đức Long · Phó Hiệu trưởng · Viên chức · kiêm nhiệm',
      'Đào Thị Thu Hà · Giáo viên · Viên chức · ',
      'Bùi Quang Huy · Nhân viên ·  · ',
      'Trịnh Hoài Nam · Kế toán ·  · ',
    ]);
    expect(list.faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'G14 category-two-marks',
      'G15 category-missing',
    ]);
    expect(list.sheets.map(({ name }) => name)).toEqual(['DS dự thi']);
  });

  test.each([
    'xlsxwriter-chu-dam-nghieng.xlsx',
    'libreoffice-chu-dam-nghieng.xlsx',
    'libreoffice-chu-dam-nghieng.csv',
  ])('%s: rich text, decomposed letters, odd blanks, categories by their initials', (file) => {
    const list = read(file);
    expect(lines(list)).toEqual([
      'Nguyễn Thị Mai · Giáo viên · Viên chức · ',
      'Trần Quốc Toàn · Giáo viên · Viên chức · đi học',
      'LÊ VĂN TÁM · Bảo vệ · Viên chức · ',
      'Hoàng Thị 7 · Y tế · Thỉnh giảng · ',
      'An · Y tế · Viên chức · ',
    ]);
    expect(list.faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'B5 name-has-signs',
      'D5 category-unknown',
      'B6 name-one-word',
    ]);
  });

  test.each(['xlsxwriter-nhieu-trang.xlsx', 'libreoffice-nhieu-trang.xls'])(
    '%s: two sheets with lists, days in two spellings',
    (file) => {
      const list = read(file, true);
      expect(list.sheets.map(({ name, people }) => `${name} ${people}`)).toEqual([
        'Cán bộ 1',
        'Công chức 2',
      ]);
      expect(list.unsure).toContain('sheet');
      expect(list.people.map(({ name, birthDate }) => `${name} ${birthDate}`)).toEqual([
        'Đinh Bộ Lĩnh 30/12/1980',
        'Ngô Thì Nhậm 15/4/1985',
      ]);
    },
  );

  test('stored results of formulas are read', () => {
    const { people } = read('xlsxwriter-nhieu-trang.xlsx');
    expect(people.map(({ category }) => category)).toEqual(['Công chức', 'Công chức']);
  });

  test('without headings, and then the clerk is asked', () => {
    const list = read('xlsxwriter-khong-tieu-de.xlsx');
    expect(lines(list)).toEqual([
      'Nguyễn Thị Lành · Giáo viên · Viên chức · ',
      'Phan Văn Đạt · Giáo viên · Viên chức · ',
      'Tô Hiến Thành · Hiệu trưởng · Viên chức · ',
    ]);
    expect(list.unsure).toEqual(['columns']);
  });
});
