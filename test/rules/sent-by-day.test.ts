import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayChart } from '../../src/desk/day-chart.ts';
import { neededBy, sentByDay, spanOf } from '../../src/desk/sent-by-day.ts';
import { sentDaysOf } from '../../src/desk/sent-days-page.ts';
import { addSeconds } from '../../src/kit/time.ts';

/** Opens on Monday at 07:00, due at the end of Thursday 12/12/2024, local time. */
const running = {
  opensAt: '2024-12-09T00:00:00.000Z',
  deadlineAt: '2024-12-12T17:00:00.000Z',
  closedAt: null,
};
const thursdayMorning = '2024-12-12T01:00:00.000Z';
const daySeconds = 24 * 60 * 60;

/** 16:00 in UTC is 23:00 here, an hour later another day. */
const hours = [
  { hour: '2024-12-09T16', units: 2 },
  { hour: '2024-12-09T17', units: 3 },
  { hour: '2024-12-11T01', units: 40 },
];

describe('Units that have sent, day by day', () => {
  test('count on the local day of their first version, one upon the other, until today', () => {
    const days = sentByDay(running, hours, 120, '2024-12-11T05:00:00.000Z');
    expect(days.map(({ day, sent, total }) => [day, sent, total])).toEqual([
      ['2024-12-09', 2, 2],
      ['2024-12-10', 3, 5],
      ['2024-12-11', 40, 45],
      ['2024-12-12', null, null],
    ]);
    expect(days.map(({ needed }) => needed)).toEqual([23, 56, 88, 120]);
  });

  test.each([
    ['before the opening', '2024-12-01T01:00:00.000Z', null, ['2024-12-09', '2024-12-12']],
    [
      'late, while the campaign is open',
      '2024-12-15T01:00:00.000Z',
      null,
      ['2024-12-09', '2024-12-15'],
    ],
    [
      'after it was closed',
      '2025-03-01T01:00:00.000Z',
      '2024-12-13T17:30:00.000Z',
      ['2024-12-09', '2024-12-14'],
    ],
    [
      'long after a campaign that nobody closed',
      '2026-03-01T01:00:00.000Z',
      null,
      ['2024-12-09', '2025-01-11'],
    ],
  ])(
    '%s, the days reach from the opening as far as something happens',
    (_, now, closedAt, span) => {
      const { first, last } = spanOf({ ...running, closedAt }, [], now);
      expect([first, last]).toEqual(span);
    },
  );

  test('a sending before the opening or after the closing is not lost', () => {
    const early = [
      { hour: '2024-12-07T01', units: 1 },
      ...hours,
      { hour: '2024-12-20T01', units: 4 },
    ];
    const closed = { ...running, closedAt: '2024-12-13T01:00:00.000Z' };
    const days = sentByDay(closed, early, 120, '2024-12-21T01:00:00.000Z');
    expect([days[0]?.day, days.at(-1)?.day, days.at(-1)?.total]).toEqual([
      '2024-12-07',
      '2024-12-20',
      50,
    ]);
  });

  test('a campaign of one day has one column', () => {
    const short = { ...running, opensAt: '2024-12-12T00:00:00.000Z' };
    const [only, ...more] = sentByDay(
      short,
      [{ hour: '2024-12-12T03', units: 7 }],
      9,
      '2024-12-12T05:00:00.000Z',
    );
    expect([only, more]).toEqual([{ day: '2024-12-12', sent: 7, total: 7, needed: 9 }, []]);
  });

  test('for any campaign, no more than 60 columns hold every unit once and never fall', () => {
    const anyHours = fc.array(
      fc.record({ after: fc.nat(200 * 24), units: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), anyHours, (length, sendings) => {
        const deadlineAt = addSeconds(running.opensAt, length * daySeconds);
        const now = addSeconds(running.opensAt, 200 * daySeconds);
        const sent = sendings
          .map(({ after, units }) => ({
            hour: addSeconds(running.opensAt, after * 3600).slice(0, 13),
            units,
          }))
          .sort((a, b) => (a.hour < b.hour ? -1 : 1));
        const days = sentByDay({ ...running, deadlineAt }, sent, 100, now);
        expect(days.length).toBeLessThanOrEqual(60);
        expect(days.at(-1)?.total).toBe(sent.reduce((sum, { units }) => sum + units, 0));
        for (const [index, { total, needed }] of days.entries()) {
          expect(total).toBeGreaterThanOrEqual(days[index - 1]?.total ?? 0);
          expect(needed).toBeGreaterThanOrEqual(days[index - 1]?.needed ?? 0);
        }
      }),
    );
  });

  test('nobody is needed before the opening, everybody from the deadline on', () => {
    expect(neededBy(running, running.opensAt, 120)).toBe(0);
    expect(neededBy(running, addSeconds(running.opensAt, 1), 120)).toBe(1);
    expect(neededBy(running, running.deadlineAt, 120)).toBe(120);
  });
});

