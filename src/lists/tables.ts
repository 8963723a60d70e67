import { type Places, placesUnder } from './columns.ts';
import type { GridRow, GridSheet } from './grid.ts';
import { placesGuessed } from './guess.ts';
import { furtherHeaderAt, type Header } from './header.ts';
import { filledDown } from './merged-cells.ts';
import { sideBySide } from './side-by-side.ts';
import type { RawTable, Table } from './table.ts';
import { withTitles } from './titles-in-names.ts';

/**
 * The tables of a sheet from the top, from these headings on: one that begins again on each page or for
 * each section counts as many, and two that stand side by side are two. `chosen` is what a person said
 * about the columns.
 */
export const tablesOf = (
  sheet: GridSheet,
  header: Header | undefined,
  categories: readonly string[],
  chosen?: Places,
): Table[] => {
  if (!header) {
    const places = chosen ?? placesGuessed(sheet, categories);
    return [{ header, headings: [], rows: sheet.rows, places }];
  }
  return split(sheet.rows, header, categories)
    .flatMap(sideBySide)
    .map((table) => {
      const places = chosen
        ? within(chosen, table)
        : placesUnder(table.header ?? header, table.rows, categories);
      return withTitles({ ...table, places, rows: filledDown(table.rows, places) });
    });
};

const within = (places: Places, { header, rows }: RawTable): Places => {
  const columns = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  for (const column of header?.headings.keys() ?? []) columns.add(column);
  return new Map([...places].filter(([column]) => columns.has(column)));
};

const split = (
  rows: readonly GridRow[],
  first: Header,
  categories: readonly string[],
): RawTable[] => {
  const parts = [partBelow(first)];
  let above = Math.max(...first.rows);
  rows.forEach((row, index) => {
    const part = parts.at(-1) ?? partBelow(first);
    if (row.number <= above) {
      if (parts.length > 1) part.headings.push(row);
      return;
    }
    const header = furtherHeaderAt(rows, index, part.header, categories);
    if (header) {
      above = Math.max(...header.rows);
      parts.push({ ...partBelow(header), headings: [row] });
    } else part.rows.push(row);
  });
  return parts;
};

const partBelow = (header: Header) => ({
  header,
  headings: [] as GridRow[],
  rows: [] as GridRow[],
});
