/** One sheet of a workbook that somebody sent, as plain texts. */
export interface ReadSheet {
  readonly name: string;
  /** Rows that hold something, from the top; each with its cells that hold something, from the left. */
  readonly rows: readonly (readonly ReadCell[])[];
}

export interface ReadCell {
  /** `C7` */
  readonly at: string;
  /** Counted from 1. */
  readonly column: number;
  /** What stands in the cell; of a formula the formula itself, never its stored value. */
  readonly text: string;
  readonly isFormula: boolean;
}
