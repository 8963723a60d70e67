import type { GridCell, GridRow, GridSheet } from './grid.ts';
import { headingKey, type Place, placeUnder } from './headings.ts';

/** Where a list's headings stand, and the words above each column. */
export interface Header {
  /** Numbers of its rows in the sheet: one to three. */
  readonly rows: readonly number[];
  /** By column. */
  readonly headings: ReadonlyMap<number, string>;
}

/** How far down headings are looked for: lists begin with titles, and some with a letter's head. */
const mostRowsAbove = 60;

/** The headings of a sheet: the first rows that name people and one thing more, or people alone. */
export const headerOf = (sheet: GridSheet, categories: readonly string[]): Header | undefined => {
  const rows = sheet.rows.slice(0, mostRowsAbove);
  const found = rows.map((_, index) => headerAt(rows, index, categories));
  return found.find((header) => header && isWhole(header, categories)) ?? found.find(Boolean);
};

/** The headings at a row that a person pointed at. */
export const headerAtRow = (
  sheet: GridSheet,
  number: number,
  categories: readonly string[],
): Header | undefined => {
  const index = sheet.rows.findIndex((row) => row.number === number);
  const row = sheet.rows[index];
  if (!row) return undefined;
  return headerAt(sheet.rows, index, categories) ?? asHeader([row], headingsOf(row));
};

/** Headings that stand below a list: the same once more, or those of a further table. */
export const furtherHeaderAt = (
  rows: readonly GridRow[],
  index: number,
  { headings }: Header,
  categories: readonly string[],
): Header | undefined => {
  const row = rows[index];
  if (!row?.cells.some(({ text }) => mayNamePeople.test(text.trim()))) return undefined;
  const header = headerAt(rows, index, categories);
  if (!header) return undefined;
  const known = row.cells.filter(({ text }) => placeUnder(text, categories) !== undefined);
  const same = row.cells.every(
    ({ column, text }) => headingKey(text) === headingKey(headings.get(column) ?? ''),
  );
  const isFurther = isWhole(header, categories) && known.length * 2 > row.cells.length;
  return same || isFurther ? header : undefined;
};

/** A quick look before the long one: how words that head names begin. */
const mayNamePeople = /^(h[oọ]|t[eê]|ng|th|full|name)/iu;

const placesOf = ({ headings }: Header, categories: readonly string[]) =>
  [...headings.values()].map((heading) => placeUnder(heading, categories));

const isName = (place: Place | undefined): boolean => place === 'name' || place === 'family';

/** People and one thing more; "Tên" alone heads people only beside other headings. */
const isWhole = (header: Header, categories: readonly string[]): boolean => {
  const places = placesOf(header, categories).filter((place) => place !== undefined);
  const others = places.filter((place) => !isName(place));
  return others.length > 0 && (places.some(isName) || others.length > 2);
};

/** The rows from here as headings when one of their cells names people; up to two rows below join. */
const headerAt = (
  rows: readonly GridRow[],
  index: number,
  categories: readonly string[],
): Header | undefined => {
  const row = rows[index];
  if (!row || isTitle(row) || row.cells.some(isSentence)) return undefined;
  const joined = [row];
  let headings = headingsOf(row);
  const mayJoin =
    row.cells.length > 1 && row.cells.some(({ text }) => placeUnder(text, categories));
  for (const next of mayJoin ? rows.slice(index + 1, index + 3) : []) {
    if (!isFurtherLine(joined, next, categories)) break;
    headings = withLine(joined, headings, next);
    joined.push(next);
  }
  const places = [...headings.values()].map((heading) => placeUnder(heading, categories));
  return places.some((place) => isName(place) || place === 'given')
    ? asHeader(joined, headings)
    : undefined;
};

/** A heading is short, and no "Họ và tên: Lê Thị Hoa". */
const isSentence = ({ text }: GridCell): boolean =>
  text.length > longestHeading || /:\s*\p{L}/u.test(text);

const longestHeading = 120;

/** One text over several columns. */
const isTitle = ({ cells }: GridRow): boolean => cells.length === 1 && (cells[0]?.wide ?? 1) > 2;

const asHeader = (rows: readonly GridRow[], headings: ReadonlyMap<number, string>): Header => ({
  rows: rows.map(({ number }) => number),
  headings,
});

/** A merged heading stands above each of its columns. */
const headingsOf = (row: GridRow): Map<number, string> =>
  new Map(
    row.cells.flatMap(({ column, wide, text }) =>
      Array.from({ length: Math.min(wide, 50) }, (_, index) => [column + index, text] as const),
    ),
  );

/** The lowest heading above this column. */
const aboveIn = (rows: readonly GridRow[], column: number): GridCell | undefined =>
  rows
    .flatMap(({ cells }) => cells)
    .findLast((cell) => column >= cell.column && column < cell.column + cell.wide);

/**
 * Below a heading that covers several columns, or that leaves some without words, further headings:
 * every cell of the line is one, and nobody stands in the column of the names.
 */
const isFurtherLine = (
  rows: readonly GridRow[],
  next: GridRow,
  categories: readonly string[],
): boolean => {
  if (next.number !== (rows.at(-1)?.number ?? 0) + 1 || next.cells.some(isSentence)) return false;
  const below = next.cells.filter(({ column }) => {
    const above = aboveIn(rows, column);
    return !above || above.wide > 1 || above.column !== column;
  });
  const named = next.cells.filter(({ text }) => placeUnder(text, categories) !== undefined);
  return below.length > 0 && named.length * 2 > next.cells.length;
};

/** "Năm sinh" above "Nam" and "Nữ" stays what it is; other words below say more than those above. */
const withLine = (
  rows: readonly GridRow[],
  headings: ReadonlyMap<number, string>,
  next: GridRow,
): Map<number, string> => {
  const both = new Map(headings);
  for (const { column, wide, text } of next.cells) {
    const above = aboveIn(rows, column);
    const isKept = above && (above.wide === 1 || placeUnder(above.text, []) === 'birthDate');
    const heading = isKept ? `${above.text} ${text}` : text;
    for (let at = column; at < column + Math.min(wide, 50); at += 1) both.set(at, heading);
  }
  return both;
};

/** The line "(1) (2) (3)" or "A B 1 2" that official forms put below their headings. */
export const isNumberLine = (row: GridRow): boolean =>
  row.cells.length >= 2 &&
  row.cells.every(({ text }) => /^[([]?(\d{1,2}|[A-E])([=+*/]\d+)*[)\]]?$/.test(text.trim()));
