import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AppendixGroup,
  consolidate,
  rateOf,
  unitsBehind,
} from '../../src/appendix/consolidate.ts';
import { heightOf } from '../../src/appendix/heights.ts';
import { figureWidths, styles } from '../../src/appendix/layout.ts';
import { percentText } from '../../src/kit/ratio.ts';
import { aGroup, anyCampaign, aUnit, aVersion, categories } from '../support/appendix-input.ts';

const consolidated = (groups: readonly AppendixGroup[]) => consolidate(categories, groups);
const onlyLine = (unit: ReturnType<typeof aUnit>) =>
  consolidated([aGroup('I', 'Các phòng', [unit])]).groups[0]?.lines[0];

describe('rule 3: a rate comes from whole numbers', () => {
  test('15 of 16 is 93,75%', () => {
    const line = onlyLine(aUnit('A', { sent: aVersion({ 'can-bo': [16, 15] }) }));
    expect(line?.figures && percentText(rateOf(line.figures))).toBe('93,75%');
  });

  test('a unit without staff has "—", not 0 %', () => {
    const line = onlyLine(aUnit('A', { sent: aVersion({ 'can-bo': [0, 0] }) }));
    expect(line?.figures && percentText(rateOf(line.figures))).toBe('—');
  });
});

describe('rule 4: rates of sums come from summed counts', () => {
  test('1 of 1 and 0 of 3 make 25 %, not 50 %', () => {
    const { groups, total } = consolidated([
      aGroup('I', 'Các phòng', [
        aUnit('A', { sent: aVersion({ 'can-bo': [1, 1] }) }),
        aUnit('B', { sent: aVersion({ 'vien-chuc': [3, 0] }) }),
      ]),
    ]);
    expect(groups.map((group) => percentText(rateOf(group.figures)))).toEqual(['25,00%']);
    expect(percentText(rateOf(total.figures))).toBe('25,00%');
  });
});

describe('rule 5: a unit that has not sent counts in no sum', () => {
  const { groups, total } = consolidated([
    aGroup('I', 'Các phòng', [
      aUnit('A', { sent: aVersion({ 'can-bo': [10, 5] }) }),
      aUnit('B', { state: 'draft' }),
      aUnit('C', { state: 'exempt', sent: aVersion({ 'can-bo': [50, 50] }) }),
    ]),
  ]);

  test('its row stays, empty, with the note "Chưa báo cáo"', () => {
    expect(groups[0]?.lines[1]).toMatchObject({ figures: null, note: 'Chưa báo cáo' });
    expect(total.figures.total).toEqual({ headcount: 10, participants: 5 });
  });

  test('every sum says how many units stand behind it', () => {
    expect(groups.map(unitsBehind)).toEqual(['1/2 đơn vị']);
    expect(unitsBehind(total)).toBe('1/2 đơn vị');
  });

  test('an exempt unit leaves the denominator, whatever it sent before', () => {
    expect(groups[0]?.lines[2]).toMatchObject({ figures: null, note: 'Không thuộc diện báo cáo' });
  });
});

describe('rule 6: the last version sent counts', () => {
  test.each(['draft', 'returned'] as const)('while it is mended (%s) it is marked', (state) => {
    const line = onlyLine(aUnit('A', { state, sent: aVersion({ 'can-bo': [10, 5] }) }));
    expect(line?.figures?.total).toEqual({ headcount: 10, participants: 5 });
    expect(line?.note).toBe('đang sửa');
  });

  test.each(['submitted', 'accepted'] as const)('%s carries no mark', (state) => {
    expect(onlyLine(aUnit('A', { state, sent: aVersion({}) }))?.note).toBe('');
  });
});

