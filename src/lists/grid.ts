/** One filled cell of a list that a clerk sent. */
export interface GridCell {
  /** `C7` */
  readonly at: string;
  /** Counted from 1. */
  readonly column: number;
  /** The text as a person sees it: of a formula its stored result, of a date dd/mm/yyyy. */
  readonly text: string;
  /** The letters of the file, where old ones were made readable. */
  readonly asWritten?: string;
  /** The text in pieces of one font each; empty where the file does not name fonts. */
  readonly runs: readonly Run[];
  /** Columns and rows that it covers; 1 unless cells were merged. */
  readonly wide: number;
  readonly tall: number;
}

/** Letters of one font within a cell. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

/** A row that holds something: its number in the sheet and its filled cells from the left. */
export interface GridRow {
  readonly number: number;
  readonly cells: readonly GridCell[];
}

/** A visible sheet, or a pasted text. */
export interface GridSheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
}

/** What stands in this column of a row; '' for nothing. */
export const textAt = (row: GridRow, column: number | undefined): string =>
  cellAt(row, column)?.text ?? '';

export const cellAt = (row: GridRow, column: number | undefined): GridCell | undefined =>
  row.cells.find((cell) => cell.column === column);
