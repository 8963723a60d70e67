import { addSeconds, daysLater, instantAt, isWeekend, startsAt } from '../kit/time.ts';

/** A day (`YYYY-MM-DD`) on which nobody is reminded, and what it is; '' when nobody said. */
export interface DayOff {
  readonly day: string;
  readonly words: string;
}

/** When people of this installation may be written to without having asked. */
export interface Calendar {
  /** `HH:mm` in Vietnam. Nobody is reminded from then until `quietUntil`; equal ones: at any hour. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly weekendsOff: boolean;
  readonly daysOff: readonly DayOff[];
}

/** As long as the office has not said otherwise. */
export const defaultCalendar: Calendar = {
  quietFrom: '20:00',
  quietUntil: '07:00',
  weekendsOff: true,
  daysOff: [],
};

export const isDayOff = (calendar: Calendar, day: string): boolean =>
  (calendar.weekendsOff && isWeekend(day)) || calendar.daysOff.some((off) => off.day === day);

/** So many days off in a row are looked through; beyond that a day is taken as it is. */
const longestHoliday = 120;

/** The nearest working day from `day` on (`step` 1) or back from it (`step` -1). */
export const workingDay = (calendar: Calendar, day: string, step: 1 | -1): string => {
  for (let away = 0; away <= longestHoliday; away += 1) {
    const candidate = daysLater(day, away * step);
    if (!isDayOff(calendar, candidate)) return candidate;
  }
  return day;
};

/** The quiet hours around an instant, as the instants at which they begin and end; `undefined` outside them. */
export const quietAround = (
  { quietFrom, quietUntil }: Calendar,
  instant: string,
): { from: string; until: string } | undefined => {
  if (quietFrom === quietUntil) return undefined;
  const { day } = startsAt(instant);
  for (const first of [daysLater(day, -1), day]) {
    const from = instantAt(first, quietFrom);
    const last = quietUntil < quietFrom ? daysLater(first, 1) : first;
    const until = instantAt(last, quietUntil);
    if (from <= instant && instant < until) return { from, until };
  }
  return undefined;
};

/** Whether somebody may be written to at this instant without having asked. */
export const mayRemindAt = (calendar: Calendar, instant: string): boolean =>
  !isDayOff(calendar, startsAt(instant).day) && quietAround(calendar, instant) === undefined;

/** The last minute before quiet hours. */
export const lastMinuteBefore = (quiet: { readonly from: string }): string =>
  addSeconds(quiet.from, -60);
