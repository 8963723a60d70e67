/** The list of participants as a sheet: paste, keys, undo, live figures. Without it the buttons post the form. */
import { countText, keepFiguresLive } from './live-figures.js';
import { rowsFromText } from './pasted-rows.js';
import { moveByKeys } from './sheet-keys.js';
import { fill, mostRows, rangeFromText } from './sheet-paste.js';
import * as sheet from './sheet-rows.js';
import { undoSteps } from './undo-steps.js';

/** @typedef {import('./sheet-rows.js').Field} Field */

const form = /** @type {HTMLFormElement} */ (document.getElementById('report'));
const body = /** @type {HTMLTableSectionElement} */ (form.querySelector('.sheet tbody'));
const undoButton = /** @type {HTMLButtonElement} */ (form.querySelector('[data-undo]'));
const said = /** @type {HTMLElement} */ (form.querySelector('[data-said]'));
const pasteBox = /** @type {HTMLTextAreaElement} */ (form.querySelector('#pasted'));
const steps = undoSteps(undoButton);
const categories = categoriesOnPage();

/** What the focused input held when it got the focus. */
let before = '';

moveByKeys(form);
keepFiguresLive(form, body);
undoButton.hidden = false;

body.addEventListener('focusin', ({ target }) => {
  if (sheet.columnOf(target)) before = /** @type {Field} */ (target).value;
});

body.addEventListener('change', ({ target }) => {
  if (!sheet.columnOf(target)) return;
  const field = /** @type {Field} */ (target);
  const old = before;
  before = field.value;
  steps.add({ kind: 'typing', undo: () => sheet.write(field, old) });
});

body.addEventListener('input', ({ target }) => {
  if (
    target instanceof Element &&
    target !== body &&
    sheet.rowOf(target).sectionRowIndex >= body.rows.length - 2
  )
    sheet.keepSpareRows(body);
});

body.addEventListener('paste', (event) => {
  const column = sheet.columnOf(event.target);
  const range =
    column && rangeFromText(event.clipboardData?.getData('text/plain') ?? '', column, categories);
  if (!range) return;
  event.preventDefault();
  paste(sheet.indexOf(sheet.rowOf(/** @type {Element} */ (event.target))), range);
  before = /** @type {Field} */ (event.target).value;
});

form.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button === undoButton) undo();
  const work = button ? workOf(button) : undefined;
  if (!work) return;
  event.preventDefault();
  work();
});

form.addEventListener('keydown', (event) => {
  const wanted =
    (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (!wanted || event.isComposing || steps.lastKind() !== 'rows') return;
  const field = sheet.columnOf(event.target) ? /** @type {Field} */ (event.target) : undefined;
  if (field ? field.value !== before : event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  undo();
  if (field) before = field.value;
});

/**
 * What a button does here instead of posting the form.
 * @param {HTMLButtonElement} button
 */
function workOf(button) {
  if (button.name === 'remove') return () => remove(sheet.rowOf(button));
  if (button.value === 'more') return addFive;
  if (button.value === 'paste' && pasteBox.value.trim() !== '') return pasteFromBox;
  return undefined;
}

/**
 * @param {number} start
 * @param {import('./sheet-paste.js').Range} range
 */
function paste(start, range) {
  const count = range.rows.length;
  if (start + count > mostRows) {
    announce(
      `Vùng dán có ${countText(count)} dòng, danh sách có tối đa ${countText(mostRows)} dòng.`,
      true,
    );
    return false;
  }
  const takeBack = fill(body, start, range);
  steps.add({ kind: 'rows', undo: takeBack });
  const left = range.ignored > 0 ? ` Bỏ ${range.ignored} cột không có trong bảng.` : '';
  changed(`Đã dán ${countText(count)} dòng.${left}`);
  return true;
}

function pasteFromBox() {
  const text = pasteBox.value;
  const pasted = rowsFromText(text, { categories, birthDateAsked: sheet.birthDateAsked });
  if (pasted.rows.length === 0 || !paste(sheet.endOf(body), pasted)) return;
  pasteBox.value = '';
}

function addFive() {
  const rows = sheet.addRows(body, 5);
  steps.add({ kind: 'rows', undo: () => sheet.removeRows(body, rows) });
  changed('Đã thêm 5 dòng.');
  if (rows[0]) sheet.fieldOf(rows[0], 'name').focus();
}

/** @param {HTMLTableRowElement} row */
function remove(row) {
  const index = sheet.indexOf(row);
  sheet.removeRows(body, [row]);
  sheet.keepSpareRows(body);
  steps.add({ kind: 'rows', undo: () => sheet.insertRow(body, row, index) });
  changed(`Đã xóa dòng ${index + 1}.`);
  body.rows[index]?.querySelector('button')?.focus();
}

function undo() {
  if (!steps.undo()) return;
  sheet.keepSpareRows(body);
  changed('Đã hoàn tác.');
}

/**
 * Tells the listeners (figures, autosave) and the reader that the list has changed.
 * @param {string} sentence
 */
function changed(sentence) {
  body.dispatchEvent(new Event('input', { bubbles: true }));
  announce(`${sentence} ${countText(sheet.peopleIn(body))} người.`);
}

/**
 * @param {string} sentence
 * @param {boolean} [isRefusal]
 */
function announce(sentence, isRefusal = false) {
  said.textContent = sentence;
  said.classList.toggle('fault', isRefusal);
}

function categoriesOnPage() {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById('blank-row'));
  const options = template.content.querySelectorAll('option');
  return [...options].map((option) => option.value).filter((value) => value !== '');
}
