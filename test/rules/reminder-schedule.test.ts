import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateTimeText, daysLater, endsAt, instantAt, startsAt } from '../../src/kit/time.ts';
import {
  type Calendar,
  defaultCalendar,
  isDayOff,
  mayRemindAt,
} from '../../src/reminders/calendar.ts';
import { checkSteps, stepsOnForm } from '../../src/reminders/plan.ts';
import {
  defaultSteps,
  momentsOf,
  type ReminderPlan,
  reminderDue,
  type Step,
} from '../../src/reminders/schedule.ts';

/** 24:00 on Thursday 12/12/2024. */
const deadline = '2024-12-12T17:00:00.000Z';
const always: Calendar = { quietFrom: '', quietUntil: '', weekendsOff: false, daysOff: [] };
const local = (day: string, hour: string) => instantAt(`2024-12-${day}`, hour);

const moments = (steps: readonly Step[], calendar = defaultCalendar, due = deadline) =>
  momentsOf(steps, due, calendar).map(({ at }) => dateTimeText(at));
const one = (daysBefore: number, hour: string, calendar = defaultCalendar, due = deadline) =>
  moments([{ daysBefore, hour }], calendar, due)[0];

describe('the moments of a plan', () => {
  test('count from the day that the deadline ends, at the hour of each step', () => {
    expect(moments(defaultSteps)).toEqual([
      '09/12/2024 08:00',
      '11/12/2024 08:00',
      '12/12/2024 08:00',
      '13/12/2024 08:00',
    ]);
    expect(one(0, '08:00', always, local('12', '17:00'))).toBe('12/12/2024 08:00');
    expect(one(0, '08:00', always, local('13', '00:01'))).toBe('13/12/2024 08:00');
  });

  test('before the deadline go back from days off, after it on, at the same hour', () => {
    expect(one(4, '09:30')).toBe('06/12/2024 09:30');
    expect(one(5, '09:30')).toBe('06/12/2024 09:30');
    expect(one(-2, '09:30')).toBe('16/12/2024 09:30');
    const daysOff = ['2024-12-12', '2024-12-13', '2024-12-16'].map((day) => ({ day, words: '' }));
    const holiday = { ...defaultCalendar, daysOff };
    expect(one(0, '08:00', holiday)).toBe('11/12/2024 08:00');
    expect(one(-1, '08:00', holiday)).toBe('17/12/2024 08:00');
    expect(one(4, '09:30', { ...holiday, weekendsOff: false })).toBe('08/12/2024 09:30');
  });

  test('in quiet hours wait for their end', () => {
    expect(one(2, '05:00')).toBe('10/12/2024 07:00');
    expect(one(2, '20:00')).toBe('11/12/2024 07:00');
    expect(one(2, '19:59')).toBe('10/12/2024 19:59');
    expect(one(2, '07:00')).toBe('10/12/2024 07:00');
    expect(one(-1, '21:00')).toBe('16/12/2024 07:00');
    const noon = { ...defaultCalendar, quietFrom: '11:30', quietUntil: '13:30' };
    expect(one(2, '12:00', noon)).toBe('10/12/2024 13:30');
    expect(one(2, '22:00', noon)).toBe('10/12/2024 22:00');
  });

  test('come before quiet hours when waiting would end on a day off or after the deadline', () => {
    expect(one(0, '22:00')).toBe('12/12/2024 19:59');
    expect(one(6, '22:00')).toBe('06/12/2024 19:59');
    const midnight = { ...defaultCalendar, quietFrom: '00:00', quietUntil: '06:00' };
    expect(one(0, '05:00', midnight, local('12', '05:30'))).toBe('11/12/2024 23:59');
  });

  test('make one where two steps fall together, and it is called after the nearer one', () => {
    const sunday = local('15', '24:00');
    const steps = momentsOf(defaultSteps, sunday, defaultCalendar);
    expect(steps.map(({ at, step }) => [dateTimeText(at), step.daysBefore])).toEqual([
      ['12/12/2024 08:00', 3],
      ['13/12/2024 08:00', 0],
      ['16/12/2024 08:00', -1],
    ]);
  });

  test('are fresh until the next one comes, at most for 72 hours', () => {
    const fresh = momentsOf(defaultSteps, deadline, defaultCalendar).map(({ freshUntil }) =>
      dateTimeText(freshUntil),
    );
    expect(fresh).toEqual([
      '11/12/2024 08:00',
      '12/12/2024 08:00',
      '13/12/2024 08:00',
      '16/12/2024 08:00',
    ]);
  });
});

const campaign = { opensAt: local('01', '00:00'), deadlineAt: deadline, closedAt: null };
const plan: ReminderPlan = { isOn: true, steps: defaultSteps, changedAt: '' };
const noExtension = { extendedUntil: null, extendedAt: null };

interface Asked {
  readonly plan?: Partial<ReminderPlan>;
  readonly campaign?: Partial<{ opensAt: string; deadlineAt: string; closedAt: string | null }>;
  readonly time?: { extendedUntil: string | null; extendedAt: string | null };
  readonly calendar?: Calendar;
}

