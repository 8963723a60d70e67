import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt, openingFor } from '../../src/campaigns/campaign.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { lateBadge, officeBadges, remainingBadge, sentTags } from '../../src/reports/head.ts';
import { lateBy } from '../../src/reports/report.ts';
import { aCampaign } from '../support/appendix-input.ts';

const lastInstant = '2024-12-12T16:59:59.999Z';
const midnight = '2024-12-12T17:00:00.000Z';
const campaign = aCampaign({ opensAt: '2024-12-08T17:00:00.000Z', deadlineAt: midnight });

describe('Rule 7: on time until the last instant of 12/12/2024 in Vietnam', () => {
  test('the last millisecond of the day is on time', () => {
    const sent = { sentAt: lastInstant, dueAt: dueAt(campaign, null) };
    expect(lateBy(sent)).toBeUndefined();
    expect(lateBadge(sent)).toBeNull();
  });

  test('the next one is late', () => {
    const sent = { sentAt: midnight, dueAt: dueAt(campaign, null) };
    expect(lateBy(sent)).toBe(0);
    expect(lateBadge(sent)).toEqual({ label: 'Gửi muộn 1 phút', tone: 'amber' });
  });

  test.each([
    [59 * 60, 'Gửi muộn 59 phút'],
    [2 * 3600 + 1800, 'Gửi muộn 2 giờ'],
    [3 * 86_400, 'Gửi muộn 3 ngày'],
  ])('%i seconds after the deadline it says how late: %s', (seconds, label) => {
    const sent = { sentAt: addSeconds(midnight, seconds), dueAt: midnight };
    expect(lateBy(sent)).toBe(seconds);
    expect(lateBadge(sent)?.label).toBe(label);
  });

  test("an extension moves the unit's deadline, but never forward", () => {
    const later = '2024-12-15T10:00:00.000Z';
    expect(dueAt(campaign, later)).toBe(later);
    expect(dueAt(campaign, '2024-12-10T10:00:00.000Z')).toBe(midnight);
  });
});

describe('Rule 7: open from the opening until the office closes it', () => {
  const closed = { ...campaign, closedAt: '2024-12-20T03:00:00.000Z' };

  test.each([
    ['2024-12-08T16:59:59.999Z', 'not-yet'],
    ['2024-12-08T17:00:00.000Z', 'open'],
    [midnight, 'open'],
    ['2024-12-20T02:59:59.999Z', 'open'],
    ['2024-12-20T03:00:00.000Z', 'closed'],
  ] as const)('at %s it is %s', (now, opening) => {
    expect(openingFor(closed, null, now)).toBe(opening);
  });

  test('it stays open for ever while nobody closes it', () => {
    expect(openingFor(campaign, null, '2030-01-01T00:00:00.000Z')).toBe('open');
  });

  test.each([
    ['2024-12-21T09:59:59.999Z', 'open'],
    ['2024-12-21T10:00:00.000Z', 'closed'],
  ] as const)('a unit with an extension until 21/12 17:00 finds it %s: %s', (now, opening) => {
    expect(openingFor(closed, '2024-12-21T10:00:00.000Z', now)).toBe(opening);
  });

  test('an extension opens nothing before the opening', () => {
    const before = '2024-12-01T00:00:00.000Z';
    expect(openingFor(campaign, '2024-12-21T10:00:00.000Z', before)).toBe('not-yet');
  });
});

describe('Rule 7: late and due, for any instants', () => {
  const instant = fc
    .date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2026-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString());

  test('a version is late exactly when it was not sent before it was due', () => {
    fc.assert(
      fc.property(instant, instant, (sentAt, due) => {
        expect(lateBy({ sentAt, dueAt: due }) !== undefined).toBe(
          Date.parse(sentAt) >= Date.parse(due),
        );
      }),
    );
  });

  test('who is on time finds the campaign open, unless the office closed it', () => {
    fc.assert(
      fc.property(instant, fc.option(instant), (now, extension) => {
        fc.pre(now >= campaign.opensAt);
        if (now < dueAt(campaign, extension))
          expect(openingFor(campaign, extension, now)).toBe('open');
      }),
    );
  });
});

describe('The tags of a report', () => {
  const tagsAt = (state: 'not_started' | 'draft' | 'exempt', lastVersion: number, now: string) =>
    officeBadges({ state, lastVersion }, midnight, undefined, now).tags.map(({ label }) => label);

  test('overdue is red, from the deadline on, and only while nothing was sent', () => {
    expect(tagsAt('draft', 0, lastInstant)).toEqual([]);
    expect(tagsAt('draft', 0, midnight)).toEqual(['Quá hạn']);
    expect(tagsAt('draft', 1, midnight)).toEqual([]);
    expect(tagsAt('exempt', 0, midnight)).toEqual([]);
    const [tag] = officeBadges(
      { state: 'draft', lastVersion: 0 },
      midnight,
      undefined,
      midnight,
    ).tags;
    expect(tag?.tone).toBe('red');
  });

  test('sent again counts the versions after the first', () => {
    const onTime = { sentAt: lastInstant, dueAt: midnight };
    expect(sentTags(1, onTime)).toEqual([]);
    expect(sentTags(3, onTime)).toEqual([{ label: 'Gửi lại lần 2', tone: 'blue' }]);
  });

  test.each([
    [addSeconds(midnight, -4 * 86_400), 'Còn 4 ngày', 'grey'],
    [addSeconds(midnight, -3 * 86_400), 'Còn 3 ngày', 'amber'],
    [addSeconds(midnight, -60), 'Còn 1 phút', 'amber'],
    [midnight, 'Quá hạn 1 phút', 'red'],
    [addSeconds(midnight, 7200), 'Quá hạn 2 giờ', 'red'],
  ])('at %s the unit reads %s', (now, label, tone) => {
    expect(remainingBadge(midnight, now)).toEqual({ label, tone });
  });
});
