import { describe, expect, test } from 'vitest';
import { concernsOf } from '../../src/desk/concerns.ts';
import { fittingPeople, listQuery } from '../../src/desk/list-query.ts';
import { peopleList } from '../../src/desk/people-list.ts';
import { reasonOf, remarksIn, returningOf } from '../../src/desk/returning.ts';
import { nextAfter } from '../../src/desk/waiting.ts';
import type { PersonRow } from '../../src/reports/pages.ts';
import { placeRemarks } from '../../src/reports/remark.ts';
import { differenceSinceLast } from '../../src/reports/since-last.ts';
import { remarksText } from '../../src/strings/remarks.ts';
import { sinceLastText } from '../../src/strings/review.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const remark = (row: number, name: string) => ({ row, name, text: `về dòng ${row}` });

describe('A remark on a row', () => {
  const rowsOf = (...args: Parameters<typeof placeRemarks>) => {
    const { placed, gone } = placeRemarks(...args);
    return {
      rows: [...placed].map(([row, one]) => [one.row, row]),
      gone: gone.map((one) => one.row),
    };
  };

  test('stays with its person when the list is sorted anew, however the name is spelt', () => {
    const list = named('Trần Hòa', 'Lê An', 'Vũ Thị Thủy');
    const remarks = [remark(1, 'VŨ THỊ THUỶ'), remark(3, 'Trần Hoà')];
    expect(rowsOf(remarks, list)).toEqual({
      rows: [
        [1, 3],
        [3, 1],
      ],
      gone: [],
    });
  });

  test('of a person who is not there any more, or has another name now, is kept apart', () => {
    expect(rowsOf([remark(2, 'Lê An')], named('Trần Hòa', 'Lê Ân'))).toEqual({
      rows: [],
      gone: [2],
    });
  });

  test('of one of two namesakes stays in its own row; both find theirs when a row was removed above', () => {
    const two = [remark(2, 'Lê An'), remark(4, 'Lê An')];
    const list = named('Trần Hòa', 'Lê An', 'Vũ Bình', 'Lê An');
    expect(rowsOf([two[1] as never], list)).toEqual({ rows: [[4, 4]], gone: [] });
    expect(rowsOf(two, list.slice(1))).toEqual({
      rows: [
        [2, 1],
        [4, 3],
      ],
      gone: [],
    });
    expect(rowsOf(two, named('Lê An'))).toEqual({ rows: [[2, 1]], gone: [4] });
  });

  test('is told in a mail by its number alone, twenty at most', () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ row: index + 1, text: 'Sai' }));
    const lines = remarksText(2, many).split('\n');
    expect(lines.slice(0, 2)).toEqual(['Ở từng dòng của bản gửi 2:', '- Dòng 1: Sai']);
    expect(lines.at(-1)).toBe('- Còn 3 dòng khác, xem trong báo cáo.');
    expect(lines).toHaveLength(22);
    expect(remarksText(2, [])).toBe('');
  });
});

describe('Whose turn it is', () => {
  const queue = ['a', 'b', 'c'].map((code) => ({ code }));
  test.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['somebody who does not wait', 'a'],
  ])('after %s: %s', (code, next) => {
    expect(nextAfter(queue, code)?.code).toBe(next);
  });

  test('is nobody’s when the only one that waits is this', () => {
    expect(nextAfter([{ code: 'a' }], 'a')).toBeUndefined();
    expect(nextAfter([], 'a')).toBeUndefined();
  });
});

const person = (number: number, name: string, more: Partial<PersonRow> = {}): PersonRow => ({
  number,
  name,
  birthDate: '',
  title: 'Giáo viên',
  category: 'Viên chức',
  note: '',
  ...more,
});
const people = [
  person(1, 'Nguyễn Văn Ân'),
  person(2, 'Trần Thị Ăn', { note: 'Mới chuyển về' }),
  person(3, 'Lê An', { title: 'Kế toán' }),
];
const numbers = (address: string) =>
  fittingPeople(people, listQuery(new URLSearchParams(address))).map(({ number }) => number);

describe('The list of a report', () => {
  test('is in the unit’s own order, or by given name; numbers stay the rows’ own', () => {
    expect(numbers('')).toEqual([1, 2, 3]);
    expect(numbers('sap=ten')).toEqual([3, 2, 1]);
    expect(numbers('sap=la')).toEqual([1, 2, 3]);
  });

  test('is searched without marks in names, positions, categories and notes', () => {
    expect(numbers('tim=tran+thi')).toEqual([2]);
    expect(numbers('tim=KE+TOAN')).toEqual([3]);
    expect(numbers('tim=chuyển')).toEqual([2]);
    expect(numbers('tim=%25')).toEqual([]);
  });

  const shownWith = (fields: string, seen?: { name: string }[]) => {
    const form = new URLSearchParams(fields);
    const content = { people, query: listQuery(form), returning: returningOf(form) };
    return peopleList({ ...content, canRemark: true, fault: null, seen });
  };

  test('keeps remarks on rows that the search hides', () => {
    const list = shownWith('tim=an&action=rows&remark.1=Sai+ngày&remark.2=Sai+họ&tim=ke+toan');
    expect(list?.rows.map(({ number, remark }) => [number, remark])).toEqual([
      [1, 'Sai ngày'],
      [2, 'Sai họ'],
      [3, ''],
    ]);
    const hidden = shownWith('tim=ke+toan&rows=1&remark.1=Sai+ngày');
    expect(hidden?.rows.map(({ number }) => number)).toEqual([3]);
    expect(hidden?.hidden).toEqual([{ row: 1, text: 'Sai ngày' }]);
  });

  test('moves remarks to the same people of a version that has come meanwhile', () => {
    const seen = named('Lê An', 'Vũ Đã Bỏ');
    const list = shownWith('remark.1=Sai+chức+vụ&remark.2=Nghỉ+hưu', seen);
    expect(list?.rows[2]?.remark).toBe('Sai chức vụ');
    expect(list?.gone).toEqual(['Dòng 2 (Vũ Đã Bỏ): Nghỉ hưu']);
    expect(list?.withRows).toBe(true);
  });
});

