import { tidyLine } from '../vietnamese/text.ts';

export type BirthDateFault =
  | 'birth-date-missing'
  | 'birth-date-year-only'
  | 'birth-date-short-year'
  | 'birth-date-unreadable'
  | 'birth-date-impossible'
  | 'birth-date-implausible';

/** Nobody on a unit's list is younger or older than this on the day at which staff are counted. */
export const youngest = 16;
export const oldest = 80;

/**
 * A typed birth date as a day (`YYYY-MM-DD`), or what is wrong with it. Reads day, month and year
 * with `/`, `-`, `.` or blanks between, and `YYYY-MM-DD`; a year of two digits is never guessed.
 */
export const readBirthDate = (
  typed: string,
  countedOn: string,
): { day: string } | { fault: BirthDateFault } => {
  const text = tidyLine(typed);
  if (text === '') return { fault: 'birth-date-missing' };
  if (/^\d{4}$/.test(text)) return { fault: 'birth-date-year-only' };
  const parts = partsOf(text);
  if (!parts) return { fault: 'birth-date-unreadable' };
  if (parts.year.length < 4) return { fault: 'birth-date-short-year' };
  const day = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  if (!exists(day)) return { fault: 'birth-date-impossible' };
  const age = ageOn(countedOn, day);
  return age < youngest || age > oldest ? { fault: 'birth-date-implausible' } : { day };
};

/** A year of two digits written out, for the sentence that asks for four: somebody of working age. */
export const withWholeYear = (typed: string, countedOn: string): string => {
  const parts = partsOf(tidyLine(typed));
  if (!parts) return typed;
  const short = parts.year.padStart(2, '0').slice(-2);
  const century = Number(`20${short}`) > Number(countedOn.slice(0, 4)) - youngest ? '19' : '20';
  return `${parts.day}/${parts.month}/${century}${short}`;
};

type Parts = Record<'day' | 'month' | 'year', string>;

const partsOf = (text: string): Parts | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year && month && day) return { day, month, year };
  const found = /^(\d{1,2})(\s?[/.-]\s?|\s)(\d{1,2})\2(\d{1,4})$/.exec(text);
  const [, firstDay, , itsMonth, itsYear] = found ?? [];
  if (!firstDay || !itsMonth || !itsYear) return undefined;
  return { day: firstDay, month: itsMonth, year: itsYear };
};

const exists = (day: string): boolean => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= longest;
};

/** Whole years between two days. */
const ageOn = (on: string, born: string): number => {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
};
