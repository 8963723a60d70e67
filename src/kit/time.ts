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
