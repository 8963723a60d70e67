import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countText,
  hundredths,
  percentNumber,
  percentText,
  type Ratio,
  sumOfRatios,
} from '../../src/kit/ratio.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { emptyDraft } from '../../src/reports/draft.ts';
import { aCampaign, categories } from '../support/appendix-input.ts';

/** Half up to two decimals, by schoolbook division of whole numbers of any size. */
const exactly = (part: number, whole: number): bigint => {
  const scaled = BigInt(part) * 10_000n;
  const quotient = scaled / BigInt(whole);
  return (scaled % BigInt(whole)) * 2n >= BigInt(whole) ? quotient + 1n : quotient;
};

describe('Rule 3: a rate comes from the whole numbers, half up, with two decimals', () => {
  test.each([
    [15, 16, '93,75%'],
    [45, 48, '93,75%'],
    [1, 3, '33,33%'],
    [2, 3, '66,67%'],
    [1, 8, '12,50%'],
    [1, 800, '0,13%'],
    [57, 800, '7,13%'],
    [203, 800, '25,38%'],
    [1, 20_000, '0,01%'],
    [1, 20_001, '0,00%'],
    [1999, 2000, '99,95%'],
    [19_999, 20_000, '100,00%'],
    [19_998, 20_000, '99,99%'],
    [7, 7, '100,00%'],
    [0, 12, '0,00%'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percentText({ part, whole })).toBe(text);
  });

  test('of nobody it is "—": not NaN, not 0 %', () => {
    expect(percentText({ part: 0, whole: 0 })).toBe('—');
    expect(percentNumber({ part: 0, whole: 0 })).toBeUndefined();
  });

  test('a spreadsheet gets the same figure as a number', () => {
    expect(percentNumber({ part: 45, whole: 48 })).toBe(93.75);
    expect(percentNumber({ part: 1, whole: 3 })).toBe(33.33);
  });

  test('is exact for every pair of counts', () => {
    const whole = fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 200_000_000_000 }),
    );
    const pair = whole.chain((most) => fc.tuple(fc.nat({ max: most }), fc.constant(most)));
    fc.assert(
      fc.property(pair, ([part, most]) => {
        expect(BigInt(hundredths({ part, whole: most }) ?? -1)).toBe(exactly(part, most));
      }),
      { numRuns: 2000 },
    );
  });

  test('is exact where a half decides, for all small counts', () => {
    const wrong: Ratio[] = [];
    for (let whole = 1; whole <= 1000; whole += 1)
      for (let part = 0; part <= whole; part += 1)
        if (BigInt(hundredths({ part, whole }) ?? -1) !== exactly(part, whole))
          wrong.push({ part, whole });
    expect(wrong).toEqual([]);
  });
});

describe('Rule 3: a report that may be sent', () => {
  test('never has a rate above 100 %, in any category or in all', () => {
    const words = [...categories.map(({ name }) => name), '', 'Lao công'];
    const rows = fc.array(
      fc.constantFrom(...words).map((category) => ({
        name: 'Nguyễn Văn An',
        birthDate: '',
        title: '',
        category,
        note: '',
      })),
      { maxLength: 9 },
    );
    const typed = fc.constantFrom('0', '1', '2', '3', '1.000', '', 'x');
    const anyDraft = fc.record({
      headcounts: fc.record({ 'can-bo': typed, 'cong-chuc': typed, 'vien-chuc': typed }),
      rows,
      nobody: fc.boolean(),
      nobodyReason: fc.constantFrom('', 'Nghỉ'),
    });
    let faultless = 0;
    fc.assert(
      fc.property(anyDraft, (typed) => {
        const draft = { ...emptyDraft, ...typed };
        const { faults, counts, participants } = checkDraft(draft, aCampaign());
        if (faults.length > 0) return;
        faultless += 1;
        const ratios = counts.map((count) => ({
          part: count.participants,
          whole: count.headcount,
        }));
        const total = sumOfRatios(ratios);
        expect(total.part).toBe(participants.length);
        for (const ratio of [...ratios, total])
          expect(hundredths(ratio) ?? ratio.part).toBeLessThanOrEqual(ratio.whole && 10_000);
      }),
      { numRuns: 3000 },
    );
    expect(faultless).toBeGreaterThan(20);
  });
});

describe('Rule 4: the rate of a sum comes from the summed counts', () => {
  test('1 of 1 and 0 of 3 make 25 %, not the average 50 %', () => {
    const sum = sumOfRatios([
      { part: 1, whole: 1 },
      { part: 0, whole: 3 },
    ]);
    expect(percentText(sum)).toBe('25,00%');
  });

  test('a sum of nothing has no rate', () => {
    expect(percentText(sumOfRatios([]))).toBe('—');
  });

  test('a unit without staff does not change the rate', () => {
    const school = { part: 15, whole: 16 };
    expect(sumOfRatios([school, { part: 0, whole: 0 }])).toEqual(school);
  });
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [99_999, '99.999'],
  [1_234_567, '1.234.567'],
])('a count of %i is written %s', (count, text) => {
  expect(countText(count)).toBe(text);
});
