import { readableColumn } from '../vietnamese/readable.ts';
import type { GridCell, GridRow, GridSheet } from './grid.ts';
import type { Repair } from './reading.ts';

/** Sheets with texts that can be read, and what was made readable in each, by the sheet's name. */
export interface Repaired {
  readonly sheets: readonly GridSheet[];
  readonly repairs: ReadonlyMap<string, readonly Repair[]>;
}

/** Texts in old fonts become Unicode, column by column; right ones stay as they are. */
export const repaired = (sheets: readonly GridSheet[]): Repaired => {
  const repairs = new Map<string, readonly Repair[]>();
  const readable = sheets.map((sheet) => {
    const texts = repairsIn(sheet);
    repairs.set(sheet.name, [...texts.values()]);
    return texts.size === 0
      ? sheet
      : { ...sheet, rows: sheet.rows.map((row) => withTexts(row, texts)) };
  });
  return { sheets: readable, repairs };
};

/** What changes in a sheet, by the cell. */
const repairsIn = ({ rows }: GridSheet): Map<string, Repair> => {
  const columns = new Map<number, GridCell[]>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const column = columns.get(cell.column) ?? [];
    column.push(cell);
    columns.set(cell.column, column);
  }
  const repairs = new Map<string, Repair>();
  for (const cells of columns.values())
    readableColumn(cells).forEach(({ text, code }, index) => {
      const { at, text: before } = cells[index] as GridCell;
      if (code !== undefined) repairs.set(at, { at, before, after: text });
    });
  return repairs;
};

const withTexts = (row: GridRow, texts: ReadonlyMap<string, Repair>): GridRow => ({
  ...row,
  cells: row.cells.map((cell) => {
    const repair = texts.get(cell.at);
    return repair ? { ...cell, text: repair.after, asWritten: repair.before } : cell;
  }),
});