/** For which moment a unit is reminded at this time, or `undefined`. */
const dueAt = (now: string, asked: Asked = {}) => {
  const { calendar = defaultCalendar, time = noExtension } = asked;
  const due = reminderDue(
    { ...plan, ...asked.plan },
    { ...campaign, ...asked.campaign },
    time,
    calendar,
    now,
  );
  return due && dateTimeText(due.at);
};

describe('what is due', () => {
  test('is the latest step that has come, from its minute on', () => {
    expect(dueAt(local('09', '07:59'))).toBeUndefined();
    expect(dueAt(local('09', '08:00'))).toBe('09/12/2024 08:00');
    expect(dueAt(local('10', '19:00'))).toBe('09/12/2024 08:00');
    expect(dueAt(local('11', '08:00'))).toBe('11/12/2024 08:00');
    expect(dueAt(local('12', '12:00'))).toBe('12/12/2024 08:00');
    expect(dueAt(local('13', '08:01'))).toBe('13/12/2024 08:00');
  });

  test('after days without the server is that one alone; what is older is not made up for', () => {
    expect(dueAt(local('12', '10:00'))).toBe('12/12/2024 08:00');
    expect(dueAt(local('16', '07:59'))).toBe('13/12/2024 08:00');
    expect(dueAt(local('16', '08:00'))).toBeUndefined();
    expect(dueAt('2026-11-25T02:00:00.000Z')).toBeUndefined();
  });

  test('waits while it is night or a day off', () => {
    expect(dueAt(local('09', '21:00'))).toBeUndefined();
    expect(dueAt(local('10', '06:59'))).toBeUndefined();
    expect(dueAt(local('10', '07:00'))).toBe('09/12/2024 08:00');
    expect(dueAt(local('14', '09:00'))).toBeUndefined();
    expect(dueAt(local('14', '09:00'), { calendar: always })).toBe('13/12/2024 08:00');
  });

  test('is nothing while the plan is off, before the opening and after the closing', () => {
    const now = local('12', '10:00');
    expect(dueAt(now, { plan: { isOn: false } })).toBeUndefined();
    expect(dueAt(now, { campaign: { opensAt: local('12', '11:00') } })).toBeUndefined();
    expect(dueAt(now, { campaign: { closedAt: local('12', '09:00') } })).toBeUndefined();
    expect(dueAt(now, { campaign: { closedAt: local('12', '11:00') } })).toBe('12/12/2024 08:00');
  });

  test('is nothing from before the opening, the last change of the plan, or the extension', () => {
    const now = local('12', '10:00');
    expect(dueAt(now, { campaign: { opensAt: local('12', '08:01') } })).toBeUndefined();
    expect(dueAt(now, { campaign: { opensAt: local('12', '08:00') } })).toBe('12/12/2024 08:00');
    expect(dueAt(now, { plan: { changedAt: local('12', '08:01') } })).toBeUndefined();
    const time = { extendedUntil: local('13', '24:00'), extendedAt: local('12', '09:00') };
    expect(dueAt(now, { time })).toBeUndefined();
    expect(dueAt(local('13', '08:00'), { time })).toBe('13/12/2024 08:00');
  });

  test('follows the extension of a unit, also when the campaign is closed', () => {
    const time = { extendedUntil: local('18', '17:00'), extendedAt: local('12', '09:00') };
    const closed = { campaign: { closedAt: local('13', '09:00') }, time };
    expect(dueAt(local('12', '10:00'), { time })).toBeUndefined();
    expect(dueAt(local('13', '10:00'), closed)).toBe('13/12/2024 08:00');
    expect(dueAt(local('17', '08:00'), closed)).toBe('17/12/2024 08:00');
    expect(dueAt(local('18', '16:59'), closed)).toBe('18/12/2024 08:00');
    expect(dueAt(local('19', '08:00'), closed)).toBeUndefined();
    expect(dueAt(local('19', '08:00'), { time })).toBe('19/12/2024 08:00');
  });
});

