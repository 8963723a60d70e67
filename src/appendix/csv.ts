import { counting } from '../kit/counting.ts';

/** What browsers call it. */
export const csvType = 'text/csv; charset=utf-8';

/**
 * Rows as a CSV file that Excel in Vietnam opens by a double click: UTF-8 with its mark, `;` between
 * cells, CRLF after rows, cells in quotes where they hold one of these (RFC 4180).
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front: CSV knows no types,
 * and programs take whatever begins with = + - @, a tab or a line break for one. Nothing else of the
 * text changes; whoever reads the file by program takes one apostrophe off before those signs.
 *
 * `tell` hears now and then how many rows are written.
 */
export const csvFile = (
  rows: Iterable<readonly CsvCell[]>,
  tell: (rows: number) => void = () => {},
): Uint8Array<ArrayBuffer> => {
  const written = counting(tell);
  const pieces: Uint8Array[] = [];
  let text = '\uFEFF';
  const flush = () => {
    pieces.push(encoder.encode(text));
    text = '';
  };
  for (const row of rows) {
    text += `${row.map(cellText).join(';')}\r\n`;
    written();
    if (text.length >= pieceLength) flush();
  }
  flush();
  return joined(pieces);
};

/** `null` is an empty cell. */
export type CsvCell = string | number | null;

const encoder = new TextEncoder();

/** Long texts that grow by small pieces cost more memory than they have letters. */
const pieceLength = 65_536;

const cellText = (cell: CsvCell): string => {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = /^[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};
