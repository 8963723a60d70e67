import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countText } from '../../src/kit/ratio.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { emptyDraft } from '../../src/reports/draft.ts';
import { largestHeadcount, readHeadcount } from '../../src/reports/headcount.ts';
import { aCampaign } from '../support/appendix-input.ts';

describe('Rule 1: a headcount is a whole number from 0 up', () => {
  test.each([
    ['48', 48],
    ['0', 0],
    ['007', 7],
    [' 48 ', 48],
    ['1234', 1234],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1\u202F234', 1234],
    ['\u200B48\uFEFF', 48],
    ['99.999', 99_999],
  ])('reads %j as %i', (typed, count) => {
    expect(readHeadcount(typed)).toBe(count);
  });

  test.each(['', ' ', '\u00A0', '\u200B'])('says that %j is missing', (typed) => {
    expect(readHeadcount(typed)).toBe('headcount-missing');
  });

  test.each(['-1', '–1', '−1', '1,5', '1.5', '1.23', '12.34', '1.2345', '1 2', '.', ',', '1..234'])(
    'says that %j is no whole number',
    (typed) => {
      expect(readHeadcount(typed)).toBe('headcount-not-whole');
    },
  );

  test.each(['48 người', '1e3', '0x10', '٣', '４８', '½', 'Infinity', 'NaN', '=1+1', '+48', '4_8'])(
    'says that %j is not made of digits',
    (typed) => {
      expect(readHeadcount(typed)).toBe('headcount-has-words');
    },
  );

  test.each(['100000', '100.000', '9'.repeat(400), `${'9'.repeat(15)}`])(
    'says that %j is too large',
    (typed) => {
      expect(readHeadcount(typed)).toBe('headcount-too-large');
    },
  );

  test('reads every number as the product writes it, and as plain digits', () => {
    fc.assert(
      fc.property(fc.nat({ max: largestHeadcount }), (count) => {
        expect(readHeadcount(countText(count))).toBe(count);
        expect(readHeadcount(countText(count).replace('.', ' '))).toBe(count);
        expect(readHeadcount(String(count))).toBe(count);
      }),
    );
  });

  test('whatever is typed is a whole number in range or a fault, never anything between', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,- eE+') }),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const read = readHeadcount(typed);
        if (typeof read !== 'number') return;
        expect(Number.isSafeInteger(read) && read >= 0 && read <= largestHeadcount).toBe(true);
      }),
    );
  });

  test('each category that is not filled in is a fault of its own, at its own field', () => {
    const nobody = { ...emptyDraft, nobody: true, nobodyReason: 'Mới thành lập' };
    const { faults } = checkDraft(nobody, aCampaign());
    expect(faults.map(({ code, field }) => [code, field])).toEqual([
      ['headcount-missing', 'headcount-can-bo'],
      ['headcount-missing', 'headcount-cong-chuc'],
      ['headcount-missing', 'headcount-vien-chuc'],
    ]);
  });

  test('a fault carries what was typed, so that the clerk sees it again', () => {
    const headcounts = { 'can-bo': '48 người', 'cong-chuc': '0', 'vien-chuc': '0' };
    const draft = { ...emptyDraft, headcounts, nobody: true, nobodyReason: 'Mới thành lập' };
    expect(checkDraft(draft, aCampaign()).faults).toEqual([
      {
        code: 'headcount-has-words',
        field: 'headcount-can-bo',
        details: { category: 'Cán bộ', typed: '48 người' },
      },
    ]);
  });
});
