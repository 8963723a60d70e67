import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import FormulaParser from 'fast-formula-parser';

/** A formula of a file, the value stored beside it, and what an independent engine makes of it. */
export interface Recalculated {
  /** `Phụ lục!C8` */
  readonly at: string;
  readonly formula: string;
  readonly stored: unknown;
  readonly computed: unknown;
}

/** Reads a file with another library than the one that wrote it. */
export const readBack = (bytes: Uint8Array): WorkBook =>
  read(bytes, { type: 'array', cellFormula: true, cellStyles: true, cellNF: true });

/** A sheet as rows of plain values; blank cells are `null`. */
export const rowsOf = (workbook: WorkBook, sheet: string): unknown[][] =>
  utils.sheet_to_json(sheetOf(workbook, sheet), { header: 1, defval: null, blankrows: true });

export const sheetOf = (workbook: WorkBook, name: string): WorkSheet => {
  const sheet = workbook.Sheets[name];
  if (!sheet) throw new Error(`there is no sheet "${name}"`);
  return sheet;
};

/** Every formula of a workbook, computed anew from the cells that hold no formula. */
export const recalculated = (workbook: WorkBook): Recalculated[] =>
  workbook.SheetNames.flatMap((name) => recalculatedSheet(name, sheetOf(workbook, name)));

const recalculatedSheet = (name: string, sheet: WorkSheet): Recalculated[] => {
  const compute = engineFor(sheet);
  return Object.entries(sheet).flatMap(([address, cell]) =>
    address.startsWith('!') || typeof cell.f !== 'string'
      ? []
      : [
          {
            at: `${name}!${address}`,
            formula: cell.f,
            stored: cell.v,
            computed: compute(utils.decode_cell(address)),
          },
        ],
  );
};

/** Computes a cell by its formula, and the cells that it rests on by theirs; stored results are never read. */
const engineFor = (sheet: WorkSheet) => {
  const done = new Map<string, unknown>();
  const compute = (place: { r: number; c: number }): unknown => {
    const address = utils.encode_cell(place);
    if (!done.has(address)) {
      const cell = sheet[address];
      const position = { row: place.r + 1, col: place.c + 1, sheet: 'sheet' };
      done.set(address, cell?.f ? parser.parse(cell.f, position) : (cell?.v ?? null));
    }
    return done.get(address);
  };
  const parser = new FormulaParser({
    onCell: ({ row, col }) => compute({ r: row - 1, c: col - 1 }),
    onRange: ({ from, to }) =>
      span(from.row, to.row).map((row) =>
        span(from.col, to.col).map((col) => compute({ r: row - 1, c: col - 1 })),
      ),
  });
  return compute;
};

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
