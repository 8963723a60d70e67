/** Moving about in the list by keyboard. Left and right belong to the text cursor. */
import { columnOf, fieldOf, rowOf } from './sheet-rows.js';

/**
 * Enter goes down, Shift+Enter up, in inputs also the arrows up and down. Nothing while a
 * Vietnamese keyboard is still composing a letter. Enter in any input never sends the form.
 * @param {HTMLFormElement} form
 */
export const moveByKeys = (form) => {
  form.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (event.key === 'Enter') event.preventDefault();
    const step = stepOf(event, target);
    if (step === 0) return;
    event.preventDefault();
    move(target, step);
  });
};

/**
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement | HTMLSelectElement} target
 */
const stepOf = (event, target) => {
  if (!columnOf(target)) return 0;
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1;
  if (event.shiftKey || target instanceof HTMLSelectElement) return 0;
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
};

/**
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {number} step
 */
const move = (field, step) => {
  const row = rowOf(field);
  const body = /** @type {HTMLTableSectionElement} */ (row.parentElement);
  const next = body.rows[row.sectionRowIndex + step];
  const column = columnOf(field);
  if (!next || !column) return;
  const goal = fieldOf(next, column);
  goal.focus();
  if (goal instanceof HTMLInputElement) goal.select();
};
