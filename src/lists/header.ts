import { type GridRow, type GridSheet, textAt } from './grid.ts';
import { headingKey, type Place, placeUnder } from './headings.ts';

/** Where a list's headings stand, and the words above each column. */
export interface Header {
  /** Numbers of its rows in the sheet: one, or two. */
  readonly rows: readonly number[];
  /** By column. */
  readonly headings: ReadonlyMap<number, string>;
}

/** How far down headings are looked for: lists begin with titles, and some with a letter's head. */
const mostRowsAbove = 60;

/** The headings of a sheet: the first row (or two) that names people and one thing more, or people alone. */
export const headerOf = (sheet: GridSheet, categories: readonly string[]): Header | undefined => {
  const rows = sheet.rows.slice(0, mostRowsAbove);
  const found = rows.map((row, index) => headerAt(row, rows[index + 1], categories));
  return found.find((header) => header && isWhole(header, categories)) ?? found.find(hasName);

  function hasName(header: Header | undefined): boolean {
    return header !== undefined && placesOf(header, categories).some(isName);
  }
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
  return headerAt(row, sheet.rows[index + 1], categories) ?? asHeader([row], headingsOf(row));
};

const placesOf = ({ headings }: Header, categories: readonly string[]) =>
  [...headings.values()].map((heading) => placeUnder(heading, categories));

const isName = (place: Place | undefined): boolean => place === 'name' || place === 'family';

const isWhole = (header: Header, categories: readonly string[]): boolean => {
  const places = placesOf(header, categories);
  return places.some(isName) && places.some((place) => place !== undefined && !isName(place));
};

/** The row as headings when one of its cells names people; the next row joins when it stands below merged cells. */
const headerAt = (
  row: GridRow,
  next: GridRow | undefined,
  categories: readonly string[],
): Header | undefined => {
  if (isTitle(row)) return undefined;
  const headings = headingsOf(row);
  const places = [...headings.values()].map((heading) => placeUnder(heading, categories));
  if (!places.some(isName) || row.cells.some((cell) => cell.text.length > longestHeading))
    return undefined;
  if (next && isSecondLine(row, next, categories))
    return asHeader([row, next], joined(row, headings, next));
  return asHeader([row], headings);
};

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

/**
 * Below a heading that covers several columns, or that leaves some without words, further headings:
 * every cell of the line is one, and nobody stands in the column of the names.
 */
const isSecondLine = (row: GridRow, next: GridRow, categories: readonly string[]): boolean => {
  const below = next.cells.filter(({ column }) => {
    const above = row.cells.find(
      (cell) => column >= cell.column && column < cell.column + cell.wide,
    );
    return !above || above.wide > 1 || above.column !== column;
  });
  const named = next.cells.filter(({ text }) => placeUnder(text, categories) !== undefined);
  const isNext = next.number === row.number + 1;
  return isNext && below.length > 0 && named.length * 2 > next.cells.length;
};

const joined = (
  row: GridRow,
  headings: ReadonlyMap<number, string>,
  next: GridRow,
): Map<number, string> => {
  const both = new Map(headings);
  for (const { column, text } of next.cells) {
    const own = textAt(row, column);
    const above = row.cells.find((cell) => cell.column === column && cell.wide === 1);
    both.set(column, above && own !== '' ? `${own} ${text}` : text);
  }
  return both;
};

/** The line "(1) (2) (3)" or "A B 1 2" that official forms put below their headings. */
export const isNumberLine = (row: GridRow): boolean =>
  row.cells.length >= 2 &&
  row.cells.every(({ text }) => /^[([]?(\d{1,2}|[A-E])([=+*/]\d+)*[)\]]?$/.test(text.trim()));

/** The headings once more, on the next printed page. */
export const repeatsHeader = (row: GridRow, { headings }: Header): boolean => {
  const same = row.cells.filter(
    ({ column, text }) => headingKey(text) === headingKey(headings.get(column) ?? ''),
  );
  return same.length >= 2 && same.length * 2 > row.cells.length;
};
