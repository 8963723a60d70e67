import ics, { type DateArray, type EventAttributes } from 'ics';
import { addSeconds } from '../kit/time.ts';

/** A deadline for somebody's calendar. */
export interface CalendarDeadline {
  readonly uid: string;
  /** A higher one replaces the entry with the same uid. */
  readonly sequence: number;
  readonly title: string;
  /** The first instant that is late. */
  readonly dueAt: string;
  /** When this edition is written. */
  readonly at: string;
}

const lastMinutes = 30;

/** An .ics file: the last half hour before the deadline, with a word the day before. */
export const calendarFile = ({ uid, sequence, title, dueAt, at }: CalendarDeadline): string => {
  // The library's type does not know the time stamp; without one it takes the time of its own start.
  const event: EventAttributes & { readonly timestamp: DateArray } = {
    timestamp: utc(at),
    uid,
    sequence,
    title,
    start: utc(addSeconds(dueAt, -lastMinutes * 60)),
    end: utc(dueAt),
    startInputType: 'utc',
    endInputType: 'utc',
    busyStatus: 'FREE',
    productId: 'phu-luc',
    method: 'PUBLISH',
    alarms: [{ action: 'display', description: title, trigger: { hours: 24, before: true } }],
  };
  const { error, value } = ics.createEvent(event);
  if (error || value === null) throw error ?? new Error('no calendar entry');
  return value;
};

/** Year, month, day, hour, minute in UTC. */
const utc = (instant: string): DateArray =>
  instant.split(/[-T:.Z]/, 5).map(Number) as [number, number, number, number, number];
