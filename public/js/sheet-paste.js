/** A range of cells, copied from a spreadsheet, into the list. */
import { daySpelling } from './pasted-days.js';
import { categorySpelling, rowsFromText } from './pasted-rows.js';
import {
  addRows,
  birthDateAsked,
  clearFault,
  columns,
  fieldOf,
  keepSpareRows,
  removeRows,
  write,
} from './sheet-rows.js';
import { cellsFromText, tidyCell } from './spreadsheet-text.js';

/** @typedef {import('./pasted-columns.js').Column} Column */
/** @typedef {import('./sheet-rows.js').Body} Body */
/** @typedef {{ rows: Partial<Record<Column, string>>[], columns: readonly Column[], ignored: number }} Range */

/** A longer list belongs to more than one unit; the server takes no more either. */
export const mostRows = 2000;

/**
 * What a pasted text puts into the list when the cursor stands in `column`; undefined for a single
 * cell, which the browser pastes by itself.
 * @param {string} text
 * @param {Column} column
 * @param {readonly string[]} categories
 * @returns {Range | undefined}
 */
export const rangeFromText = (text, column, categories) => {
  if (!/[\t\n\r]/.test(text.trim()) && !text.includes('\t')) return undefined;
  const pasted = rowsFromText(text, { categories, birthDateAsked });
  if (pasted.cells.length < 2 && (pasted.cells[0]?.length ?? 0) < 2) return undefined;
  return column === 'name' || pasted.header ? pasted : byPosition(text, column, categories);
};

/**
 * Cell by cell to the right and down; blank cells between stay blank.
 * @param {string} text
 * @param {Column} column
 * @param {readonly string[]} categories
 * @returns {Range}
 */
const byPosition = (text, column, categories) => {
  const cells = cellsFromText(text, '\t').map((row) => row.map(tidyCell));
  while (cells.at(-1)?.every((cell) => cell === '')) cells.pop();
  const width = Math.max(...cells.map((row) => row.length));
  const right = columns.slice(columns.indexOf(column));
  const rows = cells.map((row) =>
    Object.fromEntries(right.map((name, at) => [name, cellText(name, row[at] ?? '', categories)])),
  );
  return { rows, columns: right.slice(0, width), ignored: Math.max(0, width - right.length) };
};

/**
 * @param {Column} column
 * @param {string} text
 * @param {readonly string[]} categories
 */
const cellText = (column, text, categories) => {
  if (column === 'birthDate') return daySpelling(text);
  return column === 'category' ? categorySpelling(text, categories) : text;
};

/**
 * Writes a range into the list from row `start` (from 0) on, adding rows as needed.
 * The answer takes it all back.
 * @param {Body} body
 * @param {number} start
 * @param {Range} range
 */
export const fill = (body, start, range) => {
  const length = body.rows.length;
  addRows(body, Math.max(0, start + range.rows.length - length));
  /** @type {(() => void)[]} */
  const restore = [];
  for (const [at, values] of range.rows.entries()) {
    const row = /** @type {HTMLTableRowElement} */ (body.rows[start + at]);
    for (const column of range.columns) {
      const field = fieldOf(row, column);
      const before = field.value;
      restore.push(() => write(field, before));
      write(field, values[column] ?? '');
      clearFault(field);
    }
  }
  keepSpareRows(body);
  return () => {
    for (const back of restore) back();
    const added = [...body.rows].slice(length);
    if (added.length > 0) removeRows(body, added);
  };
};
