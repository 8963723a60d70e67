import { type CellObject, CFB, read, type WorkSheet } from '@e965/xlsx';
import { columnLetters } from '../appendix/sheet.ts';
import { Problem } from '../kit/problem.ts';
import type { ReadCell, ReadSheet } from '../kit/read-sheet.ts';
import { kindOfFile } from './file-kind.ts';
import { type Unpacked, unpack } from './workbook-zip.ts';

/** Rows and columns of a sheet that are read; more is refused. */
const most = { sheets: 20, rows: 5000, columns: 50 } as const;

/**
 * An xlsx file that somebody sent, as plain texts. No formula is computed and no stored value of a
 * formula is taken over. Runs in a worker with limits of time and memory. Refuses with `upload-…`.
 */
export const readWorkbook = (bytes: Uint8Array): ReadSheet[] => {
  refuseOthers(bytes);
  const parts = unpack(bytes);
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new Problem('upload-not-excel');
  const { SheetNames, Sheets } = parsed(parts);
  if (SheetNames.length > most.sheets) throw new Problem('upload-too-heavy');
  return SheetNames.map((name) => ({ name, rows: rowsOf(name, Sheets[name] ?? {}) }));
};

/** Old Excel files can't be read here. */
const refuseOthers = (bytes: Uint8Array): void => {
  const refusals = { empty: 'empty', locked: 'has-password', ole: 'old-excel' } as const;
  const kind = kindOfFile(bytes);
  if (kind === 'zip') return;
  throw new Problem(kind in refusals ? `upload-${refusals[kind as 'empty']}` : 'upload-not-excel');
};

/** The library gets an archive that we packed ourselves, without compression: nothing in it can swell. */
export const storedArchive = (parts: readonly Unpacked[]): Buffer => {
  const archive = CFB.utils.cfb_new();
  for (const { name, bytes } of parts) CFB.utils.cfb_add(archive, `/${name}`, Buffer.from(bytes));
  return CFB.write(archive, { fileType: 'zip', type: 'buffer' });
};

const parsed = (parts: readonly Unpacked[]) => {
  try {
    return read(storedArchive(parts), {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellStyles: false,
      sheetRows: most.rows + 2,
    });
  } catch {
    throw new Problem('upload-broken');
  }
};

const rowsOf = (sheet: string, { '!data': grid = [] }: WorkSheet): ReadCell[][] => {
  const rows: ReadCell[][] = [];
  grid.forEach((cells, row) => {
    const read = cellsOf(cells ?? [], row);
    if (read.length > 0) rows.push(read);
    if ((read.at(-1)?.column ?? 0) > most.columns)
      throw new Problem('upload-too-wide', undefined, { sheet, most: most.columns });
  });
  // One row more than the limit for the headings.
  if (rows.length > most.rows + 1)
    throw new Problem('upload-too-long', undefined, { sheet, most: most.rows });
  return rows;
};

const cellsOf = (cells: readonly (CellObject | undefined)[], row: number): ReadCell[] => {
  const read: ReadCell[] = [];
  cells.forEach((cell, index) => {
    if (!cell) return;
    const isFormula = cell.f !== undefined || cell.F !== undefined;
    const text = isFormula ? `=${cell.f ?? ''}` : textOf(cell);
    const at = `${columnLetters(index + 1)}${row + 1}`;
    if (text.trim() !== '') read.push({ at, column: index + 1, text, isFormula });
  });
  return read;
};

/** Whole numbers with all their digits: a phone number must not become `9.1E+10`. */
const textOf = ({ t, v, w }: CellObject): string => {
  if (t === 's') return String(v ?? '');
  if (t === 'n' && Number.isSafeInteger(v)) return String(v);
  return w ?? String(v ?? '');
};
