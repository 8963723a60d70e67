import { appendixWorkbook } from '../src/appendix/appendix.ts';
import { consolidate } from '../src/appendix/consolidate.ts';
import type { Cell, Row, Sheet, Style } from '../src/appendix/sheet.ts';
import { columnLetters } from '../src/appendix/sheet.ts';
import { groupsOfAppendix, peopleOfAppendix } from '../src/appendix/store.ts';
import { campaignByCode } from '../src/campaigns/store.ts';
import { openDatabase } from '../src/db/open.ts';
import { campaign as code } from './city.ts';

/** The cells of the appendix in exceljs's own words, so that the floor has nothing left but to write them. */
export const cellsOfAppendix = async (file: string) => {
  const db = openDatabase({ file });
  const campaign = await campaignByCode(db, code);
  if (!campaign) throw new Error('the campaign is missing');
  const groups = await groupsOfAppendix(db, campaign.id);
  const people = await peopleOfAppendix(db, campaign.id);
  await db.destroy();
  const consolidation = consolidate(campaign.categories, groups);
  const { sheets } = appendixWorkbook(campaign, consolidation, people, new Date().toISOString());
  const styles: Style[] = [];
  const plain = sheets.map((sheet) => plainSheet(sheet, styles));
  return { styles: styles.map(plainStyle), sheets: plain };
};

const plainSheet = ({ name, columns, rows }: Sheet, styles: Style[]) => ({
  name,
  columns,
  rows: [...rows].map((row, index) => plainRow(row, index + 1, styles)),
});

const plainRow = ({ height, cells }: Row, number: number, styles: Style[]) => ({
  height,
  cells: cells.map((cell) => ({ value: plainValue(cell), style: numberOf(cell.style, styles) })),
  spans: cells.flatMap(({ span }, index) => {
    if (!span || (span.columns === 1 && span.rows === 1)) return [];
    const from = columnLetters(index + 1) + number;
    return [`${from}:${columnLetters(index + span.columns)}${number + span.rows - 1}`];
  }),
});

const plainValue = ({ value, formula }: Cell) => {
  if (value !== null && typeof value === 'object') return { richText: value };
  return formula === undefined ? value : { formula, result: value };
};

const numberOf = (style: Style, styles: Style[]): number => {
  const known = styles.indexOf(style);
  return known >= 0 ? known : styles.push(style) - 1;
};

const thin = { style: 'thin' };

const plainStyle = ({ font, across, upright, border, fill, number }: Style) => ({
  font,
  alignment: { horizontal: across, vertical: upright, wrapText: true },
  ...(border && { border: { top: thin, left: thin, bottom: thin, right: thin } }),
  ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } } }),
  ...(number && { numFmt: number }),
});
