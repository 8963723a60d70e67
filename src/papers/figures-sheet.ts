import { rateFormula } from '../appendix/figures-rows.ts';
import { blank, lineAcross } from '../appendix/head.ts';
import { heightOf } from '../appendix/heights.ts';
import { styles } from '../appendix/layout.ts';
import type { Cell, Row, Sheet, Style } from '../appendix/sheet.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { nothingToCount, percentNumber, type Ratio, sumOfRatios } from '../kit/ratio.ts';
import { dateTimeText, dayText } from '../kit/time.ts';
import { lateBy } from '../reports/report.ts';
import type { Version } from '../reports/version.ts';
import { punctualityText } from '../strings/mail-values.ts';
import { senderText } from '../strings/reports.ts';
import { figureColumns, unitPage, unitStyles, unitTitles } from './layout.ts';

/** One sent version of one unit. */
export interface UnitVersion {
  readonly campaign: Campaign;
  readonly unitName: string;
  readonly version: Version;
}

/** The first sheet: whose figures, of when, and a line for each category with live rates and sums. */
export const figuresSheet = (sent: UnitVersion): Sheet => {
  const head = headRows(sent);
  const { nobodyReason } = sent.version;
  const remark = nobodyReason === null ? [] : [across(unitTitles.nobody(nobodyReason))];
  return {
    name: unitTitles.figuresSheet,
    page: unitPage,
    columns: figureColumns,
    head: null,
    rows: [...head, ...tableRows(sent, head.length + 1), ...remark],
  };
};

const fitted = (cells: readonly Cell[]): Row => ({ cells, height: heightOf(cells, figureColumns) });

const across = (text: string): Row => lineAcross(text, unitStyles.remark, figureColumns);

const gap: Row = { cells: [blank(styles.blank)], height: 12 };

const headRows = ({ campaign, unitName, version }: UnitVersion): Row[] => [
  lineAcross(unitTitles.title, styles.title, figureColumns),
  lineAcross(unitName, styles.title, figureColumns),
  lineAcross(campaign.title, styles.underTitle, figureColumns),
  gap,
  fact(unitTitles.cutOff, dayText(campaign.cutOffOn)),
  fact(unitTitles.version, version.number),
  fact(unitTitles.receipt, version.receipt),
  fact(unitTitles.sentAt, `${dateTimeText(version.sentAt)} (${punctualityText(lateBy(version))})`),
  fact(unitTitles.sentBy, senderText(version)),
  gap,
];

const fact = (label: string, value: string | number): Row =>
  fitted([
    { value: label, style: unitStyles.label },
    { value, style: unitStyles.fact, span: { columns: figureColumns.length - 1, rows: 1 } },
    ...figureColumns.slice(2).map(() => blank(unitStyles.fact)),
  ]);

/** The table from row `first` of the sheet on. A category that was not asked when this was sent has no line. */
const tableRows = ({ campaign, version }: UnitVersion, first: number): Row[] => {
  const lines = campaign.categories.flatMap(({ id, name }) => {
    const count = version.counts.find(({ categoryId }) => categoryId === id);
    return count ? [{ name, ratio: { part: count.participants, whole: count.headcount } }] : [];
  });
  const last = first + lines.length;
  const sum = (letter: string) => `SUM(${letter}${first + 1}:${letter}${last})`;
  return [
    fitted(unitTitles.columns.map((value) => ({ value, style: styles.head }))),
    ...lines.map(({ name, ratio }, index) => line(name, ratio, first + 1 + index, plainLook)),
    line(unitTitles.total, sumOfRatios(lines.map(({ ratio }) => ratio)), last + 1, {
      text: styles.sumText,
      count: styles.sumCount,
      rate: styles.sumRate,
      formula: sum,
    }),
  ];
};

interface Look {
  readonly text: Style;
  readonly count: Style;
  readonly rate: Style;
  /** Of a count in the column with this letter; missing for plain numbers. */
  readonly formula?: (letter: string) => string;
}

const plainLook: Look = { text: styles.text, count: styles.count, rate: styles.rate };

const line = (name: string, ratio: Ratio, row: number, look: Look): Row => {
  const count = (value: number, letter: string): Cell => ({
    value,
    style: look.count,
    ...(look.formula && { formula: look.formula(letter) }),
  });
  return fitted([
    { value: name, style: look.text },
    count(ratio.whole, 'B'),
    count(ratio.part, 'C'),
    {
      value: percentNumber(ratio) ?? nothingToCount,
      formula: rateFormula(`C${row}`, `B${row}`),
      style: look.rate,
    },
  ]);
};
