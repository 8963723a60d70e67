/** Small things for all forms; every page works without them. */

/** A second click on the same button is taken for a slip within this time. */
const slipMs = 5000;

document.getElementById('errors')?.focus();

for (const button of buttons('[data-show-password]'))
  button.addEventListener('click', () => {
    const input = inputOf(button, 'data-show-password');
    const isShown = input.type === 'text';
    input.type = isShown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!isShown));
    button.textContent = isShown ? 'Hiện mật khẩu' : 'Ẩn mật khẩu';
  });

for (const button of buttons('[data-copy]'))
  button.addEventListener('click', () => copy(inputOf(button, 'data-copy')));

for (const button of buttons('[data-print]')) button.addEventListener('click', () => print());

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (event.defaultPrevented) return;
  if (form.getAttribute('aria-busy') === 'true') {
    event.preventDefault();
    return;
  }
  form.setAttribute('aria-busy', 'true');
  event.submitter?.setAttribute('aria-disabled', 'true');
  setTimeout(() => release(form), slipMs);
});

window.addEventListener('pageshow', () => {
  for (const form of document.forms) release(form);
});

/** @param {HTMLFormElement} form */
function release(form) {
  form.removeAttribute('aria-busy');
  for (const button of form.querySelectorAll('[aria-disabled]'))
    button.removeAttribute('aria-disabled');
}

/** @param {HTMLInputElement} input */
function copy(input) {
  const status = document.getElementById(`${input.id}-status`);
  input.select();
  // The older way, because the newer one needs https, which a small office may not have.
  const isCopied = document.execCommand('copy');
  if (status)
    status.textContent = isCopied ? 'Đã sao chép liên kết.' : 'Bấm Ctrl + C để sao chép liên kết.';
}

/**
 * Buttons that work with this script only: shown when it runs.
 * @param {string} selector
 */
function buttons(selector) {
  const found = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(selector)]);
  for (const button of found) button.hidden = false;
  return found;
}

/**
 * @param {HTMLElement} button
 * @param {string} attribute
 */
function inputOf(button, attribute) {
  const id = button.getAttribute(attribute) ?? '';
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}
