import type { AccountCard } from '../accounts/people-store.ts';
import { heightOf } from '../appendix/heights.ts';
import { fonts, page, styles } from '../appendix/layout.ts';
import type { Cell, Sheet, Style, Workbook } from '../appendix/sheet.ts';
import { roleLabel } from '../strings/accounts.ts';
import { accountHeadings, resultHeading, sheetNames, unitHeadings } from '../strings/catalogue.ts';
import type { Unit } from '../units/catalogue-store.ts';
import type { FileRow, FileRows } from './catalogue.ts';
import type { Results } from './results.ts';

/** Everything is text, so that no telephone number loses its zero. */
const text: Style = { ...styles.text, number: '@' };
const head: Style = { ...styles.head, fill: 'F2F2F2' };
/** Cells below the list, where people type more. */
const blank: Style = { ...text, border: false };

const unitWidths = [8, 30, 44, 24, 30, 15];
const accountWidths = [28, 30, 15, 18, 30, 34];
const resultWidth = 40;

/** The units and accounts in use as a workbook that can be changed and sent back. */
export const currentWorkbook = (
  units: readonly Unit[],
  accounts: readonly AccountCard[],
  at: string,
): Workbook => {
  const active = <Thing extends { deactivatedAt: string | null }>(things: readonly Thing[]) =>
    things.filter(({ deactivatedAt }) => deactivatedAt === null);
  return workbook(at, [
    unitSheet(Object.values(unitHeadings), active(units).map(unitTexts)),
    accountSheet(active(accounts).map(accountTexts)),
  ]);
};

const unitTexts = (unit: Unit): string[] => [
  unit.group,
  unit.code,
  unit.name,
  unit.contactName ?? '',
  unit.email ?? '',
  unit.phone ?? '',
];

const accountTexts = ({ name, email, phone, role, units }: AccountCard): string[] => [
  name,
  email ?? '',
  phone ?? '',
  roleLabel[role],
  units.map(({ code }) => code).join(', '),
  '',
];

/** The same rows that somebody sent, with what became of each. */
export const resultWorkbook = (rows: FileRows, results: Results, at: string): Workbook => {
  const sheets: Sheet[] = [];
  if (rows.units) {
    const headings = [...Object.values(unitHeadings), resultHeading];
    sheets.push(unitSheet(headings, withResults(rows.units, unitHeadings, results.units)));
  }
  if (rows.accounts)
    sheets.push(accountSheet(withResults(rows.accounts, accountHeadings, results.accounts)));
  return workbook(at, sheets);
};

const withResults = <Column extends string>(
  rows: readonly FileRow<Column>[],
  headings: Readonly<Record<Column, string>>,
  results: readonly string[],
): string[][] =>
  rows.map((row, index) => [
    ...(Object.keys(headings) as Column[]).map((column) => row[column].text),
    results[index] ?? '',
  ]);

const workbook = (at: string, sheets: readonly Sheet[]): Workbook => ({
  creator: '',
  createdAt: at,
  font: fonts.body,
  sheets,
});

const unitSheet = (headings: readonly string[], rows: readonly (readonly string[])[]): Sheet =>
  sheetOf(sheetNames.units, headings, [...unitWidths, resultWidth].slice(0, headings.length), rows);

const accountSheet = (rows: readonly (readonly string[])[]): Sheet => {
  const headings = [...Object.values(accountHeadings), resultHeading];
  const column = headings.indexOf(accountHeadings.role) + 1;
  const choices = `"${Object.values(roleLabel).join(',')}"`;
  return {
    ...sheetOf(sheetNames.accounts, headings, accountWidths, rows),
    dropdowns: [{ column, from: 2, to: mostAccounts, choices }],
  };
};

const mostAccounts = 1000;

const sheetOf = (
  name: string,
  headings: readonly string[],
  columns: readonly number[],
  rows: readonly (readonly string[])[],
): Sheet => {
  const rowOf = (texts: readonly string[], style: Style) => {
    const cells = texts.map((value): Cell => ({ value: value === '' ? null : value, style }));
    return { cells, height: heightOf(cells, columns) };
  };
  const lines = rows.map((texts) => rowOf(texts, text));
  return { name, page, columns, head: [1, 1], blank, rows: [rowOf(headings, head), ...lines] };
};
