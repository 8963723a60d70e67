import { type Campaign, dueAt, openingFor } from '../campaigns/campaign.ts';
import { addSeconds, daysLater, endsAt, instantAt, startsAt } from '../kit/time.ts';
import {
  type Calendar,
  isDayOff,
  lastMinuteBefore,
  mayRemindAt,
  quietAround,
  workingDay,
} from './calendar.ts';

/** One time of reminding: so many days before the day on which the deadline ends (negative: after it), at an hour `HH:mm`. */
export interface Step {
  readonly daysBefore: number;
  readonly hour: string;
}

/** When a campaign reminds by itself. */
export interface ReminderPlan {
  readonly isOn: boolean;
  readonly steps: readonly Step[];
  /** Since when it stands as it is; '' for ever. What was due before is not made up for. */
  readonly changedAt: string;
}

/** As long as the office has not said otherwise. */
export const defaultSteps: readonly Step[] = [
  { daysBefore: 3, hour: '08:00' },
  { daysBefore: 1, hour: '08:00' },
  { daysBefore: 0, hour: '08:00' },
  { daysBefore: -1, hour: '08:00' },
];

/** An instant at which units with one deadline are reminded. */
export interface Moment {
  readonly at: string;
  readonly step: Step;
  /** From then on it is not made up for any more: the next one has come, or 72 hours have passed. */
  readonly freshUntil: string;
}

const longestFreshSeconds = 72 * 60 * 60;

/** The moments of a plan for one deadline, in order; steps that fall on the same moment make one. */
export const momentsOf = (
  steps: readonly Step[],
  due: string,
  calendar: Calendar,
): readonly Moment[] => {
  // Of two at the same moment the one nearer to the deadline says what it is.
  const nearestLast = steps.toSorted((one, other) => other.daysBefore - one.daysBefore);
  const byInstant = new Map(nearestLast.map((step) => [momentOf(step, due, calendar), step]));
  const instants = [...byInstant.keys()].sort();
  return instants.map((at, index) => {
    const ends = [addSeconds(at, longestFreshSeconds), ...instants.slice(index + 1, index + 2)];
    return { at, step: byInstant.get(at) as Step, freshUntil: ends.sort()[0] as string };
  });
};

/** A step as an instant: moved off days off (back before the deadline, on after it) and out of quiet hours. */
const momentOf = (step: Step, due: string, calendar: Calendar): string => {
  const day = daysLater(endsAt(due).day, -step.daysBefore);
  const direction = step.daysBefore < 0 ? 1 : -1;
  const at = instantAt(workingDay(calendar, day, direction), step.hour);
  const quiet = quietAround(calendar, at);
  if (!quiet) return at;
  const end = startsAt(quiet.until);
  if (direction === 1) return instantAt(workingDay(calendar, end.day, 1), end.hour);
  if (!isDayOff(calendar, end.day) && quiet.until < due) return quiet.until;
  // Waiting would bring it to a day off or past the deadline that it is to come before.
  const before = startsAt(lastMinuteBefore(quiet));
  return instantAt(workingDay(calendar, before.day, -1), before.hour);
};

/** How the time of one unit was changed. */
export interface UnitTime {
  readonly extendedUntil: string | null;
  /** When the extension was given. */
  readonly extendedAt: string | null;
}

/**
 * The moment for which a unit that has not sent is reminded now, or `undefined`: the latest that has
 * come and is fresh. Nothing in quiet hours or on days off, nothing while the campaign is not open for
 * the unit, and nothing from before the campaign opened, the plan was set or the extension was given.
 */
export const reminderDue = (
  plan: ReminderPlan,
  campaign: Pick<Campaign, 'opensAt' | 'deadlineAt' | 'closedAt'>,
  { extendedUntil, extendedAt }: UnitTime,
  calendar: Calendar,
  now: string,
): Moment | undefined => {
  if (!plan.isOn || !mayRemindAt(calendar, now)) return undefined;
  if (openingFor(campaign, extendedUntil, now) !== 'open') return undefined;
  const come = momentsOf(plan.steps, dueAt(campaign, extendedUntil), calendar).findLast(
    ({ at }) => at <= now,
  );
  const since = [campaign.opensAt, plan.changedAt, extendedAt ?? ''];
  return come && now < come.freshUntil && since.every((from) => from <= come.at) ? come : undefined;
};
