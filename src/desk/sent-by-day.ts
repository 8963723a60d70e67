import { daysBetween, daysLater, endsAt, instantAt, startsAt } from '../kit/time.ts';
import type { SentHour } from './store.ts';

/** When a campaign runs, as its chart needs to know. */
export interface Running {
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly closedAt: string | null;
}

/** One column of the chart: a local day, or a few days of a long campaign. */
export interface SentDays {
  /** The last of its days, `YYYY-MM-DD`. */
  readonly day: string;
  /** Units that sent for the first time on its days, and all up to its end; `null` while it is still to come. */
  readonly sent: number | null;
  readonly total: number | null;
  /** How many should have sent by its end, if all come evenly until the deadline. */
  readonly needed: number;
}

/** From the first to the last local day that a chart shows, both `YYYY-MM-DD`. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

const mostColumns = 60;

/**
 * From the opening, or the first sending before it, to the deadline or today. A closed campaign ends when
 * it closed, and one that nobody closes a month after it was over.
 */
export const spanOf = (running: Running, hours: readonly SentHour[], now: string): Span => {
  const { opensAt, deadlineAt, closedAt } = running;
  const sent = [hours[0], hours.at(-1)].flatMap((hour) => (hour ? localDay(hour) : []));
  const first = [startsAt(opensAt).day, ...sent].sort()[0] ?? '';
  const over = [endsAt(deadlineAt).day, ...sent].sort().at(-1) ?? '';
  const ends = startsAt(closedAt !== null && closedAt < now ? closedAt : now).day;
  const last = [over, [ends, daysLater(over, mostDaysAfter)].sort()[0] ?? ''].sort().at(-1) ?? '';
  return { first, last };
};

const mostDaysAfter = 30;

/** The zone is whole hours away from UTC, so an hour lies within one local day. */
const localDay = ({ hour }: SentHour): string => startsAt(`${hour}:00:00.000Z`).day;

/**
 * The columns of a campaign's chart from its hours in order; at most 60, so that those of a long one
 * stand for several days each.
 */
export const sentByDay = (
  running: Running,
  hours: readonly SentHour[],
  expected: number,
  now: string,
): SentDays[] => {
  const { first, last } = spanOf(running, hours, now);
  const days = daysBetween(first, last) + 1;
  const step = Math.ceil(days / mostColumns);
  const sentIn = unitsByColumn(hours, first, step);
  const today = startsAt(now).day;
  let total = 0;
  return Array.from({ length: Math.ceil(days / step) }, (_, column) => {
    const day = daysLater(first, Math.min(days, (column + 1) * step) - 1);
    const needed = neededBy(running, instantAt(day, '24:00'), expected);
    if (daysLater(first, column * step) > today) return { day, sent: null, total: null, needed };
    const sent = sentIn.get(column) ?? 0;
    total += sent;
    return { day, sent, total, needed };
  });
};

const unitsByColumn = (hours: readonly SentHour[], first: string, step: number) => {
  const sentIn = new Map<number, number>();
  for (const hour of hours) {
    const column = Math.floor(daysBetween(first, localDay(hour)) / step);
    sentIn.set(column, (sentIn.get(column) ?? 0) + hour.units);
  }
  return sentIn;
};

/** How many of the expected units should have sent at an instant, if all come evenly until the deadline. */
export const neededBy = (
  { opensAt, deadlineAt }: Running,
  instant: string,
  expected: number,
): number => {
  if (instant >= deadlineAt) return expected;
  if (instant <= opensAt) return 0;
  const gone = Date.parse(instant) - Date.parse(opensAt);
  return Math.ceil((expected * gone) / (Date.parse(deadlineAt) - Date.parse(opensAt)));
};
