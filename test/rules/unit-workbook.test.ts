import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../src/adapters/workbook-writer.ts';
import { unitFileName } from '../../src/papers/file-name.ts';
import { unitWorkbook } from '../../src/papers/unit-workbook.ts';
import type { Participant } from '../../src/participants/participant.ts';
import type { Version } from '../../src/reports/version.ts';
import { aCampaign, categories, deadline, inTime } from '../support/appendix-input.ts';
import { readBack, recalculated, rowsOf, sheetOf } from '../support/recalculated.ts';

const aPerson = (name: string, changes: Partial<Participant> = {}): Participant => ({
  name,
  birthDate: '',
  title: 'Giáo viên',
  categoryId: 'vien-chuc',
  note: '',
  ...changes,
});

const aVersion = (changes: Partial<Version> = {}): Version => ({
  id: 'version',
  number: 2,
  receipt: 27,
  sentAt: inTime,
  sentBy: 'Lê Thị Tâm',
  dueAt: deadline,
  nobodyReason: null,
  confirmed: [],
  explanations: [],
  proposals: '',
  signerTitle: '',
  signerName: '',
  onBehalf: false,
  counts: [
    { categoryId: 'can-bo', headcount: 2, participants: 0 },
    { categoryId: 'cong-chuc', headcount: 0, participants: 0 },
    { categoryId: 'vien-chuc', headcount: 46, participants: 3 },
  ],
  participants: [aPerson('Trần Văn Vinh'), aPerson('Lê Thị An'), aPerson('Phạm Bình')],
  ...changes,
});

const written = async (version: Version, unitName = 'Trường THCS Nguyễn Huệ') =>
  readBack(await writeWorkbook(unitWorkbook({ campaign: aCampaign(), unitName, version })));

test('a unit’s file says whose figures of when, with a rate and sums that are live', async () => {
  const workbook = await written(aVersion());
  expect(workbook.SheetNames).toEqual(['Số liệu', 'Danh sách người dự thi']);
  const rows = rowsOf(workbook, 'Số liệu');
  expect(rows.slice(0, 9).map(([label, value]) => [label, value])).toEqual([
    ['BÁO CÁO SỐ LIỆU', null],
    ['Trường THCS Nguyễn Huệ', null],
    [aCampaign().title, null],
    [null, null],
    ['Số liệu tính đến ngày', '30/11/2024'],
    ['Bản gửi', 2],
    ['Biên nhận số', 27],
    ['Gửi lúc', '11/12/2024 09:00 (đúng hạn)'],
    ['Người gửi', 'Lê Thị Tâm'],
  ]);
  expect(rows.slice(10)).toEqual([
    ['Đối tượng', 'Số lượng', 'Tham gia dự thi', 'Tỷ lệ (%)'],
    ['Cán bộ', 2, 0, 0],
    ['Công chức', 0, 0, '—'],
    ['Viên chức', 46, 3, 6.52],
    ['Tổng số', 48, 3, 6.25],
  ]);
  const sheet = sheetOf(workbook, 'Số liệu');
  expect([sheet.B15.f, sheet.C15.f]).toEqual(['SUM(B12:B14)', 'SUM(C12:C14)']);
  expect(rowsOf(workbook, 'Danh sách người dự thi').slice(3)).toEqual([
    ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú'],
    [1, 'Lê Thị An', 'Giáo viên', 'Viên chức', null],
    [2, 'Phạm Bình', 'Giáo viên', 'Viên chức', null],
    [3, 'Trần Văn Vinh', 'Giáo viên', 'Viên chức', null],
  ]);
});

test('a list of nobody says why, a late version how late; a category added later has no line', async () => {
  const counts = [{ categoryId: 'can-bo', headcount: 4, participants: 0 }];
  const late = { sentAt: '2024-12-12T19:30:00.000Z', nobodyReason: 'Không ai thuộc diện' };
  const workbook = await written(aVersion({ ...late, counts, participants: [] }));
  const rows = rowsOf(workbook, 'Số liệu');
  expect(rows[7]?.[1]).toBe('13/12/2024 02:30 (muộn 2 giờ)');
  expect(rows.slice(11).map(([first]) => first)).toEqual([
    'Cán bộ',
    'Tổng số',
    'Đơn vị không có người dự thi. Lý do: Không ai thuộc diện',
  ]);
  expect(rowsOf(workbook, 'Danh sách người dự thi')[4]?.[0]).toBe('Không có người dự thi.');
});

test('for any counts every stored value equals its formula, recalculated by another engine', async () => {
  const count = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.nat());
  await fc.assert(
    fc.asyncProperty(fc.tuple(count, count, count), async (pairs) => {
      const counts = pairs.map(([headcount, some], index) => ({
        categoryId: categories[index]?.id ?? '',
        headcount,
        participants: some % (headcount + 1),
      }));
      const cells = recalculated(await written(aVersion({ counts })));
      expect(cells).toHaveLength(3 + 3);
      expect(cells.filter(({ stored, computed }) => stored !== computed)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('whatever people type stays text: formulas, signs, emoji, very long names', async () => {
  const hostile = ['=1+1', '@SUM(A1)', '+84', '<b>&amp;</b>', '👩‍🏫 Lê', 'Ư'.repeat(200)];
  const participants = hostile.map((name) => aPerson(name, { title: name, note: name }));
  const workbook = await written(aVersion({ participants, sentBy: '=2+2' }), '=HYPERLINK("x")');
  const names = rowsOf(workbook, 'Danh sách người dự thi').slice(4);
  expect(names.map(([, name]) => name).toSorted()).toEqual(hostile.toSorted());
  expect(rowsOf(workbook, 'Số liệu')[1]?.[0]).toBe('=HYPERLINK("x")');
  const formulas = recalculated(workbook).map(({ formula }) => formula);
  expect(formulas.filter((formula) => !/^(SUM|IF)\(/.test(formula))).toEqual([]);
  expect(formulas).toHaveLength(6);
});

test('the file is named after unit, campaign and version, whatever their codes hold', () => {
  expect(unitFileName('thcs-binh-han', 'cchc-2024', 2)).toBe(
    'Bao-cao_thcs-binh-han_cchc-2024_lan-2.xlsx',
  );
  expect(unitFileName('../a b', 'x"\r\ny', 1)).toBe('Bao-cao_-a-b_x-y_lan-1.xlsx');
});
