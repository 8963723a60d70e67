/** The rows of the list on the page: reading, writing, adding, removing, numbering. */
import { columnsOf } from './pasted-columns.js';

/** @typedef {import('./pasted-columns.js').Column} Column */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {HTMLTableSectionElement} Body */

const template = /** @type {HTMLTemplateElement} */ (document.getElementById('blank-row'));

/** The campaign asks for birth dates. */
export const birthDateAsked = template.content.querySelector('[name=birthDate]') !== null;

/** The columns of this list. */
export const columns = columnsOf(birthDateAsked);

/** So many blank rows stand at the end, ready to be typed into. */
const spareRows = 5;

/**
 * The input of one column in a row.
 * @param {HTMLTableRowElement} row
 * @param {Column} column
 */
export const fieldOf = (row, column) =>
  /** @type {Field} */ (row.cells[columns.indexOf(column) + 1]?.lastElementChild);

/**
 * The column of an input, or undefined for anything outside the list.
 * @param {EventTarget | null} target
 * @returns {Column | undefined}
 */
export const columnOf = (target) =>
  target instanceof HTMLElement && target.closest('.sheet')
    ? columns.find((column) => column === target.getAttribute('name'))
    : undefined;

/**
 * The row in which an input or button stands.
 * @param {Element} element
 */
export const rowOf = (element) => /** @type {HTMLTableRowElement} */ (element.closest('tr'));

/**
 * The place of a row in the list, from 0.
 * @param {HTMLTableRowElement} row
 */
export const indexOf = (row) => row.sectionRowIndex;

/** @param {HTMLTableRowElement} row */
export const isBlank = (row) => columns.every((column) => fieldOf(row, column).value.trim() === '');

/**
 * How many rows have something in them. Counted at every key, so in one pass over the inputs.
 * @param {Body} body
 */
export const peopleIn = (body) => {
  let people = 0;
  let filled = false;
  for (const field of /** @type {NodeListOf<Field>} */ (body.querySelectorAll('input, select'))) {
    if (field.name === columns[0]) filled = false;
    if (filled || field.value.trim() === '') continue;
    filled = true;
    people++;
  }
  return people;
};

/**
 * The place behind the last row that has something in it.
 * @param {Body} body
 */
export const endOf = (body) => {
  let end = body.rows.length;
  while (end > 0 && isBlank(/** @type {HTMLTableRowElement} */ (body.rows[end - 1]))) end--;
  return end;
};

/**
 * A select takes a word that it does not know yet as one more option: nothing typed is lost.
 * @param {Field} field
 * @param {string} value
 */
export const write = (field, value) => {
  field.value = value;
  if (field.value === value || field instanceof HTMLInputElement) return;
  field.add(new Option(value, value));
  field.value = value;
};

/**
 * Takes the sentence about a fault away from an input that was filled anew.
 * @param {Field} field
 */
export const clearFault = (field) => {
  if (!field.hasAttribute('aria-invalid')) return;
  field.removeAttribute('aria-invalid');
  const others = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id !== `${field.id}-fault`);
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
  else field.removeAttribute('aria-describedby');
  field.parentElement?.querySelector('.fault')?.remove();
};

/**
 * Blank rows at the end of the list; the rows that were added.
 * @param {Body} body
 * @param {number} count
 */
export const addRows = (body, count) => {
  const model = /** @type {HTMLTableRowElement} */ (template.content.querySelector('tr'));
  const first = body.rows.length;
  const rows = Array.from({ length: count }, (_, at) => {
    const row = /** @type {HTMLTableRowElement} */ (document.importNode(model, true));
    number(row, first + at + 1);
    return row;
  });
  body.append(...rows);
  return rows;
};

/** @param {Body} body */
export const keepSpareRows = (body) => {
  if (body.rows.length - endOf(body) < 2) addRows(body, spareRows);
};

/**
 * Takes rows out of the list; the others are numbered anew.
 * @param {Body} body
 * @param {HTMLTableRowElement[]} rows
 */
export const removeRows = (body, rows) => {
  const first = Math.min(...rows.map(indexOf));
  for (const row of rows) row.remove();
  numberFrom(body, first);
};

/**
 * Puts a row back where it stood.
 * @param {Body} body
 * @param {HTMLTableRowElement} row
 * @param {number} index
 */
export const insertRow = (body, row, index) => {
  body.insertBefore(row, body.rows[index] ?? null);
  numberFrom(body, index);
};

/**
 * @param {Body} body
 * @param {number} first
 */
const numberFrom = (body, first) => {
  let place = first;
  for (let row = body.rows[first]; row; row = nextRow(row)) number(row, ++place);
};

/** @param {HTMLTableRowElement} row */
const nextRow = (row) => /** @type {HTMLTableRowElement | undefined} */ (row.nextElementSibling);

/**
 * A row's number stands in its heading, in the ids and labels of its inputs, in its button.
 * @param {HTMLTableRowElement} row
 * @param {number} place
 */
const number = (row, place) => {
  const old = row.firstElementChild?.textContent ?? '';
  for (const element of row.querySelectorAll('th, .fault, .remark, input, select, button')) {
    if (element.tagName === 'TH') element.textContent = String(place);
    for (const name of ['id', 'aria-label', 'aria-describedby', 'value']) {
      const value = element.getAttribute(name);
      if (!value || (name === 'value' && element.tagName !== 'BUTTON')) continue;
      element.setAttribute(name, value.replaceAll(old, String(place)));
    }
  }
};
