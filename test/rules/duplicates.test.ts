import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samePeople } from '../../src/participants/duplicates.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { emptyDraft } from '../../src/reports/draft.ts';
import { nameKey } from '../../src/vietnamese/names.ts';
import { aCampaign } from '../support/appendix-input.ts';

const sameNames = (names: readonly string[]) =>
  samePeople(names.map((name) => ({ name, birthDate: '' })));

describe('Rule 9: two spellings of one person', () => {
  test.each([
    ['Nguyễn Hòa', 'Nguyễn Hoà'],
    ['Trần Thúy', 'Trần Thuý'],
    ['Lê Thị Tòa', 'Lê Thị Toà'],
    ['Phạm Khỏe', 'Phạm Khoẻ'],
    ['Đỗ Thị Lụa', 'Đỗ Thị Lụa'.normalize('NFD')],
    ['Vũ Thị Hường', 'VŨ THỊ HƯỜNG'],
    ['Đặng Văn Đạt', 'đặng văn đạt'],
    ['Bùi  Văn   An ', 'Bùi Văn An'],
    ['Bùi\u00A0Văn\u200B An', 'Bùi Văn An'],
    ['HÒA THÚY', 'hoà thuý'],
  ])('%j and %j are the same', (one, other) => {
    expect(sameNames([one, other])).toEqual([[1, 2]]);
  });

  test.each([
    ['Nguyễn Hoa', 'Nguyễn Hòa'],
    ['Nguyễn Hóa', 'Nguyễn Hòa'],
    ['Nguyễn Dung', 'Nguyễn Đung'],
    ['Trần Mân', 'Trần Man'],
    ['Lê Văn An', 'Lê An'],
    ['Lê Tư', 'Lê Tu'],
  ])('%j and %j are two people', (one, other) => {
    expect(sameNames([one, other])).toEqual([]);
  });

  test('names the rows of each person found twice or more; rows without a name are nobody', () => {
    const names = ['Lê An', '', 'Lê Bình', 'lê an', '', 'Lê Bình', 'Lê Cúc', 'LÊ AN'];
    expect(sameNames(names)).toEqual([
      [1, 4, 8],
      [3, 6],
    ]);
  });

  test('finds the same groups however the rows are ordered', () => {
    const name = fc.constantFrom('Lê Hòa', 'Lê Hoà', 'LÊ HÒA', 'Lê Hoa', 'Lê Thúy', 'Lê Thuý', '');
    const shuffled = fc
      .array(name, { maxLength: 20 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length }),
        ),
      );
    const groups = (names: readonly string[]) =>
      sameNames(names)
        .map((rows) => rows.map((row) => names[row - 1]).sort())
        .sort();
    fc.assert(
      fc.property(shuffled, ([names, others]) => {
        expect(groups(others)).toEqual(groups(names));
      }),
    );
  });

  test('composed or not, with whatever blanks, a name has one key', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aàáâấeêếiìoòơờuùưừyýđnhg HÒ') });
    fc.assert(
      fc.property(name, (one) => {
        const spellings = [one.normalize('NFD'), ` ${one.replaceAll(' ', '  ')}\u200B`];
        expect(spellings.map(nameKey)).toEqual([nameKey(one), nameKey(one)]);
      }),
    );
  });
});

describe('Rule 9: the same person twice in one list is a warning, not an error', () => {
  const people = (...names: string[]) => ({
    ...emptyDraft,
    headcounts: { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '9' },
    rows: names.map((name) => ({
      name,
      birthDate: '',
      title: '',
      category: 'Viên chức',
      note: '',
    })),
  });

  test('with the rows and the name, to be confirmed', () => {
    const { faults, warnings } = checkDraft(people('Lê Hòa', 'Lê Bình', 'Lê Hoà'), aCampaign());
    expect(faults).toEqual([]);
    expect(warnings).toEqual([
      {
        code: 'same-name-twice',
        key: 'same-name-twice:1-3',
        details: { rows: '1, 3', name: 'Lê Hòa' },
      },
    ]);
  });

  test('a third one is a new occasion: the earlier tick does not cover it', () => {
    const keys = (...names: string[]) =>
      checkDraft(people(...names), aCampaign()).warnings.map(({ key }) => key);
    expect(keys('Lê An', 'Lê An')).not.toEqual(keys('Lê An', 'Lê An', 'Lê An'));
  });
});
