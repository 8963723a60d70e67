/** Tells the person at the terminal what is going on; the standard output stays free for results. */
export const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/**
 * Ends the process with one plain sentence, after it what a tool said, when there is something.
 * @param {string} sentence
 * @param {string} [details]
 * @returns {never}
 */
export const giveUp = (sentence, details = '') => {
  say(sentence);
  if (details.trim() !== '') say(details.trimEnd());
  process.exit(1);
};
