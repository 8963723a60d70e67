export interface PastedRow {
  name: string;
  birthDate: string;
  title: string;
  category: string;
  note: string;
}

export interface Pasted {
  rows: PastedRow[];
  /** The tidied text, cell by cell, before mapping; a heading included. */
  cells: string[][];
  /** The columns that the text really held. */
  columns: (keyof PastedRow)[];
  /** A heading row was found and dropped. */
  header: boolean;
  /** How many columns with content found no place in the list. */
  ignored: number;
}

/** Rows of a text copied from a spreadsheet, mapped by heading or, without any, by order. */
export declare const rowsFromText: (
  text: string,
  options: { categories: readonly string[]; birthDateAsked?: boolean },
) => Pasted;

/** A category in the campaign's own spelling, or as it was typed. */
export declare const categorySpelling: (typed: string, categories: readonly string[]) => string;
