import { type GridRow, textAt } from './grid.ts';
import type { Header } from './header.ts';
import { categoryIn, type Place, placeUnder } from './headings.ts';
import { isRunningNumber, looksLikeName } from './looks.ts';

/** What each column holds, by its number; columns that hold nothing wanted are missing or `other`. */
export type Places = ReadonlyMap<number, Place>;

/** The columns under their headings, mended by what stands in them. */
export const placesUnder = (
  { headings }: Header,
  body: readonly GridRow[],
  categories: readonly string[],
): Places => {
  const places = new Map<number, Place>();
  for (const [column, heading] of headings) {
    const place = placeUnder(heading, categories);
    if (place) places.set(column, place);
  }
  nameFromGiven(places, body);
  keepBestName(places, body);
  besideName(places, headings, body);
  unnamedNumber(places, headings, body);
  keepTrueCategory(places, body, categories);
  for (const place of single) keepFirst(places, place);
  return places;
};

/** Several columns may hold titles or days of birth: of each person the first that is filled counts. */
const single: readonly Place[] = ['number', 'family', 'given', 'note'];

const columnsWith = (places: Places, wanted: Place): number[] =>
  [...places].filter(([, place]) => place === wanted).map(([column]) => column);

/** One place has one column: the first. */
const keepFirst = (places: Map<number, Place>, place: Place): void => {
  for (const column of columnsWith(places, place).slice(1)) places.set(column, 'other');
};

/** "Tên" without "Họ đệm" beside it heads whole names. */
const nameFromGiven = (places: Map<number, Place>, body: readonly GridRow[]): void => {
  const hasFamily = [...places.values()].some((place) => place === 'name' || place === 'family');
  const [column] = columnsWith(places, 'given');
  if (!hasFamily && column !== undefined && !holdsSingleWords(body, column))
    places.set(column, 'name');
};

/** A column that counts people without saying so. */
const unnamedNumber = (
  places: Map<number, Place>,
  headings: ReadonlyMap<number, string>,
  body: readonly GridRow[],
): void => {
  if (columnsWith(places, 'number').length > 0) return;
  const [name = 0] = [...columnsWith(places, 'name'), ...columnsWith(places, 'family')];
  for (let column = name - 1; column > 0; column -= 1) {
    const texts = body.map((row) => textAt(row, column)).filter((text) => text !== '');
    const counted = texts.filter(isRunningNumber).length;
    if ((headings.get(column) ?? '') === '' && counted * 2 > texts.length)
      places.set(column, 'number');
  }
};

/** "Họ và tên" and "Tên người lập" in one table: the column with the people stays. */
const keepBestName = (places: Map<number, Place>, body: readonly GridRow[]): void => {
  const columns = columnsWith(places, 'name');
  // A heading that is merged over two columns names both: see `besideName`.
  const best = [...columns].sort((one, other) => people(body, other) - people(body, one))[0];
  for (const column of columns) if (column !== best) places.set(column, 'other');
};

const people = (body: readonly GridRow[], column: number): number =>
  body.filter((row) => looksLikeName(textAt(row, column))).length;

/**
 * A name in two columns: under "Họ đệm | Tên", or under one heading that covers both, or with an
 * unnamed column of single words beside it.
 */
const besideName = (
  places: Map<number, Place>,
  headings: ReadonlyMap<number, string>,
  body: readonly GridRow[],
): void => {
  const [column] = columnsWith(places, 'name');
  if (column === undefined) return;
  for (const beside of [column + 1, column - 1]) {
    const heading = headings.get(beside) ?? '';
    const unnamed = heading === '' || heading === headings.get(column);
    const given = Math.max(beside, column);
    if (!unnamed || !holdsSingleWords(body, given)) continue;
    places.set(Math.min(beside, column), 'family');
    places.set(given, 'given');
    return;
  }
};

const holdsSingleWords = (body: readonly GridRow[], column: number): boolean => {
  const words = body.map((row) => textAt(row, column)).filter((text) => text !== '');
  return words.length > 0 && words.every((word) => /^\p{L}+$/u.test(word.trim()));
};

/**
 * "Loại" may head grades and "Ngạch" numbers: the column whose words are categories is the one, also
 * under a heading that nobody expected.
 */
const keepTrueCategory = (
  places: Map<number, Place>,
  body: readonly GridRow[],
  categories: readonly string[],
): void => {
  const columns = new Set(body.flatMap((row) => row.cells.map(({ column }) => column)));
  const free = [...columns].filter((column) => {
    const place = places.get(column);
    return place === undefined || place === 'category' || place.startsWith('mark:');
  });
  const true_ = free.find((column) => share(body, column, categories) > 0.5);
  for (const column of columnsWith(places, 'category'))
    if (column !== true_ && (true_ !== undefined || share(body, column, categories) === 0))
      places.set(column, true_ === undefined && isWordy(body, column) ? 'category' : 'other');
  if (true_ !== undefined) places.set(true_, 'category');
};

/** How many of a column's words are categories, from 0 to 1. */
const share = (body: readonly GridRow[], column: number, categories: readonly string[]): number => {
  const words = body.map((row) => textAt(row, column)).filter((text) => text !== '');
  if (words.length === 0) return 0;
  return words.filter((word) => categoryIn(categories, word) >= 0).length / words.length;
};

/** Words, not numbers or codes: a category column in which every word is wrong is still one. */
const isWordy = (body: readonly GridRow[], column: number): boolean => {
  const words = body.map((row) => textAt(row, column)).filter((text) => text !== '');
  return (
    words.filter((word) => /^\p{L}{2,}[\p{L}\s\d,;()/&-]*$/u.test(word.trim())).length * 2 >
    words.length
  );
};