const anyHour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyStep = fc.record({ daysBefore: fc.integer({ min: -30, max: 60 }), hour: anyHour });
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 8 });
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  quietFrom: anyHour,
  quietUntil: anyHour,
  weekendsOff: fc.boolean(),
  daysOff: fc.array(
    fc
      .integer({ min: -80, max: 80 })
      .map((days) => ({ day: daysLater('2024-12-12', days), words: '' })),
    { maxLength: 25 },
  ),
});
const anyMinutes = fc.integer({ min: -70 * 1440, max: 45 * 1440 });
const minutesLater = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe('whatever the plan and the calendar', () => {
  test('no moment lies in quiet hours or on a day off, none before the deadline passes it, all are in order and apart', () => {
    fc.assert(
      fc.property(anySteps, anyCalendar, anyMinutes, (steps, calendar, minutes) => {
        const due = minutesLater(deadline, minutes);
        const made = momentsOf(steps, due, calendar);
        for (const [index, { at, step, freshUntil }] of made.entries()) {
          expect(mayRemindAt(calendar, at)).toBe(true);
          if (step.daysBefore > 0) expect(at < due).toBe(true);
          if (step.daysBefore < 0) expect(startsAt(at).day > endsAt(due).day).toBe(true);
          expect(at < freshUntil).toBe(true);
          expect(freshUntil <= (made[index + 1]?.at ?? freshUntil)).toBe(true);
        }
        expect(made.length).toBeLessThanOrEqual(steps.length);
      }),
    );
  });

  test('a step whose day and hour are free goes out exactly then', () => {
    fc.assert(
      fc.property(anyStep, anyCalendar, (step, calendar) => {
        const at = instantAt(daysLater('2024-12-12', -step.daysBefore), step.hour);
        fc.pre(mayRemindAt(calendar, at));
        expect(momentsOf([step], deadline, calendar)[0]?.at).toBe(at);
      }),
    );
  });

  test('asked every now and then, a unit is reminded at most once for each moment, and never of an older one later', () => {
    fc.assert(
      fc.property(
        anySteps,
        anyCalendar,
        fc.array(anyMinutes, { maxLength: 60 }),
        (steps, calendar, asked) => {
          const got: string[] = [];
          for (const minutes of asked.toSorted((a, b) => a - b)) {
            const now = minutesLater(deadline, minutes);
            const due = reminderDue({ ...plan, steps }, campaign, noExtension, calendar, now);
            if (!due) continue;
            expect(due.at <= now && now < due.freshUntil).toBe(true);
            expect(due.at >= campaign.opensAt && mayRemindAt(calendar, now)).toBe(true);
            if (got.at(-1) !== due.at) got.push(due.at);
          }
          expect(got).toEqual([...new Set(got)].sort());
        },
      ),
    );
  });

  test('asked every minute while nothing stands in the way, every moment is seen', () => {
    const seen = new Set<string>();
    for (let minutes = -5 * 1440; minutes < 2 * 1440; minutes += 1) {
      const due = dueAt(minutesLater(deadline, minutes));
      if (due) seen.add(due);
    }
    expect([...seen]).toEqual(moments(defaultSteps));
  });
});

describe('what an officer types as steps', () => {
  const typed = (days: string, side: 'before' | 'after', hour: string) => ({ days, side, hour });
  const codes = (...rows: ReturnType<typeof typed>[]) =>
    checkSteps(rows).faults?.map(({ field, code }) => `${field} ${code}`);

  test('comes back as it was stored, the earliest first; rows left blank are gone', () => {
    expect(checkSteps(stepsOnForm(defaultSteps)).steps).toEqual(defaultSteps);
    const rows = [typed('1', 'after', '8h'), typed('', 'before', ''), typed('0', 'after', '7:30')];
    expect(checkSteps(rows).steps).toEqual([
      { daysBefore: 0, hour: '07:30' },
      { daysBefore: -1, hour: '08:00' },
    ]);
  });

  test('is refused where it can be no step', () => {
    expect(codes()).toEqual(['step-more steps-missing']);
    expect(codes(typed('', 'before', ''))).toEqual(['step-more steps-missing']);
    expect(codes(typed('ba', 'before', '8:00'))).toEqual(['days-1 days-unreal']);
    expect(codes(typed('', 'before', '8:00'))).toEqual(['days-1 days-missing']);
    expect(codes(typed('61', 'before', '8:00'))).toEqual(['days-1 days-far']);
    expect(codes(typed('31', 'after', '8:00'))).toEqual(['days-1 days-far']);
    expect(codes(typed('60', 'before', '8:00'), typed('30', 'after', '8:00'))).toBeUndefined();
    expect(codes(typed('3', 'before', '24:00'))).toEqual(['hour-1 hour-unreal']);
    expect(codes(typed('3', 'before', 'sáng'))).toEqual(['hour-1 hour-unreal']);
    expect(codes(typed('3', 'before', ''))).toEqual(['hour-1 hour-missing']);
    expect(codes(typed('0', 'before', '8:00'), typed('0', 'after', '08:00'))).toEqual([
      'days-2 step-twice',
    ]);
    const many = Array.from({ length: 21 }, (_, days) => typed(`${days}`, 'before', '8:00'));
    expect(codes(...many)).toEqual(['step-more steps-many']);
  });
});

test('a day off is a weekend, while they are off, or a day of the list', () => {
  const calendar = { ...defaultCalendar, daysOff: [{ day: '2025-01-01', words: 'Tết' }] };
  const days = ['2024-12-13', '2024-12-14', '2024-12-15', '2025-01-01'];
  expect(days.filter((day) => isDayOff(calendar, day))).toEqual(days.slice(1));
  const only = { ...calendar, weekendsOff: false };
  expect(days.filter((day) => isDayOff(only, day))).toEqual(['2025-01-01']);
});
