import type { Campaign } from '../campaigns/campaign.ts';
import { dateText, dayText } from '../kit/time.ts';
import { heightOf } from './heights.ts';
import { dispatchSymbol, dots, figureTitles, styles } from './layout.ts';
import type { Cell, Row, Style } from './sheet.ts';

/**
 * The three centred lines above the table (NĐ 30/2020, Phụ lục I, III.1), and one that says how far the
 * figures can be relied on; it is blank when `standing` is ''.
 */
export const appendixHead = (
  campaign: Campaign,
  columns: readonly number[],
  standing: string,
): Row[] => {
  const categories = campaign.categories.map((category) => category.name).join(', ');
  return [
    lineAcross(figureTitles.first, styles.title, columns),
    lineAcross(figureTitles.name(categories, campaign.title), styles.title, columns),
    lineAcross(dispatchLine(campaign), styles.underTitle, columns),
    standing === ''
      ? { cells: [blank(styles.blank)], height: 12 }
      : lineAcross(standing, styles.standing, columns),
  ];
};

/** The title of a sheet with a list, what it is a list for below it, and a blank line. */
export const listHead = (title: string, under: string, columns: readonly number[]): Row[] => [
  lineAcross(title, styles.title, columns),
  lineAcross(under, styles.underTitle, columns),
  { cells: [blank(styles.blank)], height: 12 },
];

/** One text over the whole width of the sheet. */
export const lineAcross = (text: string, style: Style, columns: readonly number[]): Row => {
  const cells = columns.map((_, position) =>
    position === 0 ? { ...spanning(text, style, columns.length) } : blank(style),
  );
  return { cells, height: heightOf(cells, columns) };
};

export const blank = (style: Style): Cell => ({ value: null, style });

export const spanning = (text: string, style: Style, columns: number, rows = 1): Cell => ({
  value: text,
  style,
  span: { columns, rows },
});

const dispatchLine = (campaign: Campaign): string => {
  const number = campaign.dispatchNumber ?? dots;
  const whole = number.includes('/') ? number : number + dispatchSymbol;
  return figureTitles.dispatch(whole, dispatchDay(campaign), campaign.issuer);
};

/** The day in words, with dots for what the office has not entered; the year is the opening's. */
const dispatchDay = ({ dispatchOn, opensAt }: Campaign): string => {
  const opening = dateText(opensAt).slice(-4);
  const [day, month, year] = dispatchOn ? dayText(dispatchOn).split('/') : [dots, dots, opening];
  return `${day} tháng ${month} năm ${year}`;
};
