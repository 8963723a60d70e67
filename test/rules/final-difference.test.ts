import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consolidate } from '../../src/appendix/consolidate.ts';
import { differenceSince, finalFigures } from '../../src/appendix/final.ts';
import { aGroup, anyCampaign, aUnit, aVersion, categories } from '../support/appendix-input.ts';

type Units = readonly ReturnType<typeof aUnit>[];
const figures = (units: Units, asked = categories) =>
  finalFigures(asked, consolidate(asked, [aGroup('I', 'Các phòng', [...units])]));
const changes = (before: Units, after: Units) =>
  differenceSince(figures(before), figures(after)).units.map(({ name, what }) => [name, what]);

const sent = (headcount: number, participants: number, number = 1) =>
  aVersion({ 'cong-chuc': [headcount, participants] }, { number });

describe('what has changed since a final', () => {
  test.each([
    ['first', {}, { sent: sent(5, 4) }],
    ['again', { sent: sent(5, 4) }, { sent: sent(5, 4, 2) }],
    ['recounted', { sent: sent(5, 4) }, { sent: sent(5, 3) }],
    ['recounted', { sent: sent(5, 4) }, { sent: aVersion({ 'vien-chuc': [5, 4] }) }],
    ['exempted', {}, { state: 'exempt' }],
    ['gone', { sent: sent(5, 4) }, { state: 'exempt', sent: sent(5, 4) }],
    ['asked', { state: 'exempt' }, {}],
  ] as const)('a unit is said to be %s', (what, before, after) => {
    const other = aUnit('Phòng Tư pháp', { sent: sent(9, 9) });
    expect(changes([aUnit('A', before), other], [aUnit('A', after), other])).toEqual([['A', what]]);
  });

  test('a unit that is asked no longer, or only now, is named', () => {
    expect(changes([aUnit('A')], [aUnit('B')])).toEqual([
      ['B', 'asked'],
      ['A', 'left-out'],
    ]);
  });

  test('stands beside the figures of before and after', () => {
    const difference = differenceSince(
      figures([aUnit('A', { sent: sent(5, 4) }), aUnit('B')]),
      figures([aUnit('A', { sent: sent(6, 6, 2) }), aUnit('B')]),
    );
    expect(difference.before).toEqual({ counted: 1, owed: 2, headcount: 5, participants: 4 });
    expect(difference.after).toEqual({ counted: 1, owed: 2, headcount: 6, participants: 6 });
    expect(difference.units[0]).toMatchObject({
      before: { number: 1, headcount: 5, participants: 4 },
      after: { number: 2, headcount: 6, participants: 6 },
    });
  });

  test('another order or number of categories is no change of a unit', () => {
    const units = [aUnit('A', { sent: sent(5, 4) })];
    const more = [{ id: 'khac', code: 'khac', name: 'Khác' }, ...categories.toReversed()];
    expect(differenceSince(figures(units), figures(units, more)).units).toEqual([]);
  });

  test('is nothing when nothing is different, also after it was stored as text', () => {
    fc.assert(
      fc.property(anyCampaign(), ({ campaign, groups }) => {
        const { categories: asked } = campaign;
        const now = finalFigures(asked, consolidate(asked, groups));
        expect(differenceSince(JSON.parse(JSON.stringify(now)), now).units).toEqual([]);
      }),
    );
  });
});
