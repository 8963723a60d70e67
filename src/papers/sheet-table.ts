import type { Cell, Style } from '../appendix/sheet.ts';
import { countText } from '../kit/ratio.ts';
import type { Table, TableCell, TableRow } from './paper.ts';

/** Rows of a workbook's sheet, and how they stand in a paper. */
export interface SheetRows {
  readonly name: string;
  /** In points. */
  readonly size: number;
  /** In digits of the body font, as sheets measure them. */
  readonly columns: readonly number[];
  /** What the columns share, in millimetres. */
  readonly width: number;
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The same rows as a table of texts: every figure reads as the workbook shows it. */
export const tableOf = ({ name, size, columns, width, head, rows }: SheetRows): Table => {
  const digits = columns.reduce((sum, one) => sum + one, 0);
  return {
    kind: 'table',
    name,
    size,
    widths: columns.map((one) => Math.round((one * width * 10) / digits) / 10),
    head: rowsOf(head),
    rows: rowsOf(rows),
  };
};

/** A covered cell stands to the right of a wide one, or below a tall one. */
const rowsOf = (rows: readonly (readonly Cell[])[]): TableRow[] => {
  const coveredFromAbove = new Map<number, number>();
  return rows.map((cells) => {
    const row: TableCell[] = [];
    let coveredUntil = 0;
    for (const [column, cell] of cells.entries()) {
      const below = coveredFromAbove.get(column) ?? 0;
      if (below > 0) coveredFromAbove.set(column, below - 1);
      if (below > 0 || column < coveredUntil) continue;
      const { columns, rows: tall } = cell.span ?? { columns: 1, rows: 1 };
      coveredUntil = column + columns;
      if (tall > 1)
        for (let at = column; at < coveredUntil; at++) coveredFromAbove.set(at, tall - 1);
      row.push(textCell(cell, columns, tall));
    }
    return row;
  });
};

const textCell = ({ value, style }: Cell, columns: number, rows: number): TableCell => ({
  text: shown(value, style),
  across: style.across,
  ...(style.font.bold && { bold: true }),
  ...(style.font.italic && { italic: true }),
  ...(style.fill && { shaded: true }),
  ...(columns > 1 && { columns }),
  ...(rows > 1 && { rows }),
});

const shown = (value: Cell['value'], { number }: Style): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.map(({ text }) => text).join('');
  if (number !== '0.00') return countText(value);
  const [whole = '', decimals = ''] = value.toFixed(2).split('.');
  return `${countText(Number(whole))},${decimals}`;
};
