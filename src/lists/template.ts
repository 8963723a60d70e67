import { lineAcross } from '../appendix/head.ts';
import { heightOf } from '../appendix/heights.ts';
import { fonts, page, peopleColumns, styles } from '../appendix/layout.ts';
import type { Cell, Row, Sheet, Style, Workbook } from '../appendix/sheet.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { dateTimeText } from '../kit/time.ts';
import { mostRows } from '../participants/participant.ts';
import { templateText } from '../strings/lists.ts';

/** Everything is text, so that a day stays as it was typed. */
const text: Style = { ...styles.text, number: '@' };
const head: Style = { ...styles.head, fill: 'F2F2F2' };
const blankRowsShown = 60;

/** The empty list of one unit for one campaign: headings that are read without a question, categories to choose from. */
export const listTemplate = (campaign: Campaign, unit: string, at: string): Workbook => ({
  creator: '',
  createdAt: at,
  font: fonts.body,
  sheets: [listSheet(campaign, unit, at), guideSheet(campaign)],
});

const listSheet = (campaign: Campaign, unit: string, at: string): Sheet => {
  const { titles, widths } = columnsOf(campaign.birthDateAsked);
  const above = [
    lineAcross(templateText.title, styles.title, widths),
    lineAcross(campaign.title, styles.underTitle, widths),
    lineAcross(templateText.unit(unit), styles.underTitle, widths),
    lineAcross(templateText.edition(campaign.code, dateTimeText(at)), styles.underTitle, widths),
  ];
  const first = above.length + 2;
  return {
    name: templateText.sheet,
    page: { ...page, landscape: false },
    columns: widths,
    head: [first - 1, first - 1],
    blank: { ...text, border: false },
    dropdowns: [
      {
        column: titles.indexOf('Đối tượng') + 1,
        from: first,
        to: first + mostRows,
        choices: `'${templateText.guideSheet}'!$A$2:$A$${campaign.categories.length + 1}`,
      },
    ],
    rows: [...above, rowOf(titles, head, widths), ...blankRows(titles.length)],
  };
};

/** The headings of the Phụ lục's own list, narrower for an upright page. */
const columnsOf = (birthDateAsked: boolean) => ({
  titles: peopleColumns(birthDateAsked).titles,
  widths: birthDateAsked ? [6, 30, 13, 24, 15, 20] : [6, 32, 28, 16, 24],
});

/** Numbers stand there already, so that a clerk sees where people begin. */
const blankRows = (columns: number): Row[] =>
  Array.from({ length: blankRowsShown }, (_, index) => ({
    cells: Array.from(
      { length: columns },
      (_, column): Cell =>
        column === 0 ? { value: index + 1, style: styles.centred } : { value: null, style: text },
    ),
  }));

const rowOf = (texts: readonly string[], style: Style, widths: readonly number[]): Row => {
  const cells = texts.map((value): Cell => ({ value, style }));
  return { cells, height: heightOf(cells, widths) };
};

const guideWidths = [90];

/** The categories stand first: the list's column chooses from them. */
const guideSheet = ({ categories, birthDateAsked }: Campaign): Sheet => {
  const names = categories.map(({ name }) => name);
  const lines = ['', ...templateText.guide(names, birthDateAsked)];
  return {
    name: templateText.guideSheet,
    page: { ...page, landscape: false },
    columns: guideWidths,
    head: [1, 1],
    rows: [
      rowOf([templateText.categoriesTitle], head, guideWidths),
      ...names.map((name) => rowOf([name], styles.text, guideWidths)),
      ...lines.map((line) => rowOf([line], guideLine, guideWidths)),
    ],
  };
};

const guideLine: Style = { ...styles.blank, across: 'left' };
