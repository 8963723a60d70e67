/** Total, number of people and rate, counted while typing. The server counts again. */
import { peopleIn, rowOf } from './sheet-rows.js';

/**
 * Counts anew whenever something in the form changes, at most once a frame.
 * @param {HTMLFormElement} form
 * @param {HTMLTableSectionElement} body
 */
export const keepFiguresLive = (form, body) => {
  let waiting = false;
  form.addEventListener('input', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      showFigures(form, body);
    });
  });
};

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTableSectionElement} body
 */
const showFigures = (form, body) => {
  const people = peopleIn(body);
  const total = totalOf(form);
  const faulty = new Set([...body.querySelectorAll('[aria-invalid]')].map(rowOf)).size;
  const toMend = faulty > 0 ? `, ${faulty} dòng cần sửa` : '';
  say(form, '[data-total]', countText(total));
  say(form, '[data-list-count]', `${countText(people)} người${toMend}`);
  say(form, '[data-percent]', percentText(people, total));
  const words = `${countText(people)} người dự thi trên tổng số ${countText(total)} người`;
  say(form, '[data-rate-words]', words);
  const bar = /** @type {HTMLProgressElement} */ (form.querySelector('[data-rate-bar]'));
  bar.max = Math.max(total, 1);
  bar.value = Math.min(people, total);
  bar.classList.toggle('progress-over', people > total);
};

/**
 * @param {HTMLFormElement} form
 * @param {string} place
 * @param {string} text
 */
const say = (form, place, text) => {
  const element = form.querySelector(place);
  if (element && element.textContent !== text) element.textContent = text;
};

/** @param {HTMLFormElement} form */
const totalOf = (form) => {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (
    form.querySelectorAll('[data-headcount]')
  );
  return [...inputs].reduce((sum, input) => sum + headcountOf(input.value), 0);
};

/**
 * `1234`, `1.234` or `1 234`; anything else counts as 0 until it is mended.
 * @param {string} typed
 */
export const headcountOf = (typed) => {
  const text = typed.replace(/\s+/g, ' ').trim();
  return /^(\d+|\d{1,3}([. ]\d{3})+)$/.test(text) ? Number(text.replace(/[. ]/g, '')) : 0;
};

/**
 * `1.234`
 * @param {number} count
 */
export const countText = (count) => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/**
 * `93,75%`, rounded half up from the whole numbers; `—` when there is nothing to count.
 * @param {number} part
 * @param {number} whole
 */
export const percentText = (part, whole) => {
  if (whole === 0) return '—';
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole));
  const decimals = String(hundredths % 100).padStart(2, '0');
  return `${countText(Math.floor(hundredths / 100))},${decimals}%`;
};
