import { looksLikeDay } from '#pasted-days';
import type { Places } from './columns.ts';
import { type GridRow, type GridSheet, textAt } from './grid.ts';
import { categoryIn, type Place } from './headings.ts';
import { isRunningNumber, looksLikeName } from './looks.ts';

/**
 * Columns of a list without headings, by what stands in them: the names are found, the rest follows
 * in the usual order. Empty when no column holds names.
 */
export const placesGuessed = (sheet: GridSheet, categories: readonly string[]): Places => {
  const columns = columnsOf(sheet);
  const name = best(columns, (column) => share(sheet, column, looksLikeName));
  if (name === undefined) return new Map();
  const places = new Map<number, Place>([[name, 'name']]);
  const free = () => columns.filter((column) => !places.has(column));
  const number = free().find((column) => share(sheet, column, isRunningNumber) > 0.5);
  if (number !== undefined) places.set(number, 'number');
  const category = best(free(), (column) =>
    share(sheet, column, (text) => categoryIn(categories, text) >= 0),
  );
  if (category !== undefined) places.set(category, 'category');
  const born = best(free(), (column) => share(sheet, column, looksLikeDay));
  if (born !== undefined) places.set(born, 'birthDate');
  const rest: Place[] = ['title', 'note'];
  for (const column of free().filter((one) => one > name)) {
    const place = rest.shift();
    if (place) places.set(column, place);
  }
  return places;
};

const columnsOf = (sheet: GridSheet): number[] =>
  [...new Set(sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (one, other) => one - other,
  );

/** The column with the largest share above one half. */
const best = (columns: readonly number[], shareOf: (column: number) => number) =>
  [...columns]
    .map((column) => ({ column, share: shareOf(column) }))
    .filter(({ share }) => share > 0.5)
    .sort((one, other) => other.share - one.share || one.column - other.column)[0]?.column;

const share = ({ rows }: GridSheet, column: number, fits: (text: string) => boolean): number => {
  const texts = rows.map((row: GridRow) => textAt(row, column)).filter((text) => text !== '');
  const enough = texts.length * 3 >= rows.length;
  return enough ? texts.filter(fits).length / texts.length : 0;
};
