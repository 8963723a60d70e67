/** A workbook as plain values: what stands where and how it looks. No library of workbooks is known here. */
export interface Workbook {
  readonly creator: string;
  /** UTC ISO text. */
  readonly createdAt: string;
  /** Of blank cells; its digits measure the columns. */
  readonly font: Font;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly page: Page;
  /** Widths in digits of the body font. */
  readonly columns: readonly number[];
  /**
   * First and last row (from 1) of the table's head: repeated on every page, kept in sight on screen.
   * `null`: the table is short.
   */
  readonly head: readonly [first: number, last: number] | null;
  /** Of the cells below the rows, in a sheet that people go on writing in. */
  readonly blank?: Style;
  /** Columns whose cells offer a list to choose from. */
  readonly dropdowns?: readonly Dropdown[];
  /** Consumed once, so that a long list never stands in memory as cells. */
  readonly rows: Iterable<Row>;
}

/** The cells of a column, by the rows from and to (from 1), offer what stands in the range `choices`, or words in quotes. */
export interface Dropdown {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** `'Hướng dẫn'!$A$3:$A$5`, or `"Có,Không"` */
  readonly choices: string;
}

export interface Row {
  /** From column A on, without gaps; cells that another one covers are blank. */
  readonly cells: readonly Cell[];
  /** In points; the reader's program decides when it is left out. */
  readonly height?: number;
}

export interface Cell {
  readonly value: string | number | readonly TextRun[] | null;
  /** Without `=`. Its computed value is `value`. */
  readonly formula?: string;
  readonly style: Style;
  /** How far the cell reaches, itself counted. */
  readonly span?: { readonly columns: number; readonly rows: number };
}

/** A stretch of text in its own font, for cells whose lines differ. */
export interface TextRun {
  readonly text: string;
  readonly font: Font;
}

export interface Font {
  readonly name: string;
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Cells of one look share one object: the writer turns each object into a style of the file once. */
export interface Style {
  readonly font: Font;
  readonly across: 'left' | 'center';
  readonly upright: 'top' | 'middle';
  readonly border: boolean;
  /** RGB, `F2F2F2`. */
  readonly fill?: string;
  /** As spreadsheets write it: `#,##0`. */
  readonly number?: string;
}

/** A4 paper, fitted to one page wide; lengths in millimetres. */
export interface Page {
  readonly landscape: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** From the edge of the paper to the page number. */
  readonly number: number;
  readonly numberFont: Font;
}

/** What browsers and mails call an xlsx file. */
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The letters of a column, counted from 1: `A`, `Z`, `AA`. */
export const columnLetters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1);
