import { cellsFromText } from '#spreadsheet-text';
import { columnLetters } from '../appendix/sheet.ts';
import type { GridSheet } from '../lists/grid.ts';
import { textOfBytes } from '../vietnamese/bytes.ts';

/** A CSV file or a pasted text as one sheet without a name. */
export const gridOfText = (bytes: Uint8Array, mostLetters: number): GridSheet => {
  const { text } = textOfBytes(bytes);
  const rows = cellsFromText(text).map((cells, index) => ({
    number: index + 1,
    cells: cells.flatMap((cell, at) => {
      const shown = cell.slice(0, mostLetters);
      if (shown.trim() === '') return [];
      const column = at + 1;
      const place = `${columnLetters(column)}${index + 1}`;
      return [{ at: place, column, text: shown, runs: [], wide: 1, tall: 1 }];
    }),
  }));
  return { name: '', rows: rows.filter(({ cells }) => cells.length > 0) };
};