describe('rule 7: late reports are marked', () => {
  test('"Gửi muộn 2 giờ" two hours and a half after the deadline', () => {
    const sent = aVersion({}, { sentAt: '2024-12-12T19:30:00.000Z' });
    expect(onlyLine(aUnit('A', { sent }))?.note).toBe('Gửi muộn 2 giờ');
  });

  test('a unit with an extension is late only after its own last moment', () => {
    const sent = aVersion(
      {},
      { sentAt: '2024-12-12T19:30:00.000Z', dueAt: '2024-12-13T10:00:00.000Z' },
    );
    expect(onlyLine(aUnit('A', { sent }))?.note).toBe('');
  });

  test('late, nobody took part, and being mended: all three are said', () => {
    const sent = aVersion(
      { 'can-bo': [10, 0] },
      { sentAt: '2024-12-15T19:30:00.000Z', nobodyReason: 'đi chống bão' },
    );
    expect(onlyLine(aUnit('A', { state: 'returned', sent }))?.note).toBe(
      'Gửi muộn 3 ngày; Không có người dự thi: đi chống bão; đang sửa',
    );
  });
});

describe('what a unit explained', () => {
  const explained = (text: string) =>
    aVersion(
      { 'can-bo': [10, 5] },
      {
        sentAt: '2024-12-12T19:30:00.000Z',
        explanations: [
          { code: 'rate-low', text },
          { code: 'headcount-changed', text },
          { code: 'names-odd', text },
        ],
      },
    );

  test('stands in the note behind everything else', () => {
    const sent = explained('Nghỉ thai sản');
    expect(onlyLine(aUnit('A', { state: 'returned', sent }))?.note).toBe(
      'Gửi muộn 2 giờ; đang sửa; Tỷ lệ thấp: Nghỉ thai sản; Số lượng thay đổi: Nghỉ thai sản; Họ tên: Nghỉ thai sản',
    );
  });

  test('is cut where the row could not be printed, and says where all of it stands', () => {
    const note =
      onlyLine(aUnit('A', { sent: explained('Nghỉ ốm '.repeat(25).trim()) }))?.note ?? '';
    expect(note).toMatch(
      /^Gửi muộn 2 giờ; Tỷ lệ thấp: Nghỉ ốm .* … \(xem đủ ở tệp điện tử của đơn vị\)$/,
    );
    const columns = figureWidths(3).slice(-1);
    expect(heightOf([{ value: note, style: styles.note }], columns)).toBeLessThan(409);
  });
});

describe('for any campaign', () => {
  test('sums do not depend on the order in which units, groups and counts come', () => {
    fc.assert(
      fc.property(anyCampaign(), fc.infiniteStream(fc.nat()), ({ campaign, groups }, numbers) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: numbers.next().value ?? 0 }))
            .sort((one, other) => one.key - other.key)
            .map(({ item }) => item);
        const mixed = shuffled(groups).map((group) => ({
          ...group,
          units: shuffled(group.units).map((unit) => ({
            ...unit,
            sent: unit.sent && { ...unit.sent, counts: shuffled(unit.sent.counts) },
          })),
        }));
        expect(consolidate(campaign.categories, mixed).total).toEqual(
          consolidate(campaign.categories, groups).total,
        );
      }),
    );
  });

  test('a group is the sum of its units, the total the sum of its groups', () => {
    fc.assert(
      fc.property(anyCampaign(), ({ campaign, groups }) => {
        const result = consolidate(campaign.categories, groups);
        for (const group of result.groups) {
          const units = group.lines.flatMap((line) => line.figures ?? []);
          expect(group.figures.total.headcount).toBe(
            units.reduce((sum, unit) => sum + unit.total.headcount, 0),
          );
          expect(group.counted).toBe(units.length);
          expect(group.counted).toBeLessThanOrEqual(group.owed);
        }
        expect(result.total.figures.total.participants).toBe(
          result.groups.reduce((sum, group) => sum + group.figures.total.participants, 0),
        );
        const { part, whole } = rateOf(result.total.figures);
        expect(part).toBeLessThanOrEqual(whole);
      }),
    );
  });
});
