/** Which column of a pasted list is what: by its headings or, without any, by what stands in it. */
import { looksLikeDay } from './pasted-days.js';
import { foldedKey } from './spreadsheet-text.js';

/** @typedef {'name' | 'birthDate' | 'title' | 'category' | 'note'} Column */
/** What a pasted column holds; a full name may stand in two, `family` before `name`.
 * @typedef {Column | 'number' | 'family' | undefined} Place */

/**
 * The columns of the list, in the order in which they stand on the page.
 * @param {boolean} birthDateAsked
 * @returns {readonly Column[]}
 */
export const columnsOf = (birthDateAsked) =>
  birthDateAsked
    ? ['name', 'birthDate', 'title', 'category', 'note']
    : ['name', 'title', 'category', 'note'];

/** @type {ReadonlyMap<string, Place>} */
const headings = new Map([
  ...named('number', ['stt', 'tt', 'so tt', 'so thu tu']),
  ...named('family', ['ho', 'ho dem', 'ho va dem', 'ho lot', 'ho va chu dem', 'ho va ten dem']),
  ...named('name', ['ten', 'ho ten', 'ho va ten', 'ho va ten nguoi du thi', 'ten nguoi du thi']),
  ...named('birthDate', [
    'ngay sinh',
    'nam sinh',
    'ngay thang nam sinh',
    'sinh ngay',
    'ngay thang sinh',
    'ngay sinh nam sinh',
    'ngay nam sinh',
  ]),
  ...named('title', ['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'chuc danh chuc vu']),
  ...named('category', ['doi tuong']),
  ...named('note', ['ghi chu']),
]);

/**
 * @param {Place} place
 * @param {string[]} words
 * @returns {[string, Place][]}
 */
function named(place, words) {
  return words.map((word) => [word, place]);
}

/** How far down a heading is looked for: lists often begin with their own title. */
const mostTitleRows = 10;

/**
 * The heading row: where it stands and its cells as keys; or undefined.
 * @param {string[][]} cells
 */
export const headerIn = (cells) => {
  const keyed = cells.slice(0, mostTitleRows).map((row) => row.map(foldedKey));
  const at = keyed.findIndex(isHeader);
  const keys = keyed[at];
  return keys && { at, keys };
};

/** @param {string[]} keys */
const isHeader = (keys) => {
  const known = keys.map((key) => headings.get(key)).filter((place) => place !== undefined);
  if (known.includes('name')) return true;
  return known.length > 0 && (new Set(known).size >= 2 || filled(keys).length === 1);
};

/**
 * The cells with content.
 * @param {readonly string[]} row
 */
export const filled = (row) => row.filter((cell) => cell !== '');

/**
 * @param {string[]} keys
 * @param {string[][]} body
 * @param {readonly Column[]} columns
 * @returns {Place[]}
 */
export const placesUnder = (keys, body, columns) => {
  /** @type {Set<Place>} */
  const taken = new Set();
  return keys.map((key, at) => {
    if (key === '') return besideMergedName(keys, body, at);
    const place = headings.get(key);
    if (taken.has(place) || (place === 'birthDate' && !columns.includes(place))) return undefined;
    taken.add(place);
    return place;
  });
};

/**
 * A column without heading right of "Họ và tên" belongs to it when it holds single words: the
 * heading stretches over both.
 * @param {string[]} keys
 * @param {string[][]} body
 * @param {number} at
 * @returns {Place}
 */
const besideMergedName = (keys, body, at) => {
  const words = filled(body.map((row) => row[at] ?? ''));
  const single = words.length > 0 && words.every((word) => !word.includes(' '));
  return single && headings.get(keys[at - 1] ?? '') === 'name' ? 'name' : undefined;
};

/**
 * Without headings: numbering dropped, a column of known categories and one of days found, the rest
 * in the page's order.
 * @param {string[][]} body
 * @param {readonly string[]} categories
 * @param {readonly Column[]} columns
 * @returns {Place[]}
 */
export const placesGuessed = (body, categories, columns) => {
  const width = Math.max(0, ...body.map((row) => row.length));
  const values = Array.from({ length: width }, (_, at) => body.map((row) => row[at] ?? ''));
  const start = isNumbering(values) ? 1 : 0;
  const split = isGivenName(values[start + 1], values[start], categories);
  const category = values.findIndex(
    (column, at) => at > start && areCategories(column, categories),
  );
  const born = columns.includes('birthDate')
    ? values.findIndex((column, at) => at > start && areDays(column))
    : -1;
  const others = columns.filter((column) => column !== 'birthDate');
  const rest = others.filter((column) => category === -1 || column !== 'category');
  return values.map((_, at) => {
    if (at < start) return 'number';
    if (at === start && split) return 'family';
    if (at === born) return 'birthDate';
    return at === category ? 'category' : rest.shift();
  });
};

/**
 * The first of several columns holds nothing but whole numbers: no name is one.
 * @param {string[][]} values
 */
const isNumbering = (values) => {
  const first = filled(values[0] ?? []);
  return values.length > 1 && first.length > 0 && first.every((cell) => /^\d{1,4}\.?$/.test(cell));
};

/**
 * Every row has one capitalised word beside a family name: "Nguyễn Văn | An".
 * @param {string[] | undefined} given
 * @param {string[] | undefined} family
 * @param {readonly string[]} categories
 */
const isGivenName = (given, family, categories) =>
  given !== undefined &&
  !areCategories(given, categories) &&
  given.every((word, at) => /^\p{Lu}\p{Ll}*$/u.test(word) && Boolean(family?.[at]));

/**
 * @param {readonly string[]} column
 * @param {readonly string[]} categories
 */
const areCategories = (column, categories) => {
  const known = new Set(categories.map(foldedKey));
  const words = filled(column);
  const matching = words.filter((word) => known.has(foldedKey(word)));
  return matching.length * 2 > words.length;
};

/** @param {readonly string[]} column */
const areDays = (column) => {
  const cells = filled(column);
  return cells.filter(looksLikeDay).length * 2 > cells.length;
};
