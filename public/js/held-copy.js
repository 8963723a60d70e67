/**
 * What could not be saved on the server, kept in this browser: at most seven days, because office
 * computers are shared, and only until it has been saved, sent or thrown away.
 */

/**
 * @typedef {[name: string, value: string]} FormField
 * @typedef {{ at: number, revision: number, isPosted: boolean, fields: FormField[] }} HeldCopy
 */

const prefix = 'phuluc-nhap:';
const longestMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Keeps the form's content; false when the browser refuses (full, or private).
 * @param {HTMLFormElement} form
 * @param {{ isPosted: boolean }} options `isPosted`: the form itself is on its way to the server
 */
export const keepCopy = (form, { isPosted }) => {
  const fields = fieldsOf(form);
  /** @type {HeldCopy} */
  const copy = { at: Date.now(), revision: revisionOf(form), isPosted, fields };
  try {
    localStorage.setItem(prefix + pathOf(form), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
};

/**
 * The copy that belongs to a report's form, or undefined.
 * @param {string} path
 * @returns {HeldCopy | undefined}
 */
export const copyFor = (path) => {
  forgetOldCopies();
  const text = localStorage.getItem(prefix + path);
  return text === null ? undefined : JSON.parse(text);
};

/** @param {string} path */
export const forgetCopy = (path) => localStorage.removeItem(prefix + path);

const forgetOldCopies = () => {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix)) continue;
    const copy = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (!(Date.now() - copy.at < longestMs)) localStorage.removeItem(key);
  }
};

/** @param {HTMLFormElement} form */
export const pathOf = (form) => form.getAttribute('action') ?? '';

/** @param {HTMLFormElement} form */
export const revisionOf = (form) => Number(revisionField(form).value);

/** @param {HTMLFormElement} form */
export const revisionField = (form) =>
  /** @type {HTMLInputElement} */ (form.elements.namedItem('revision'));

/**
 * The content of the form, without what belongs to one showing of the page only.
 * @param {HTMLFormElement} form
 * @returns {FormField[]}
 */
export const fieldsOf = (form) =>
  [...new FormData(form)]
    .filter(([name]) => !['_csrf', 'revision', 'action'].includes(name))
    .map(([name, value]) => [name, String(value)]);
