/** Text copied from a spreadsheet, as cells. Pure: the browser and the server use this same module. */

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const blanks = /[\s\u00A0]+/g;

/**
 * One cell as it is taken over: NFC, blanks (also line breaks inside the cell) folded, trimmed.
 * @param {string} text
 */
export const tidyCell = (text) =>
  text.normalize('NFC').replace(invisible, '').replace(blanks, ' ').trim();

/**
 * The key under which headings and categories are recognised: without marks, case and signs.
 * @param {string} text
 */
export const foldedKey = (text) =>
  tidyCell(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The cells of a text, nothing folded yet. A spreadsheet puts tabs between cells and quotes a cell
 * with line breaks; without any tab the text is split at `;` or `,` when most lines have one.
 * A quote that is never closed is an ordinary character.
 * @param {string} text
 * @param {string} [separator]
 */
export const cellsFromText = (text, separator = separatorOf(text)) => {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const end = `(${separator}|\\n|$)`;
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"(?=${end})|([^${separator}\\n]*))${end}`, 'gy');
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  while (cell.lastIndex < source.length || row.length > 0) {
    const match = cell.exec(source);
    if (!match) break;
    const [, quoted, , plain, endedBy] = match;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'));
    if (endedBy === separator) continue;
    rows.push(row);
    row = [];
  }
  return rows;
};

/** @param {string} text */
const separatorOf = (text) => {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const common = [';', ','].find(
    (sign) => lines.filter((line) => unquoted(line).includes(sign)).length * 2 > lines.length,
  );
  return common ?? '\t';
};

/** @param {string} line */
const unquoted = (line) => line.replace(/"[^"]*"/g, '');
