import { describe, expect, test } from 'vitest';
import {
  faultOfName,
  longestName,
  longestText,
  mostRows,
  type TypedParticipant,
} from '../../src/participants/participant.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { type Draft, emptyDraft } from '../../src/reports/draft.ts';
import { aCampaign } from '../support/appendix-input.ts';

const person = (category: string, name = 'Nguyễn Văn An'): TypedParticipant => ({
  name,
  birthDate: '',
  title: '',
  category,
  note: '',
});

const people = (count: number, category: string): TypedParticipant[] =>
  Array.from({ length: count }, () => person(category));

const draft = (headcounts: [string, string, string], rows: TypedParticipant[]): Draft => ({
  ...emptyDraft,
  headcounts: { 'can-bo': headcounts[0], 'cong-chuc': headcounts[1], 'vien-chuc': headcounts[2] },
  rows,
});

const faultsOf = (one: Draft) => checkDraft(one, aCampaign()).faults;
const codesOf = (one: Draft) => faultsOf(one).map(({ code, field }) => `${code} ${field}`);

describe('Rule 2: participants may not outnumber the staff', () => {
  test('as many as there are is fine, in every category', () => {
    const rows = [...people(1, 'Cán bộ'), ...people(2, 'Công chức'), ...people(3, 'Viên chức')];
    expect(faultsOf(draft(['1', '2', '3'], rows))).toEqual([]);
  });

  test('one too many in a category is an error beside that headcount, even when the total fits', () => {
    const faults = faultsOf(draft(['1', '9', '9'], people(2, 'Cán bộ')));
    expect(faults).toEqual([
      {
        code: 'more-participants-than-category',
        field: 'headcount-can-bo',
        details: { category: 'Cán bộ', headcount: 1, participants: 2 },
      },
    ]);
  });

  test('every category that is outnumbered is named', () => {
    const rows = [...people(1, 'Cán bộ'), ...people(2, 'Viên chức')];
    expect(codesOf(draft(['0', '5', '1'], rows))).toEqual([
      'more-participants-than-category headcount-can-bo',
      'more-participants-than-category headcount-vien-chuc',
    ]);
  });

  test('more rows than staff in all is an error, also while some have no known category', () => {
    const rows = [...people(1, 'Cán bộ'), ...people(2, 'Lao công')];
    expect(codesOf(draft(['1', '1', '0'], rows))).toEqual([
      'more-participants-than-staff headcount-can-bo',
      'category-unknown row-2-category',
      'category-unknown row-3-category',
    ]);
  });

  test('while a headcount is unreadable, nobody is said to be outnumbered', () => {
    expect(codesOf(draft(['x', '0', '0'], people(3, 'Cán bộ')))).toEqual([
      'headcount-has-words headcount-can-bo',
    ]);
  });

  test('a category that the campaign adds has its own limit', () => {
    const added = { id: 'nld', code: 'nld', name: 'Người lao động' };
    const campaign = { ...aCampaign(), categories: [...aCampaign().categories, added] };
    const one = draft(['0', '0', '9'], people(2, 'Người lao động'));
    const { faults } = checkDraft(
      { ...one, headcounts: { ...one.headcounts, nld: '1' } },
      campaign,
    );
    expect(faults.map(({ field }) => field)).toEqual(['headcount-nld']);
  });
});

describe('Rule 2: each participant has a name and a category of the campaign', () => {
  test.each([['Cán bộ'], ['cán bộ'], ['CAN BO'], ['  Cán   bộ '], ['Cán bộ'.normalize('NFD')]])(
    '%j is the category Cán bộ',
    (word) => {
      const checked = checkDraft(draft(['1', '0', '0'], [person(word)]), aCampaign());
      expect(checked.faults).toEqual([]);
      expect(checked.counts[0]).toEqual({ categoryId: 'can-bo', headcount: 1, participants: 1 });
      expect(checked.participants[0]?.categoryId).toBe('can-bo');
    },
  );

  test('no category, and one that the campaign has not, are errors in their row', () => {
    const rows = [person(''), person('Viên chức'), person('Giáo viên')];
    expect(codesOf(draft(['9', '9', '9'], rows))).toEqual([
      'category-missing row-1-category',
      'category-unknown row-3-category',
    ]);
  });

  test.each([
    ['', 'name-missing'],
    ['\u200B', 'name-missing'],
    ['An', 'name-one-word'],
    ['Nguyễn Văn An 2', 'name-has-signs'],
    ['Nguyễn Văn An (nghỉ)', 'name-has-signs'],
    ['<b>Nguyễn An</b>', 'name-has-signs'],
    [`Nguyễn ${'A'.repeat(longestName)}`, 'name-too-long'],
  ] as const)('the name %j is refused: %s', (name, code) => {
    expect(faultOfName(name)).toBe(code);
    expect(codesOf(draft(['9', '0', '0'], [person('Cán bộ', name)]))).toEqual([
      `${code} row-1-name`,
    ]);
  });

  test.each([
    "H'Nuê Êban",
    'H’Hen Niê',
    'Nguyễn-Văn An',
    'Nguyễn T. An',
    'ĐẶNG THỊ Ỷ',
    'Trần Thúy',
  ])('the name %j is fine', (name) => {
    expect(faultOfName(name)).toBeUndefined();
    expect(faultOfName(name.normalize('NFD'))).toBeUndefined();
  });

  test('a position or note beyond the limit is an error at its own field', () => {
    const long = 'x'.repeat(longestText + 1);
    const row = { ...person('Cán bộ'), title: long, note: long };
    expect(codesOf(draft(['9', '0', '0'], [row]))).toEqual([
      'text-too-long row-1-title',
      'text-too-long row-1-note',
    ]);
  });

  test(`a list of ${mostRows} people can be sent, one more can't`, () => {
    const full = people(mostRows, 'Viên chức');
    expect(codesOf(draft(['0', '0', '5000'], full))).toEqual([]);
    const overfull = [...full, person('Viên chức')];
    expect(codesOf(draft(['0', '0', '5000'], overfull))).toEqual(['too-many-rows list']);
  });
});
