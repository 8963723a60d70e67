import type { ProblemCode, ProblemDetails } from '../kit/problem.ts';

/** A cell of a row that somebody sent, tidied. */
export interface FileCell {
  /** `C7` */
  readonly at: string;
  readonly text: string;
  readonly isFormula: boolean;
}

export type UnitColumn = 'group' | 'code' | 'name' | 'contactName' | 'email' | 'phone';
export type AccountColumn = 'name' | 'email' | 'phone' | 'role' | 'units';

/** A row of one of the two sheets: every column has its cell, a blank one too. */
export type FileRow<Column extends string> = Readonly<Record<Column, FileCell>>;
export type UnitRow = FileRow<UnitColumn>;
export type AccountRow = FileRow<AccountColumn>;

/** What a file holds; `null`: it has no such sheet. */
export interface FileRows {
  readonly units: readonly UnitRow[] | null;
  readonly accounts: readonly AccountRow[] | null;
}

/** What only a row can have wrong with it, beside what a form can have wrong (`ProblemCode`). */
export type RowFaultCode =
  | 'row-formula'
  | 'row-group-unknown'
  | 'row-code-twice'
  | 'row-unit-inactive'
  | 'row-unit-unknown'
  | 'row-account-twice'
  | 'row-account-inactive'
  | 'row-role-unknown'
  | 'row-role-forbidden'
  | 'row-role-differs'
  | 'row-account-foreign'
  | 'row-units-missing';

/** One thing wrong with a row. Its sentence: `faultText`. */
export interface RowFault {
  readonly cell: FileCell;
  readonly code: RowFaultCode | ProblemCode;
  readonly details: ProblemDetails;
}

/** One thing that a file changes of a unit or an account; '' for nothing. */
export interface Change {
  readonly what: UnitColumn | AccountColumn;
  readonly before: string;
  readonly after: string;
}

/** What becomes of one row. */
export type RowOutcome<New, Stored> =
  | { readonly kind: 'added'; readonly wanted: New }
  | {
      readonly kind: 'changed';
      readonly stored: Stored;
      readonly wanted: New;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'same'; readonly stored: Stored }
  | { readonly kind: 'faulty'; readonly faults: readonly RowFault[] };

export const rowFault = (
  cell: FileCell,
  code: RowFault['code'],
  details: ProblemDetails = {},
): RowFault => ({ cell, code, details });

/** The formulas of a row: what they would give is not taken over. */
export const formulasIn = (row: FileRow<string>): RowFault[] =>
  Object.values(row)
    .filter(({ isFormula }) => isFormula)
    .map((cell) => rowFault(cell, 'row-formula'));

/** The changes among pairs of texts; equal ones are none. */
export const changesIn = (
  pairs: readonly (readonly [what: Change['what'], before: string | null, after: string | null])[],
): Change[] =>
  pairs
    .filter(([, before, after]) => (before ?? '') !== (after ?? ''))
    .map(([what, before, after]) => ({ what, before: before ?? '', after: after ?? '' }));
