/** Saves the draft a moment after typing stops, and keeps it in this browser while that fails. */
import { postDraft } from './draft-request.js';
import { forgetCopy, keepCopy, pathOf, revisionField } from './held-copy.js';
import { offerCopy, restoreCopy, unsavedCopy } from './held-copy-offer.js';
import { showOutcome } from './save-status.js';

/** @typedef {import('./draft-request.js').Outcome} Outcome */

const pauseMs = 1500;
const retryMs = 30_000;

const form = /** @type {HTMLFormElement} */ (document.getElementById('report'));
const body = /** @type {HTMLTableSectionElement} */ (form.querySelector('.sheet tbody'));
const status = /** @type {HTMLElement} */ (form.querySelector('[data-save-status]'));
const offerPlace = /** @type {HTMLElement} */ (document.getElementById('held-copy'));

/** Something was typed that the server does not have. */
let isDirty = false;
/** A request is on its way; there are never two. */
let isBusy = false;
/** A letter is being composed by the Vietnamese keyboard. */
let isComposing = false;
/** Somebody else saved a newer draft: only the person at the screen can go on. */
let isInConflict = false;
/** The form itself is being posted. */
let isLeaving = false;
/** An older copy is offered and not answered: it must be neither replaced nor forgotten. */
let isOffering = false;
/** The button that was pressed while a request was on its way. */
/** @type {HTMLElement | null | undefined} */
let pressed;
let timer = 0;

form.addEventListener('input', () => {
  isDirty = true;
  saveAfter(pauseMs);
});
form.addEventListener('compositionstart', () => {
  isComposing = true;
});
form.addEventListener('compositionend', () => {
  isComposing = false;
});
window.addEventListener('online', () => save(false));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && isDirty && !isLeaving) {
    hold();
    save(true);
  }
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
form.addEventListener('submit', (event) => {
  clearTimeout(timer);
  if (isBusy) {
    event.preventDefault();
    pressed = event.submitter;
    return;
  }
  isLeaving = true;
  if (isDirty && !isOffering) keepCopy(form, { isPosted: true });
});
offer();

/** @param {number} delay */
function saveAfter(delay) {
  clearTimeout(timer);
  timer = window.setTimeout(() => save(false), delay);
}

/** @param {boolean} isLast the page may be about to close */
async function save(isLast) {
  if (!isDirty || isBusy || isInConflict || isLeaving) return;
  if (isComposing && !isLast) {
    saveAfter(pauseMs);
    return;
  }
  clearTimeout(timer);
  isBusy = true;
  isDirty = false;
  const outcome = await postDraft(form, { isLast });
  isBusy = false;
  if (outcome.kind === 'saved') saved(outcome);
  else failed(outcome);
  if (pressed !== undefined) form.requestSubmit(pressed);
}

/** @param {Extract<Outcome, { kind: 'saved' }>} outcome */
function saved(outcome) {
  revisionField(form).value = String(outcome.revision);
  if (!isOffering) forgetCopy(pathOf(form));
  showOutcome(status, outcome, false);
  document.dispatchEvent(new CustomEvent('session-used'));
  if (isDirty) saveAfter(pauseMs);
}

/** @param {Exclude<Outcome, { kind: 'saved' }>} outcome */
function failed(outcome) {
  isDirty = true;
  isInConflict = outcome.kind === 'conflict';
  showOutcome(status, outcome, hold());
  if (outcome.kind === 'offline') saveAfter(retryMs);
}

function hold() {
  return !isOffering && keepCopy(form, { isPosted: false });
}

function offer() {
  const copy = unsavedCopy(form);
  if (!copy) return;
  isOffering = true;
  offerCopy(offerPlace, copy, (isWanted) => {
    isOffering = false;
    if (isWanted) restoreCopy(form, body, copy);
    else forgetCopy(pathOf(form));
  });
}
