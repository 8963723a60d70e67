import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TypedParticipant } from '../../src/participants/participant.ts';
import { type Draft, emptyDraft, tidyDraft } from '../../src/reports/draft.ts';
import { draftFromForm, withoutRow } from '../../src/reports/read-draft.ts';
import { aCampaign, categories } from '../support/appendix-input.ts';

const row = (name: string, category = ''): TypedParticipant => ({
  name,
  birthDate: '',
  title: '',
  category,
  note: '',
});

const categoriesAfter = (headcounts: Record<string, string>, typed: string) =>
  tidyDraft({ ...emptyDraft, headcounts, rows: [row('Lê An', typed)] }, categories).rows[0]
    ?.category;

describe('A draft is stored tidied', () => {
  test('texts lose blanks and invisible signs around them; capitals and wrong input stay', () => {
    const typed = {
      headcounts: { 'can-bo': ' 4x\u00A0' },
      rows: [
        {
          name: ' LÊ  an ',
          birthDate: ' 1/2/80',
          title: 'gv\u200B',
          category: 'lao công',
          note: ' ',
        },
      ],
      nobody: true,
      nobodyReason: ' vì \n thế ',
      proposals: ' Tổ chức\r\nsớm hơn ',
      signerTitle: ' Hiệu  trưởng',
      signerName: 'Lê Văn Vinh\u200B',
    };
    expect(tidyDraft(typed, categories)).toEqual({
      headcounts: { 'can-bo': '4x', 'cong-chuc': '', 'vien-chuc': '' },
      rows: [{ name: 'LÊ an', birthDate: '1/2/80', title: 'gv', category: 'lao công', note: '' }],
      nobody: true,
      nobodyReason: 'vì\nthế',
      proposals: 'Tổ chức\nsớm hơn',
      signerTitle: 'Hiệu trưởng',
      signerName: 'Lê Văn Vinh',
    });
  });

  test('blank rows go, wherever they stand', () => {
    const draft = { ...emptyDraft, rows: [row(' '), row('Lê An'), row(''), row('Lê Bình')] };
    expect(tidyDraft(draft, categories).rows.map(({ name }) => name)).toEqual(['Lê An', 'Lê Bình']);
  });

  test("a known category is written in the campaign's spelling", () => {
    expect(categoriesAfter({}, 'VIEN CHUC')).toBe('Viên chức');
  });

  test('headcounts of categories that the campaign has not are left out', () => {
    const draft = { ...emptyDraft, headcounts: { 'can-bo': '1', other: '5' } };
    expect(Object.keys(tidyDraft(draft, categories).headcounts)).toEqual([
      'can-bo',
      'cong-chuc',
      'vien-chuc',
    ]);
  });
});

describe('A category that is not typed is filled in', () => {
  test.each([
    [{ 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' }, 'Viên chức'],
    [{ 'vien-chuc': '48' }, 'Viên chức'],
    [{ 'cong-chuc': '48 người' }, 'Công chức'],
    [{ 'cong-chuc': '2', 'vien-chuc': '48' }, ''],
    [{ 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '0' }, ''],
    [{}, ''],
  ])('only where the unit has staff of one category: %j → %j', (headcounts, category) => {
    expect(categoriesAfter(headcounts, '')).toBe(category);
  });

  test('never over what was typed', () => {
    expect(categoriesAfter({ 'vien-chuc': '48' }, 'Công chức')).toBe('Công chức');
    expect(categoriesAfter({ 'vien-chuc': '48' }, 'lao công')).toBe('lao công');
  });
});

describe('The draft that a form holds', () => {
  const form = (text: string) => draftFromForm(new URLSearchParams(text), aCampaign());

  test('is read column by column; what is missing is blank', () => {
    const draft = form('headcount.can-bo=3&name=A&name=B&title=T&category=&category=Cán bộ');
    expect(draft.headcounts).toEqual({ 'can-bo': '3', 'cong-chuc': '', 'vien-chuc': '' });
    expect(draft.rows).toEqual([
      { name: 'A', birthDate: '', title: 'T', category: '', note: '' },
      { name: 'B', birthDate: '', title: '', category: 'Cán bộ', note: '' },
    ]);
    expect(draft.nobody).toBe(false);
  });

  test('loses exactly the row that was taken out', () => {
    const names = (draft: Draft) => draft.rows.map(({ name }) => name).join('');
    const draft = form('name=A&name=B&name=C');
    expect(names(withoutRow(draft, 2))).toBe('AC');
    expect(names(withoutRow(draft, -1))).toBe('ABC');
  });
});

test('tidying a tidied draft changes nothing', () => {
  const text = fc.oneof(
    fc.constantFrom('', ' ', 'cán bộ', 'CAN  BO', 'Viên chức', 'x', '\u200B', 'a\u200B\u0301'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const anyDraft = fc.record({
    headcounts: fc.dictionary(fc.constantFrom('can-bo', 'cong-chuc', 'vien-chuc', 'x'), text),
    rows: fc.array(
      fc.record({ name: text, birthDate: text, title: text, category: text, note: text }),
    ),
    nobody: fc.boolean(),
    nobodyReason: text,
    proposals: text,
    signerTitle: text,
    signerName: text,
  });
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const once = tidyDraft(draft, categories);
      expect(tidyDraft(once, categories)).toEqual(once);
    }),
    { numRuns: 500 },
  );
});
