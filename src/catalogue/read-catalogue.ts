import { Problem } from '../kit/problem.ts';
import type { ReadCell, ReadSheet } from '../kit/read-sheet.ts';
import { accountHeadings, sheetNames, unitHeadings } from '../strings/catalogue.ts';
import { foldMarks, tidyLine } from '../vietnamese/text.ts';
import type { AccountColumn, FileRow, FileRows, UnitColumn } from './catalogue.ts';

/**
 * The rows of the two sheets in a workbook that somebody sent. Sheets and columns are found by their
 * names, marks and capitals apart; other sheets and columns are left alone. Refuses with `upload-…`.
 */
export const readCatalogue = (sheets: readonly ReadSheet[]): FileRows => {
  const units = sheetNamed(sheets, sheetNames.units);
  const accounts = sheetNamed(sheets, sheetNames.accounts);
  if (!units && !accounts) throw new Problem('upload-without-sheets', 'file');
  const rows = {
    units: units ? rowsOf<UnitColumn>(units, unitHeadings, 'code') : null,
    accounts: accounts ? rowsOf<AccountColumn>(accounts, accountHeadings, 'name') : null,
  };
  if ((rows.units ?? []).length + (rows.accounts ?? []).length === 0)
    throw new Problem('upload-without-rows', 'file');
  return rows;
};

const sheetNamed = (sheets: readonly ReadSheet[], name: string): ReadSheet | undefined =>
  sheets.find((sheet) => foldMarks(sheet.name) === foldMarks(name));

/** Titles may stand above the headings, but not many. */
const rowsBeforeHeadings = 10;

const rowsOf = <Column extends string>(
  { name, rows }: ReadSheet,
  headings: Readonly<Record<Column, string>>,
  key: Column,
): FileRow<Column>[] => {
  if (rows.length === 0) return [];
  const isKey = ({ text }: ReadCell) => foldMarks(text) === foldMarks(headings[key]);
  const head = rows.slice(0, rowsBeforeHeadings).findIndex((row) => row.some(isKey));
  const places = placesOf(name, rows[head] ?? [], headings);
  return rows
    .slice(head + 1)
    .map((row) => rowAt(row, places))
    .filter((row) => Object.values<{ text: string }>(row).some(({ text }) => text !== ''));
};

type Places<Column extends string> = readonly (readonly [column: Column, letters: string])[];

/** In which column each heading stands. */
const placesOf = <Column extends string>(
  sheet: string,
  head: readonly ReadCell[],
  headings: Readonly<Record<Column, string>>,
): Places<Column> => {
  const found = new Map(head.map(({ text, at }) => [foldMarks(text), at.replace(/\d+/, '')]));
  return (Object.entries(headings) as [Column, string][]).map(([column, heading]) => {
    const letters = found.get(foldMarks(heading));
    if (letters === undefined)
      throw new Problem('upload-without-column', 'file', { sheet, column: heading });
    return [column, letters];
  });
};

const rowAt = <Column extends string>(
  cells: readonly ReadCell[],
  places: Places<Column>,
): FileRow<Column> => {
  const number = cells[0]?.at.replace(/\D+/, '') ?? '';
  const inRow = new Map(cells.map((cell) => [cell.at, cell]));
  const row = places.map(([column, letters]) => {
    const at = `${letters}${number}`;
    const cell = inRow.get(at);
    return [
      column,
      { at, text: tidyLine(cell?.text ?? ''), isFormula: cell?.isFormula ?? false },
    ] as const;
  });
  return Object.fromEntries(row) as FileRow<Column>;
};
