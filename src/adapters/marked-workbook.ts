import exceljs from 'exceljs';
import type { GridSheet } from '../lists/grid.ts';
import type { Marks } from '../lists/marks.ts';
import { kindOfFile } from './file-kind.ts';
import { readGrid } from './list-reader.ts';

/**
 * The clerk's own workbook once more: cells at fault coloured, and a column behind the last that says
 * what to do. Files that are no xlsx come back as one, their texts in the same cells.
 */
export const markFaults = async (
  bytes: Uint8Array,
  marks: Marks,
): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = await opened(bytes);
  const sheet = workbook.getWorksheet(marks.sheet) ?? workbook.worksheets[0];
  if (sheet) mark(sheet, marks);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** Its own workbook where the library can read it; otherwise a plain copy of its texts. */
const opened = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const workbook = new exceljs.Workbook();
  if (kindOfFile(bytes) === 'zip')
    try {
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      await workbook.xlsx.load(file as ArrayBuffer);
      if (workbook.worksheets.length > 0) return workbook;
    } catch {
      // An .ods, or a part that this library does not know.
    }
  return copied(readGrid(bytes));
};

const copied = (sheets: readonly GridSheet[]): exceljs.Workbook => {
  const workbook = new exceljs.Workbook();
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name === '' ? 'Danh sách' : name);
    for (const { number, cells } of rows)
      for (const { column, text, runs } of cells) {
        const cell = sheet.getCell(number, column);
        cell.value = text;
        cell.numFmt = '@';
        if (runs[0]) cell.font = { name: runs[0].font };
      }
  }
  return workbook;
};

const mark = (sheet: exceljs.Worksheet, { header, heading, rows }: Marks): void => {
  const column = lastColumn(sheet) + 1;
  sheet.getColumn(column).width = 60;
  if (header > 0) write(sheet.getCell(header, column), heading, true);
  for (const { row, text, cells } of rows) {
    for (const at of cells) colour(sheet.getCell(at));
    write(sheet.getCell(row, column), text, false);
  }
};

/** The last column that holds something, also where the sheet says that it is wider. */
const lastColumn = (sheet: exceljs.Worksheet): number => {
  let last = 0;
  sheet.eachRow((row) =>
    row.eachCell((cell, column) => {
      if (cell.value !== null && column > last) last = column;
    }),
  );
  return last;
};

const write = (cell: exceljs.Cell, text: string, bold: boolean): void => {
  cell.value = text;
  cell.style = {
    font: { name: 'Times New Roman', size: 12, bold, color: { argb: 'FF9C0006' } },
    alignment: { wrapText: true, vertical: 'top' },
  };
};

/** A style of its own: cells of one look share an object, and only this one is to change. */
const colour = (cell: exceljs.Cell): void => {
  cell.style = {
    ...cell.style,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } },
  };
};
