/**
 * Text copied from a spreadsheet, read as rows of the list of participants.
 * Pure: the sheet in the browser and the paste box on the server use this same module.
 */
import { columnsOf, filled, headerIn, placesGuessed, placesUnder } from './pasted-columns.js';
import { daySpelling } from './pasted-days.js';
import { cellsFromText, foldedKey, tidyCell } from './spreadsheet-text.js';

/** @typedef {import('./pasted-columns.js').Place} Place */
/** @typedef {{ name: string, birthDate: string, title: string, category: string, note: string }} PastedRow */

/**
 * The rows of a pasted text, mapped to the columns of the list by their headings or, without any,
 * by their order. `columns` names what the text really held, so that a list of names alone
 * overwrites nothing else; `cells` is the tidied text before mapping; `ignored` counts columns
 * with content that found no place.
 * @param {string} text
 * @param {{ categories: readonly string[], birthDateAsked?: boolean }} options
 */
export const rowsFromText = (text, { categories, birthDateAsked = false }) => {
  const columns = columnsOf(birthDateAsked);
  const cells = cellsFromText(text)
    .map((row) => row.map(tidyCell))
    .filter((row) => filled(row).length > 0);
  const header = headerIn(cells);
  const body = header ? bodyBelow(cells, header.at) : cells;
  const places = header
    ? placesUnder(header.keys, body, columns)
    : placesGuessed(body, categories, columns);
  const rows = body
    .map((row) => rowOf(row, places, categories))
    .filter((row) => columns.some((column) => row[column] !== ''));
  const held = columns.filter((column) => places.includes(column));
  const ignored = places.filter((place, at) => !place && body.some((row) => row[at])).length;
  return { rows, cells, columns: held, header: header !== undefined, ignored };
};

/**
 * What stands below the heading, without the line "(1) (2) (3)" that official forms put there.
 * @param {string[][]} cells
 * @param {number} header
 */
const bodyBelow = (cells, header) => {
  const body = cells.slice(header + 1);
  const first = filled(body[0] ?? []);
  const numbered = first.length >= 2 && first.every((cell) => /^\(?(\d{1,2}|[A-E])\)?$/.test(cell));
  return numbered ? body.slice(1) : body;
};

/**
 * @param {string[]} cells
 * @param {Place[]} places
 * @param {readonly string[]} categories
 * @returns {PastedRow}
 */
const rowOf = (cells, places, categories) => {
  /** @param {Place[]} wanted */
  const text = (...wanted) =>
    filled(cells.filter((_, at) => wanted.includes(places[at]))).join(' ');
  return {
    name: text('family', 'name'),
    birthDate: daySpelling(text('birthDate')),
    title: text('title'),
    category: categorySpelling(text('category'), categories),
    note: text('note'),
  };
};

/**
 * A category in the campaign's own spelling, or as it was typed.
 * @param {string} typed
 * @param {readonly string[]} categories
 */
export const categorySpelling = (typed, categories) =>
  categories.find((category) => foldedKey(category) === foldedKey(typed)) ?? typed;
