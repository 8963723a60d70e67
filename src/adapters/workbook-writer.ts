import { PassThrough } from 'node:stream';
import type exceljs from 'exceljs';
// Only the part that writes: all of exceljs takes twice as long to load, in every new worker.
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import {
  type Cell,
  columnLetters,
  type Font,
  type Page,
  type Row,
  type Sheet,
  type Style,
  type TextRun,
  type Workbook,
} from '../appendix/sheet.ts';
import { counting } from '../kit/counting.ts';

/**
 * The bytes of an xlsx file with these sheets. Formulas keep their computed values beside them. `tell`
 * hears now and then how many rows are written.
 */
export const writeWorkbook = async (
  workbook: Workbook,
  tell: (rows: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new PassThrough();
  const bytes = collected(stream);
  const writer = new WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 6 } },
  });
  writer.creator = workbook.creator;
  writer.lastModifiedBy = workbook.creator;
  writer.created = new Date(workbook.createdAt);
  writer.modified = writer.created;
  setDefaultFont(writer, workbook.font);
  const written = counting(tell);
  for (const sheet of workbook.sheets) writeSheet(writer, sheet, written);
  await writer.commit();
  return bytes;
};

/**
 * The first font of a file measures its columns and is what people type in blank cells. exceljs
 * puts Calibri there unless a font is known before the first style; it has no public way to say so.
 */
const setDefaultFont = (writer: exceljs.stream.xlsx.WorkbookWriter, font: Font): void => {
  const { styles } = writer as unknown as { styles: { _addFont(font: Font): number } };
  styles._addFont(font);
};

const collected = async (stream: PassThrough): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

const writeSheet = (
  writer: exceljs.stream.xlsx.WorkbookWriter,
  sheet: Sheet,
  written: () => void,
): void => {
  const { head, page } = sheet;
  const showGridLines = sheet.blank !== undefined;
  const worksheet = writer.addWorksheet(sheet.name, {
    pageSetup: { ...pageSetup(page), ...(head && { printTitlesRow: head.join(':') }) },
    headerFooter: { differentFirst: true, oddHeader: pageNumber(page) },
    views: [head ? { state: 'frozen', ySplit: head[1], showGridLines } : { showGridLines }],
  });
  const style = sheet.blank && { style: styleOf(sheet.blank) };
  worksheet.columns = sheet.columns.map((width) => ({ width, ...style }));
  let number = 0;
  for (const row of sheet.rows) {
    number += 1;
    writeRow(worksheet, row, number);
    written();
  }
  for (const { column, from, to, choices } of sheet.dropdowns ?? []) {
    const letters = columnLetters(column);
    validationsOf(worksheet).add(`${letters}${from}:${letters}${to}`, listOf(choices));
  }
  worksheet.commit();
};

/** Its types leave this out. */
const validationsOf = (worksheet: exceljs.Worksheet) =>
  (worksheet as unknown as { dataValidations: { add(range: string, rule: object): void } })
    .dataValidations;

/** A wrong word is allowed after a question: whoever pastes a list must not lose it. */
const listOf = (choices: string): exceljs.DataValidation => ({
  type: 'list',
  formulae: [choices],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'warning',
});

const writeRow = (worksheet: exceljs.Worksheet, row: Row, number: number): void => {
  const written = worksheet.getRow(number);
  if (row.height !== undefined) written.height = row.height;
  let reachesDown = false;
  row.cells.forEach((cell, index) => {
    const place = written.getCell(index + 1);
    place.style = styleOf(cell.style);
    const value = writtenValue(cell);
    if (value !== null) place.value = value;
  });
  row.cells.forEach(({ span }, index) => {
    if (!span || (span.columns === 1 && span.rows === 1)) return;
    worksheet.mergeCells(number, index + 1, number + span.rows - 1, index + span.columns);
    if (span.rows > 1) reachesDown = true;
  });
  if (!reachesDown) written.commit();
};

const writtenValue = ({ value, formula }: Cell): exceljs.CellValue => {
  if (value === null) return null;
  if (typeof value === 'object') return richText(value);
  return formula === undefined ? value : { formula, result: value };
};

/** exceljs finds equal texts by their string, and every object would be `[object Object]`. */
const richText = (runs: readonly TextRun[]): exceljs.CellRichTextValue =>
  Object.assign({ richText: [...runs] }, { toString: () => `\0${JSON.stringify(runs)}` });

const stylesOf = new WeakMap<Style, Partial<exceljs.Style>>();

/** The same object for the same style: exceljs compares styles as text unless it knows the object. */
const styleOf = (style: Style): Partial<exceljs.Style> => {
  const known = stylesOf.get(style);
  if (known) return known;
  const made = {
    font: style.font,
    alignment: { horizontal: style.across, vertical: style.upright, wrapText: true },
    ...(style.border && { border: { top: thin, left: thin, bottom: thin, right: thin } }),
    ...(style.fill && { fill: solid(style.fill) }),
    ...(style.number && { numFmt: style.number }),
  };
  stylesOf.set(style, made);
  return made;
};

const thin = { style: 'thin' } as const;

const solid = (rgb: string): exceljs.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${rgb}` },
});

const a4 = 9;

const pageSetup = (page: Page): Partial<exceljs.PageSetup> => ({
  paperSize: a4,
  orientation: page.landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: {
    top: inches(page.top),
    bottom: inches(page.bottom),
    left: inches(page.left),
    right: inches(page.right),
    header: inches(page.number),
    footer: inches(page.number),
  },
});

const inches = (millimetres: number): number => Number((millimetres / 25.4).toFixed(4));

/** Page number in the middle of the top margin; `differentFirst` leaves it out of page 1. */
const pageNumber = ({ numberFont }: Page): string =>
  `&C&"${numberFont.name},Regular"&${numberFont.size}&P`;
