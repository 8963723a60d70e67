/** Offers what was kept in this browser, and puts it back into the form. */

import { copyFor, fieldsOf, forgetCopy, pathOf, revisionField, revisionOf } from './held-copy.js';
import { addRows, columns, fieldOf, write } from './sheet-rows.js';
import { tidyCell } from './spreadsheet-text.js';

/** @typedef {import('./held-copy.js').HeldCopy} HeldCopy */
/** @typedef {import('./held-copy.js').FormField} FormField */

/**
 * The copy of this form that holds something the server does not have; what it has is forgotten.
 * @param {HTMLFormElement} form
 */
export const unsavedCopy = (form) => {
  const copy = copyFor(pathOf(form));
  if (!copy) return undefined;
  const arrived = copy.isPosted && revisionOf(form) > copy.revision;
  if (!arrived && contentOf(copy.fields) !== contentOf(fieldsOf(form))) return copy;
  forgetCopy(pathOf(form));
  return undefined;
};

/**
 * A text that is equal for equal content: blank rows and doubled blanks make no difference.
 * @param {FormField[]} fields
 */
const contentOf = (fields) => {
  const others = fields.filter(([name, value]) => !isColumn(name) && tidyCell(value) !== '');
  const rows = rowsOf(fields).filter((row) => row.some((value) => value !== ''));
  return JSON.stringify([others.map(([name, value]) => [name, tidyCell(value)]), rows]);
};

/** @param {string} name */
const isColumn = (name) => columns.some((column) => column === name);

/** @param {FormField[]} fields */
const rowsOf = (fields) => {
  const [names = [], ...others] = columns.map((column) =>
    fields.filter(([name]) => name === column).map(([, value]) => tidyCell(value)),
  );
  return names.map((name, at) => [name, ...others.map((values) => values[at] ?? '')]);
};

/**
 * Shows the offer; `answered` is called once with the choice.
 * @param {HTMLElement} place
 * @param {HeldCopy} copy
 * @param {(isWanted: boolean) => void} answered
 */
export const offerCopy = (place, copy, answered) => {
  const box = document.createElement('section');
  box.className = 'warning';
  box.setAttribute('aria-label', 'Nội dung giữ trên máy này');
  const sentence = document.createElement('p');
  sentence.textContent = `Có nội dung chưa gửi được giữ trên máy này lúc ${timeText(copy.at)}.`;
  const buttons = document.createElement('p');
  buttons.className = 'actions';
  /** @param {boolean} isWanted */
  const answer = (isWanted) => {
    box.remove();
    answered(isWanted);
  };
  buttons.append(
    button('Khôi phục', () => answer(true)),
    button('Bỏ', () => answer(false)),
  );
  box.append(sentence, buttons);
  place.append(box);
};

/**
 * `13 giờ 40 ngày 12/12/2024`
 * @param {number} at
 */
const timeText = (at) => {
  const instant = new Date(at);
  const timeZone = 'Asia/Ho_Chi_Minh';
  const clock = instant.toLocaleTimeString('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  const day = instant.toLocaleDateString('en-GB', { timeZone });
  return `${clock.replace(':', ' giờ ')} ngày ${day}`;
};

/**
 * @param {string} label
 * @param {() => void} work
 */
const button = (label, work) => {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button';
  element.textContent = label;
  element.addEventListener('click', work);
  return element;
};

/**
 * Fills the form from the copy. Its revision comes along, so that the server notices when
 * somebody has saved something newer meanwhile.
 * @param {HTMLFormElement} form
 * @param {HTMLTableSectionElement} body
 * @param {HeldCopy} copy
 */
export const restoreCopy = (form, body, copy) => {
  revisionField(form).value = String(copy.revision);
  for (const element of form.elements) restoreField(element, copy.fields);
  const rows = rowsOf(copy.fields);
  addRows(body, Math.max(0, rows.length - body.rows.length));
  for (const [at, row] of [...body.rows].entries())
    for (const [place, column] of columns.entries())
      write(fieldOf(row, column), rows[at]?.[place] ?? '');
  body.dispatchEvent(new Event('input', { bubbles: true }));
};

/**
 * @param {Element} element
 * @param {FormField[]} fields
 */
const restoreField = (element, fields) => {
  const name = element.getAttribute('name') ?? '';
  if (isColumn(name)) return;
  const held = fields.find((field) => field[0] === name)?.[1];
  if (element instanceof HTMLInputElement && element.type === 'checkbox')
    element.checked = held !== undefined;
  else if (element instanceof HTMLTextAreaElement) element.value = held ?? '';
  else if (element instanceof HTMLInputElement && element.type === 'text')
    element.value = held ?? '';
};
