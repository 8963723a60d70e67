import { dayText, dayTyped, hourTyped } from '../kit/time.ts';
import { tidyLine } from '../vietnamese/text.ts';
import type { Calendar, DayOff } from './calendar.ts';
import type { ReminderSettings } from './calendar-store.ts';

/** Quiet hours, days off and the digest as an officer typed them; days off one a line. */
export interface TypedCalendar {
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly weekendsOff: boolean;
  readonly daysOff: string;
  readonly digestIsOn: boolean;
}

export type CalendarFaultCode =
  | 'quiet-missing'
  | 'quiet-unreal'
  | 'quiet-long'
  | 'off-unreal'
  | 'off-twice'
  | 'off-words-long'
  | 'off-many';

/** One thing wrong with them; `field` is the id of the input at fault. */
export interface CalendarFault {
  readonly field: string;
  readonly code: CalendarFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
}

const mostDaysOff = 200;
const longestWords = 100;
/** So much of a day must be left outside the quiet hours. */
const leastFreeMinutes = 60;

export const calendarFromForm = (form: URLSearchParams): TypedCalendar => ({
  quietFrom: tidyLine(form.get('quiet-from') ?? ''),
  quietUntil: tidyLine(form.get('quiet-until') ?? ''),
  weekendsOff: form.get('weekends-off') === '1',
  daysOff: form.get('days-off') ?? '',
  digestIsOn: form.get('digest') === '1',
});

/** Stored settings as their form shows them. */
export const calendarOnForm = ({ calendar, digestIsOn }: ReminderSettings): TypedCalendar => ({
  quietFrom: calendar.quietFrom,
  quietUntil: calendar.quietUntil,
  weekendsOff: calendar.weekendsOff,
  daysOff: calendar.daysOff.map(({ day, words }) => `${dayText(day)} ${words}`.trim()).join('\n'),
  digestIsOn,
});

/** What was typed as it may be stored, days off in order, or everything that is wrong with it. */
export const checkCalendar = (
  typed: TypedCalendar,
):
  | { settings: ReminderSettings; faults?: never }
  | { settings?: never; faults: readonly CalendarFault[] } => {
  const quietFrom = clockTime(typed.quietFrom);
  const quietUntil = clockTime(typed.quietUntil);
  const { days, faults: dayFaults } = readDaysOff(typed.daysOff);
  const faults = [
    ...hourFaults('quiet-from', typed.quietFrom, quietFrom),
    ...hourFaults('quiet-until', typed.quietUntil, quietUntil),
    ...(quietFrom && quietUntil ? lengthFaults(quietFrom, quietUntil) : []),
    ...dayFaults,
  ];
  if (faults.length > 0 || quietFrom === undefined || quietUntil === undefined) return { faults };
  const { weekendsOff, digestIsOn } = typed;
  const calendar: Calendar = { quietFrom, quietUntil, weekendsOff, daysOff: days };
  return { settings: { calendar, digestIsOn } };
};

const clockTime = (typed: string): string | undefined => {
  const hour = hourTyped(typed);
  return hour === '24:00' ? '00:00' : hour;
};

const hourFaults = (field: string, typed: string, hour: string | undefined): CalendarFault[] => {
  if (typed === '') return [fault(field, 'quiet-missing')];
  return hour === undefined ? [fault(field, 'quiet-unreal', { typed })] : [];
};

const lengthFaults = (from: string, until: string): CalendarFault[] => {
  const minutes = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
  const free = (minutes(from) - minutes(until) + 24 * 60) % (24 * 60);
  return from !== until && free < leastFreeMinutes ? [fault('quiet-until', 'quiet-long')] : [];
};

const readDaysOff = (typed: string): { days: DayOff[]; faults: CalendarFault[] } => {
  const lines = typed.split('\n').map((text, index) => ({ text: tidyLine(text), line: index + 1 }));
  const read = lines.filter(({ text }) => text !== '').map(({ text, line }) => dayOff(text, line));
  const days = read.flatMap((one) => one.day ?? []);
  const faults = read.flatMap((one) => one.fault ?? []);
  const twice = read.flatMap(({ day, line }, index) =>
    day && read.findIndex((other) => other.day?.day === day.day) < index
      ? [fault('days-off', 'off-twice', { line, day: dayText(day.day) })]
      : [],
  );
  const many =
    days.length > mostDaysOff ? [fault('days-off', 'off-many', { most: mostDaysOff })] : [];
  return {
    days: days.sort((one, other) => (one.day < other.day ? -1 : 1)),
    faults: [...faults, ...twice, ...many],
  };
};

const dayOff = (
  text: string,
  line: number,
): { line: number; day?: DayOff; fault?: CalendarFault } => {
  const [, typed = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
  const day = dayTyped(typed.replace(/[:,;]$/, ''));
  if (!day) return { line, fault: fault('days-off', 'off-unreal', { line, typed }) };
  const words = rest.replace(/^[-–:,]\s*/, '');
  return words.length > longestWords
    ? { line, fault: fault('days-off', 'off-words-long', { line, most: longestWords }) }
    : { line, day: { day, words } };
};

const fault = (
  field: string,
  code: CalendarFaultCode,
  details: CalendarFault['details'] = {},
): CalendarFault => ({ field, code, details });
