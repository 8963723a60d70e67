import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressByGroup, progressOf } from '../../src/desk/progress.ts';
import type { Standing } from '../../src/desk/store.ts';
import { type ReportState, reportStates } from '../../src/reports/report.ts';

const standing = (state: ReportState, sent: boolean, reports: number, group = 'I'): Standing => ({
  group,
  groupName: `Nhóm ${group}`,
  state,
  sent,
  reports,
});

describe('Rule 5: every sum says how many units stand behind it', () => {
  test('a unit that sent once counts as sent, whatever happened afterwards', () => {
    const progress = progressOf([
      standing('not_started', false, 10),
      standing('draft', false, 4),
      standing('draft', true, 1),
      standing('submitted', true, 5),
      standing('returned', true, 2),
      standing('accepted', true, 3),
    ]);
    expect(progress).toEqual({
      units: 25,
      sent: 11,
      accepted: 3,
      waiting: 5,
      returned: 2,
      notSent: 14,
      drafts: 4,
    });
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
      standing('accepted', true, 2, 'II'),
      standing('draft', false, 1, 'I'),
      standing('not_started', false, 3, 'II'),
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
      reports: fc.nat({ max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(anyStanding), (standings) => {
        const whole = progressOf(standings);
        expect(whole.sent + whole.notSent).toBe(whole.units);
        const groups = progressByGroup(standings);
        for (const key of ['units', 'sent', 'accepted', 'waiting', 'returned'] as const)
          expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(whole[key]);
      }),
    );
  });
});
