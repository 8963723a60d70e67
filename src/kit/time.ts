/** Where "now" comes from. The product reads the time nowhere else, so that tests and the demo can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `instant` (UTC ISO text). */
export const standingClock = (instant: string): Clock => ({ now: () => new Date(instant) });

/** Everybody who uses the product lives in this zone, seven hours ahead of UTC; it has no daylight saving time. */
const aheadMilliseconds = 7 * 60 * 60 * 1000;

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

type LocalTime = Record<'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute', string>;

/** Reckoned here, because `Intl.DateTimeFormat` takes ten times as long and a board shows 120 times. */
const local = (instant: string): LocalTime => {
  const shifted = new Date(Date.parse(instant) + aheadMilliseconds);
  const text = shifted.toISOString();
  return {
    weekday: weekdays[shifted.getUTCDay()] ?? '',
    year: text.slice(0, 4),
    month: text.slice(5, 7),
    day: text.slice(8, 10),
    hour: text.slice(11, 13),
    minute: text.slice(14, 16),
  };
};

/** A stored day (`YYYY-MM-DD`) as people write it: `30/11/2024`. */
export const dayText = (day: string): string => day.split('-').reverse().join('/');

/** An instant (UTC ISO text) as a local day: `12/12/2024`. */
export const dateText = (instant: string): string => {
  const at = local(instant);
  return `${at.day}/${at.month}/${at.year}`;
};

/** An instant (UTC ISO text) for tables: `12/12/2024 17:00`. */
export const dateTimeText = (instant: string): string => {
  const at = local(instant);
  return `${at.day}/${at.month}/${at.year} ${at.hour}:${at.minute}`;
};

/** The same of an instant at which something ends: midnight belongs to the day that it ends, `12/12/2024 24:00`. */
export const endTimeText = (instant: string): string => {
  const { day, hour } = endsAt(instant);
  return `${dayText(day)} ${hour}`;
};

/** The clock time of an instant inside a sentence: `13 giờ 42`. */
export const timeText = (instant: string): string => {
  const at = local(instant);
  return `${at.hour} giờ ${at.minute}`;
};

/**
 * A deadline inside a sentence, with weekday, day and hour: `17 giờ 00, thứ Năm 12/12/2024`.
 * A deadline at midnight belongs to the day that it ends: `24 giờ 00, thứ Năm 12/12/2024`.
 */
export const deadlineText = (instant: string): string => {
  const midnight = local(instant).hour === '00' && local(instant).minute === '00';
  const day = local(midnight ? addSeconds(instant, -60) : instant);
  const hour = midnight ? '24 giờ 00' : `${day.hour} giờ ${day.minute}`;
  return `${hour}, ${day.weekday} ${day.day}/${day.month}/${day.year}`;
};

/** A day as people type it (`30/11/2024`, `1.2.2025`, also `2024-11-30`), as it is stored; `undefined` when no such day exists. */
export const dayTyped = (typed: string): string | undefined => {
  const own = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const [year = '', month = '', date = ''] = own ? own.slice(1).reverse() : (iso?.slice(1) ?? []);
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(at)) return undefined;
  // Some engines take 31/02 for 02/03.
  return new Date(at).toISOString().slice(0, 10) === day ? day : undefined;
};

/** An hour as people type it (`17:00`, `7:30`, `17 giờ 00`, `17h`), as `HH:MM`, up to `24:00`; `undefined` when it is none. */
export const hourTyped = (typed: string): string | undefined => {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:\s*(?::|[.]|h|giờ)\s*(\d{2})?)?$/iu.exec(typed) ?? [];
  const text = `${hour.padStart(2, '0')}:${minute}`;
  return hour !== '' && (text === '24:00' || (text < '24:00' && minute < '60')) ? text : undefined;
};

/** The instant of a local day (`YYYY-MM-DD`) and hour (`HH:MM`; `24:00` is the midnight that ends the day). */
export const instantAt = (day: string, hour: string): string => {
  const [hours = '', minutes = ''] = hour.split(':');
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return addSeconds(`${day}T00:00:00.000Z`, seconds - aheadMilliseconds / 1000);
};

/** The local day (`YYYY-MM-DD`) and hour (`HH:MM`) at which something begins. */
export const startsAt = (instant: string): { day: string; hour: string } => {
  const at = local(instant);
  return { day: `${at.year}-${at.month}-${at.day}`, hour: `${at.hour}:${at.minute}` };
};

/** The local day and hour at which something ends: midnight belongs to the day that it ends, as `24:00`. */
export const endsAt = (instant: string): { day: string; hour: string } => {
  const start = startsAt(instant);
  return start.hour === '00:00'
    ? { day: startsAt(addSeconds(instant, -60)).day, hour: '24:00' }
    : start;
};

/** The day `days` later (earlier when negative), as `YYYY-MM-DD`. */
export const daysLater = (day: string, days: number): string =>
  addSeconds(`${day}T00:00:00.000Z`, days * 24 * 60 * 60).slice(0, 10);

/** Whole days from `from` to `to` (`YYYY-MM-DD`), negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** The same day `years` later (29/02 becomes 28/02 where there is none). */
export const yearsLater = (day: string, years: number): string => {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return dayTyped(later) ?? later.replace(/29$/, '28');
};

/** `yyyymmdd-hhmm` in local time, for file names. */
export const fileStamp = (instant: string): string => {
  const at = local(instant);
  return `${at.year}${at.month}${at.day}-${at.hour}${at.minute}`;
};

/** The instant `seconds` later (earlier when negative), as UTC ISO text. */
export const addSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** Seconds from `from` to `to`, whole, negative when `to` is earlier. */
export const secondsBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 1000);

/** A length of time in its largest sensible unit: `45 phút`, `2 giờ`, `3 ngày`. Below a minute: `1 phút`. */
export const durationText = (seconds: number): string => {
  const minutes = Math.max(1, Math.floor(seconds / 60));
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
};