describe('The drawing', () => {
  const drawn = (length: number, now: string) => {
    const deadlineAt = addSeconds(running.opensAt, length * daySeconds);
    const campaign = { ...running, deadlineAt };
    const columns = sentByDay(campaign, hours, 120, now);
    return dayChart(campaign, columns, spanOf(campaign, hours, now), 120);
  };

  test.each([1, 4, 60, 200])('of %d days keeps all within its plot', (length) => {
    const { plot, columns, levels, days, deadline, needed } = drawn(length, thursdayMorning);
    expect(columns.length).toBeGreaterThan(0);
    for (const { x, y, width, height } of columns) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x + width).toBeLessThanOrEqual(plot.right);
      expect(y).toBeGreaterThanOrEqual(plot.top);
      expect(y + height).toBeCloseTo(plot.bottom);
    }
    for (const { x } of [...days, deadline]) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x).toBeLessThanOrEqual(plot.right);
    }
    expect(days.length).toBeLessThanOrEqual(5);
    expect(levels.map(({ label }) => label)).toEqual(['0', '60', '120']);
    expect(needed).not.toContain('NaN');
  });

  test('marks the deadline at its hour, with its words where there is room', () => {
    const { deadline, plot } = drawn(2, '2024-12-12T01:00:00.000Z');
    // Wednesday 07:00: two days and seven hours of four days.
    expect(deadline.x).toBeCloseTo(plot.left + ((plot.right - plot.left) * 55) / 96, 0);
    expect(deadline).toMatchObject({ anchor: 'end', label: 'Hạn gửi 11/12' });
  });
});

describe('What the board tells beside it', () => {
  const told = (sent: number, now: string) => sentDaysOf(running, hours, { units: 120, sent }, now);

  test('how many have sent, and before the deadline how many should have', () => {
    expect(told(45, thursdayMorning)?.text).toBe(
      '45/120 đơn vị đã gửi. Để kịp hạn, lúc này cần 99.',
    );
    expect(told(100, thursdayMorning)?.text).toBe('100/120 đơn vị đã gửi.');
    expect(told(100, running.deadlineAt)?.text).toBe('100/120 đơn vị đã gửi. Đã hết hạn gửi.');
    expect(told(120, running.deadlineAt)?.text).toBe('120/120 đơn vị đã gửi.');
  });

  test('the same as a table; a day to come has no figures yet', () => {
    expect(told(45, '2024-12-11T05:00:00.000Z')?.rows.slice(2)).toEqual([
      { day: '11/12/2024', sent: '40', total: '45', needed: '88' },
      { day: '12/12/2024', sent: '—', total: '—', needed: '120' },
    ]);
  });

  test('nothing where no unit has to report; without a sending, that nobody has sent', () => {
    expect(sentDaysOf(running, [], { units: 0, sent: 0 }, thursdayMorning)).toBeNull();
    const none = sentDaysOf(running, [], { units: 120, sent: 0 }, running.opensAt);
    expect(none?.text).toBe('Chưa có đơn vị nào trong 120 đơn vị gửi báo cáo.');
    expect(none?.chart.columns).toEqual([]);
  });
});
