import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { columnLetters } from '../appendix/sheet.ts';
import { Problem } from '../kit/problem.ts';
import { dayText } from '../kit/time.ts';
import type { GridCell, GridRow, GridSheet } from '../lists/grid.ts';
import { type FontsOf, fontsIn, runsIn } from './cell-fonts.ts';
import { kindOfFile } from './file-kind.ts';
import { hiddenSheets } from './hidden-sheets.ts';
import { gridOfText } from './text-reader.ts';
import { storedArchive } from './workbook-reader.ts';
import { type Unpacked, unpack } from './workbook-zip.ts';

/** What is read of a clerk's file; more is refused. Texts are cut. */
const mostOfList = { sheets: 50, rows: 20_000, columns: 500, letters: 2000 } as const;

/**
 * A clerk's own list as a person would see it: visible sheets, stored results of formulas, real dates
 * as dd/mm/yyyy. Nothing is computed, no macro is looked at, no link is followed. Runs in a worker with
 * limits of time and memory. Refuses with `upload-…`.
 */
export const readGrid = (bytes: Uint8Array): GridSheet[] => {
  const sheets = sheetsIn(bytes);
  if (sheets.every(({ rows }) => rows.length === 0)) throw new Problem('upload-without-rows');
  return sheets;
};

const sheetsIn = (bytes: Uint8Array): GridSheet[] => {
  const kind = kindOfFile(bytes);
  if (kind === 'empty') throw new Problem('upload-empty');
  if (kind === 'locked') throw new Problem('upload-has-password');
  if (kind === 'other') throw new Problem('upload-not-list');
  if (kind === 'text') {
    const { name, rows } = gridOfText(bytes, mostOfList.letters);
    return [{ name, rows: refuseLong(name, [...rows]) }];
  }
  return sheetsOf(bytes, kind === 'zip' ? unpack(bytes) : []);
};

/** The visible sheets of a workbook; `parts` are the files inside it, none in an Excel file of the years before 2007. */
const sheetsOf = (bytes: Uint8Array, parts: readonly Unpacked[]): GridSheet[] => {
  if (parts.length > 0 && !parts.some(({ name }) => workbookParts.includes(name)))
    throw new Problem('upload-not-list');
  const workbook = opened(parts.length > 0 ? storedArchive(parts) : Buffer.from(bytes));
  if (workbook.SheetNames.length > mostOfList.sheets) throw new Problem('upload-too-heavy');
  const fontsOf = fontsIn(parts, workbook);
  const hidden = hiddenSheets(workbook, parts);
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    return hidden.has(index) || !sheet ? [] : [{ name, rows: rowsOf(name, sheet, fontsOf(index)) }];
  });
};

const workbookParts = ['xl/workbook.xml', 'content.xml'];

const options = {
  type: 'buffer',
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  cellStyles: false,
  sheetRows: mostOfList.rows + 100,
} as const;

/** What the library throws is about the file: it is broken, or locked. */
const opened = (content: Buffer): WorkBook => {
  try {
    return read(content, options);
  } catch (failure) {
    const words = failure instanceof Error ? failure.message : '';
    throw new Problem(/password|encrypt/i.test(words) ? 'upload-has-password' : 'upload-broken');
  }
};

const rowsOf = (name: string, sheet: WorkSheet, fonts: FontsOf): GridRow[] => {
  const spans = spansOf(sheet);
  const rows: GridRow[] = [];
  (sheet['!data'] ?? []).forEach((cells, index) => {
    if (cells && cells.length > mostOfList.columns)
      throw new Problem('upload-too-wide', undefined, { sheet: name, most: mostOfList.columns });
    const read = cellsOf(cells ?? [], index + 1, { spans, fonts });
    if (read.length > 0) rows.push({ number: index + 1, cells: read });
  });
  return refuseLong(name, rows);
};

const refuseLong = (sheet: string, rows: GridRow[]): GridRow[] => {
  if (rows.length <= mostOfList.rows) return rows;
  throw new Problem('upload-too-long', undefined, { sheet, most: mostOfList.rows });
};

interface Around {
  readonly spans: ReadonlyMap<string, { wide: number; tall: number }>;
  readonly fonts: FontsOf;
}

const cellsOf = (
  cells: readonly (CellObject | undefined)[],
  row: number,
  { spans, fonts }: Around,
): GridCell[] => {
  const read: GridCell[] = [];
  cells.forEach((cell, index) => {
    const text = cell ? textOf(cell).slice(0, mostOfList.letters) : '';
    if (!cell || text.trim() === '') return;
    const at = `${columnLetters(index + 1)}${row}`;
    const { wide, tall } = spans.get(at) ?? { wide: 1, tall: 1 };
    read.push({ at, column: index + 1, text, runs: runsIn(cell, text, fonts(at)), wide, tall });
  });
  return read;
};

const mostMerges = 10_000;

const spansOf = (sheet: WorkSheet) =>
  new Map(
    (sheet['!merges'] ?? []).slice(0, mostMerges).map(({ s, e }) => {
      const at = `${columnLetters(s.c + 1)}${s.r + 1}`;
      return [at, { wide: e.c - s.c + 1, tall: e.r - s.r + 1 }] as const;
    }),
  );

/** Whole numbers with all their digits, days as Vietnamese write them, errors as nothing. */
const textOf = ({ t, v, w, z }: CellObject): string => {
  if (t === 'e' || t === 'z') return '';
  if (t === 's') return String(v ?? '');
  if (t === 'n' && typeof v === 'number') {
    if (z !== undefined && SSF.is_date(String(z)) && v >= 1) return dayOf(v);
    if (Number.isSafeInteger(v)) return String(v);
  }
  if (t === 'd' && v instanceof Date) return dayText(v.toISOString().slice(0, 10));
  return w ?? String(v ?? '');
};

const dayOf = (serial: number): string => {
  const { y, m, d } = SSF.parse_date_code(serial);
  return `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`;
};
