import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressByGroup, progressOf } from '../../src/desk/progress.ts';
import type { Standing } from '../../src/desk/store.ts';
import { type ReportState, reportStates } from '../../src/reports/report.ts';

const noon = '2024-12-11T05:00:00.000Z';

const standing = (
  state: ReportState,
  sent: boolean,
  reports: number,
  changes: Partial<Standing> = {},
): Standing => ({
  group: 'I',
  groupName: `Nhóm ${changes.group ?? 'I'}`,
  state,
  sent,
  late: false,
  due: null,
  since: noon,
  reports,
  ...changes,
});

describe('Rule 5: every sum says how many units stand behind it', () => {
  test('a unit that sent once counts as sent, whatever happened afterwards', () => {
    const progress = progressOf([
      standing('not_started', false, 10),
      standing('draft', false, 4),
      standing('draft', true, 1),
      standing('submitted', true, 4),
      standing('submitted', true, 1, { late: true, since: '2024-12-11T04:00:00.000Z' }),
      standing('returned', true, 2),
      standing('accepted', true, 3),
      standing('exempt', false, 7),
    ]);
    expect(progress).toEqual({
      units: 25,
      exempt: 7,
      sent: 11,
      onTime: 10,
      late: 1,
      accepted: 3,
      waiting: 5,
      waitingSince: '2024-12-11T04:00:00.000Z',
      returned: 2,
      notSent: 14,
      overdue: 0,
      dueSoon: 0,
      drafts: 4,
      beingEntered: 5,
    });
  });

  test('of those not sent, some are overdue and some will be soon', () => {
    const progress = progressOf([
      standing('not_started', false, 3, { due: 'over' }),
      standing('draft', false, 1, { due: 'over' }),
      standing('draft', false, 2, { due: 'soon' }),
      standing('not_started', false, 5),
    ]);
    expect(progress).toMatchObject({ notSent: 11, overdue: 4, dueSoon: 2, waitingSince: null });
  });

  test('exempt units leave the denominator', () => {
    const progress = progressOf([standing('accepted', true, 25), standing('exempt', false, 2)]);
    expect(progress.units).toBe(25);
    expect(progress.notSent).toBe(0);
  });

  test('a campaign without units has 0 of 0', () => {
    expect(progressOf([])).toMatchObject({ units: 0, sent: 0, notSent: 0 });
  });

  test('groups keep the order of the office, each with its own numbers', () => {
    const groups = progressByGroup([
      standing('accepted', true, 2, { group: 'II' }),
      standing('draft', false, 1),
      standing('not_started', false, 3, { group: 'II' }),
    ]);
    expect(groups.map(({ code, name, sent, units }) => [code, name, sent, units])).toEqual([
      ['II', 'Nhóm II', 2, 5],
      ['I', 'Nhóm I', 0, 1],
    ]);
  });

  test('for any standings, groups add up to the campaign and every unit is sent or not', () => {
    const anyStanding = fc.record({
      group: fc.constantFrom('I', 'II', 'III'),
      groupName: fc.constant('Nhóm'),
      state: fc.constantFrom(...reportStates),
      sent: fc.boolean(),
      late: fc.constant(false),
      due: fc.constantFrom('over' as const, 'soon' as const, null),
      since: fc.constant(noon),
      reports: fc.nat({ max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(anyStanding), (standings) => {
        const whole = progressOf(standings);
        expect(whole.sent + whole.notSent).toBe(whole.units);
        const groups = progressByGroup(standings);
        for (const key of ['units', 'sent', 'onTime', 'accepted', 'waiting', 'overdue'] as const)
          expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(whole[key]);
      }),
    );
  });
});
