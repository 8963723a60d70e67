/** Shows how far a file is that is made in the background; when it is over, the page says the rest. */
const askEveryMs = 1000;

const box = document.querySelector('[data-job]');
if (box instanceof HTMLElement) setTimeout(() => look(box), askEveryMs);

/** @param {HTMLElement} box */
async function look(box) {
  const job = await newest(box.dataset.job ?? '');
  if (job && !job.underWay) return location.reload();
  if (job) show(box, job);
  setTimeout(() => look(box), askEveryMs);
}

/**
 * Nothing comes back without a connection, or when the session has ended: the next look tells.
 * @param {string} path
 * @returns {Promise<{ underWay: boolean, said: string, done: number, of: number } | undefined>}
 */
async function newest(path) {
  try {
    const response = await fetch(path, {
      headers: { Accept: 'application/json' },
      redirect: 'manual',
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {HTMLElement} box
 * @param {{ said: string, done: number, of: number }} job
 */
function show(box, { said, done, of }) {
  const text = box.querySelector('[data-job-said]');
  if (text) text.textContent = said;
  const bar = box.querySelector('progress');
  if (!bar) return;
  bar.max = Math.max(of, 1);
  bar.value = done;
}
