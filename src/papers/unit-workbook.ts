import { lineAcross, listHead } from '../appendix/head.ts';
import { heightOf } from '../appendix/heights.ts';
import { fonts, peopleTitles, styles } from '../appendix/layout.ts';
import { personCells } from '../appendix/people-sheet.ts';
import type { Cell, Row, Sheet, Workbook } from '../appendix/sheet.ts';
import { figuresSheet, type UnitVersion } from './figures-sheet.ts';
import { nameColumns, unitPage, unitTitles } from './layout.ts';

/** A unit's electronic file: the figures that it sent with their rates, and the list of names. */
export const unitWorkbook = (sent: UnitVersion): Workbook => ({
  creator: sent.unitName,
  createdAt: sent.version.sentAt,
  font: fonts.body,
  sheets: [figuresSheet(sent), namesSheet(sent)],
});

const namesSheet = ({ campaign, unitName, version }: UnitVersion): Sheet => {
  const { titles, widths } = nameColumns(campaign.birthDateAsked);
  const fitted = (cells: readonly Cell[]): Row => ({ cells, height: heightOf(cells, widths) });
  const head = listHead(peopleTitles.title, unitName, widths);
  const tableHead = fitted(titles.map((value) => ({ value, style: styles.head })));
  const categories = new Map(campaign.categories.map(({ id, name }) => [id, name]));
  const names = [...personCells(version.participants, campaign, categories)].map(fitted);
  const nobody = lineAcross(unitTitles.nobodyListed, styles.centred, widths);
  return {
    name: peopleTitles.sheet,
    page: unitPage,
    columns: widths,
    head: [head.length + 1, head.length + 1],
    rows: [...head, tableHead, ...(names.length > 0 ? names : [nobody])],
  };
};
