import { columnLetters } from '../../src/appendix/sheet.ts';
import type { GridSheet } from '../../src/lists/grid.ts';

/** A sheet as rows of texts, `''` for an empty cell; rows and columns from 1. */
export const sheetOf = (
  rows: readonly (readonly string[])[],
  name = 'Danh sách',
  font?: string,
): GridSheet => ({
  name,
  rows: rows.flatMap((texts, index) => {
    const cells = texts.flatMap((text, at) =>
      text === ''
        ? []
        : [
            {
              at: `${columnLetters(at + 1)}${index + 1}`,
              column: at + 1,
              text,
              runs: font === undefined ? [] : [{ text, font }],
              wide: 1,
              tall: 1,
            },
          ],
    );
    return cells.length === 0 ? [] : [{ number: index + 1, cells }];
  }),
});
