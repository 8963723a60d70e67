/** One attempt to save the draft on the server, and what came of it. */

/**
 * @typedef {{ kind: 'saved', revision: number, savedAt: string }
 *   | { kind: 'signed-out' }
 *   | { kind: 'offline' }
 *   | { kind: 'conflict', by: string, at: string }
 *   | { kind: 'refused', text: string }} Outcome
 */

/** Browsers let a request outlive its page only up to this size. */
const mostBytesOutlivingPage = 60_000;

/**
 * @param {HTMLFormElement} form
 * @param {{ isLast: boolean }} options `isLast`: the page may be about to close
 * @returns {Promise<Outcome>}
 */
export const postDraft = async (form, { isLast }) => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  const text = body.toString();
  try {
    const response = await fetch(form.dataset.draft ?? '', {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: text,
      redirect: 'manual',
      keepalive: isLast && text.length < mostBytesOutlivingPage,
    });
    return await outcomeOf(response);
  } catch {
    return { kind: 'offline' };
  }
};

/**
 * @param {Response} response
 * @returns {Promise<Outcome>}
 */
const outcomeOf = async (response) => {
  if (response.status === 401 || response.type === 'opaqueredirect') return { kind: 'signed-out' };
  const answer = await response.json();
  if (response.ok) return { kind: 'saved', revision: answer.revision, savedAt: answer.savedAt };
  if (response.status === 409 && answer.by)
    return { kind: 'conflict', by: answer.by, at: answer.at };
  return { kind: 'refused', text: answer.text };
};