describe('The reason of a return', () => {
  const returning = (fields: string) => returningOf(new URLSearchParams(fields));

  test('is what was ticked and what was written', () => {
    const posted = returning('reasons=trung&reasons=tong-so&reasons=la&reason=+Gửi+lại+%0D%0A');
    expect(reasonOf(posted)).toBe(
      'Tổng số chưa khớp biên chế được giao.\nTrùng với đơn vị khác.\nGửi lại',
    );
    expect(reasonOf(returning('reasons=khac&reason=Sai+mẫu'))).toBe('Sai mẫu');
    expect(reasonOf(returning('reason=++'))).toBe('');
  });

  test('"Khác" alone says nothing', () => {
    expect(() => reasonOf(returning('reasons=khac&reasons=moc'))).toThrow('reason-other-missing');
  });

  test('has remarks for real rows only, in their order', () => {
    const posted = returning(
      'remark.12=b&remark.3=+a++a+&remark.4=&remark.0=x&remark.x=y&remark.-1=z',
    );
    expect(remarksIn(posted)).toEqual([
      { row: 3, text: 'a a' },
      { row: 12, text: 'b' },
    ]);
  });
});

describe('A waiting report', () => {
  const clean = {
    confirmed: 0,
    explained: 0,
    nobodyReason: null,
    isClaimedElsewhere: false,
    wasReturned: false,
    isUnitInUse: true,
  };
  test('without anything to look at is free of warnings', () => {
    expect(concernsOf(clean)).toEqual([]);
  });

  test.each([
    ['confirmed', { confirmed: 1 }],
    ['explained', { explained: 2 }],
    ['nobody', { nobodyReason: 'Đi công tác' }],
    ['elsewhere', { isClaimedElsewhere: true }],
    ['returned-before', { wasReturned: true }],
    ['unit-out-of-use', { isUnitInUse: false }],
  ])('is looked at first: %s', (concern, change) => {
    expect(concernsOf({ ...clean, ...change })).toEqual([concern]);
  });
});

describe('The difference from the campaign before', () => {
  const someone = (name: string, categoryId: string, birthDate = '') => ({
    name,
    birthDate,
    title: 'Giáo viên',
    categoryId,
    note: '',
  });
  const category = (id: string, code: string, name: string) => ({ id, code, name });
  const last = {
    campaign: {
      title: 'CCHC 2023',
      birthDateAsked: false,
      categories: [category('old-v', 'vc', 'Viên chức'), category('old-h', 'hd', 'Hợp đồng')],
    },
    version: {
      counts: [
        { categoryId: 'old-v', headcount: 48, participants: 1 },
        { categoryId: 'old-h', headcount: 2, participants: 1 },
      ],
      participants: [someone('Lê An', 'old-v'), someone('Vũ Bình', 'old-h')],
      nobodyReason: null,
    },
  };
  const now = {
    campaign: { birthDateAsked: true, categories: [category('new-v', 'vien-chuc', 'Viên chức')] },
    version: {
      counts: [{ categoryId: 'new-v', headcount: 52, participants: 2 }],
      participants: [
        someone('Lê An', 'new-v', '1980-11-30'),
        someone('Trần Chi', 'new-v', '1990-01-01'),
      ],
      nobodyReason: null,
    },
  };

  test('matches categories by name and asks for birth dates only where both have them', () => {
    const found = differenceSinceLast(last, now);
    expect(found.since).toBe('đợt trước: CCHC 2023');
    expect(found.figures).toEqual([
      { what: 'Viên chức', before: '48 người, 1 dự thi', after: '52 người, 2 dự thi' },
      { what: 'Hợp đồng', before: '2 người, 1 dự thi', after: '0 người, 0 dự thi' },
    ]);
    expect(found.added).toEqual(['Trần Chi – Giáo viên – Viên chức']);
    expect(found.removed).toEqual(['Vũ Bình – Giáo viên – Hợp đồng']);
    expect(found.changed).toEqual([]);
  });

  test('is told in a few words', () => {
    const then = { headcount: 50, participants: 2 };
    const words = sinceLastText(
      then,
      { headcount: 52, participants: 2 },
      {
        added: ['a'],
        removed: [],
        changed: ['b', 'c'],
      },
    );
    expect(words).toBe('tổng số từ 50 thành 52; dự thi vẫn 2; thêm 1 người; đổi thông tin 2 người');
  });
});
