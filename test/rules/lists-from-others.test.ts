import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../src/adapters/list-reader.ts';
import { readList } from '../../src/lists/read-list.ts';
import { repaired } from '../../src/lists/repair.ts';
import { root } from '../../src/root.ts';
import { categories } from '../support/appendix-input.ts';

const asking = { categories, birthDateAsked: false, cutOffOn: '2024-11-30' };

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

  test.each([
    ['openpyxl-vntime.xlsx', 20],
    ['xlsxwriter-vni.xlsx', 18],
    ['xlsxwriter-lan-phong.xlsx', 11],
    ['libreoffice-khong-phong-vntime.xls', 18],
    ['libreoffice-khong-phong-vni.xls', 18],
    ['xlsxwriter-co-macro.xlsm', 0],
    ['libreoffice-utf-16-tab.csv', 0],
    ['python-utf-8-bom-cham-phay.csv', 0],
    ['python-windows-1258.csv', 0],
  ])('%s: the same people in old fonts and encodings', (file, changed) => {
    const bytes = new Uint8Array(readFileSync(join(root, 'test/files', file)));
    const { sheets, repairs } = repaired(readGrid(bytes));
    const { people, unsure } = readList(sheets, asking);
    expect(
      people
        .slice(0, 5)
        .map(({ name, title, category }) => [name, title, category].join(' · ').toLowerCase()),
    ).toEqual([
      'nguyễn thị thu hường · hiệu trưởng · viên chức',
      'trần quốc đạt · giáo viên · viên chức',
      'đặng thùy dương · kế toán · công chức',
      'lê đức thọ · bảo vệ · viên chức',
      'phạm văn ấn · chủ tịch · cán bộ',
    ]);
    expect(unsure).toEqual([]);
    expect([...repairs.values()].flat()).toHaveLength(changed);
  });

  test('a font of capitals, and three fonts in one cell', () => {
    const nameAt = (file: string, index: number) => {
      const bytes = new Uint8Array(readFileSync(join(root, 'test/files', file)));
      return readList(repaired(readGrid(bytes)).sheets, asking).people[index]?.name;
    };
    expect(nameAt('openpyxl-vntime.xlsx', 0)).toBe('NGUYỄN THỊ THU HƯỜNG');
    expect(nameAt('xlsxwriter-lan-phong.xlsx', 5)).toBe('Đoàn Thị Ánh');
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
