/** Invisible characters that come along with copied text: zero-width, joiners, byte-order mark, soft hyphen, direction marks. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
const blanks = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
/** Anything that has to go. Nearly every text is tidy already, and one look is quicker than four. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among it
const untidy = /^ | $| {2}|[\u0000-\u001F\u007F\u00A0\u00AD\u1680\u2000-\u206F\u3000\uFEFF]/;

/**
 * One line of typed or pasted text as it is stored: NFC, trimmed, every run of blanks one space,
 * invisible and control characters gone. Capitals stay as the clerk wrote them.
 */
export const tidyLine = (text: string): string =>
  // Composed last: an invisible character may have stood between a letter and its mark.
  (untidy.test(text) ? tidied(text) : text).normalize('NFC');

const tidied = (text: string): string =>
  text.replace(invisible, '').replace(control, '').replace(blanks, ' ').trim();

/** As `tidyLine`, but the line breaks of a longer text stay. */
export const tidyText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(tidyLine)
    .join('\n')
    .trim();

/** Text for searching: without marks, lower case, đ as d. */
export const foldMarks = (text: string): string =>
  tidyLine(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/** A text with its first letter in capitals, for the beginning of a sentence. */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
