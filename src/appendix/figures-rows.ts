import { nothingToCount, percentNumber } from '../kit/ratio.ts';
import {
  type Consolidation,
  type Count,
  type Figures,
  type GroupLine,
  rateOf,
  type Sum,
  type UnitLine,
  unitsBehind,
} from './consolidate.ts';
import { blank } from './head.ts';
import { figureTitles, styles } from './layout.ts';
import { type Cell, columnLetters, type Style } from './sheet.ts';

/**
 * The rows of the table from row `firstRow` of the sheet on: each group with its units, then the
 * grand total. Every sum and rate is a formula with its value; the value is the consolidation's.
 */
export const tableRows = ({ groups, total }: Consolidation, firstRow: number): Cell[][] => {
  const rows: Cell[][] = [];
  const groupRows: number[] = [];
  for (const group of groups) {
    const row = firstRow + rows.length;
    groupRows.push(row);
    rows.push(groupCells(group, row));
    for (const [index, line] of group.lines.entries())
      rows.push(unitCells(line, index + 1, row + index + 1, total.figures.byCategory.length));
  }
  rows.push(totalCells(total, groupRows, firstRow + rows.length));
  return rows;
};

const unitCells = (line: UnitLine, number: number, row: number, categories: number): Cell[] => {
  const named = [
    { value: number, style: styles.centred },
    { value: line.unit.name, style: styles.text },
  ];
  const note = { value: line.note || null, style: styles.note };
  if (!line.figures) {
    const empty = Array<Cell>(2 * categories + 3).fill(blank(styles.count));
    return [...named, ...empty, note];
  }
  return [...named, ...figureCells(line.figures, row, unitLook), note];
};

const groupCells = (group: GroupLine, row: number): Cell[] => {
  const last = row + group.lines.length;
  const sum = (letters: string) => `SUM(${letters}${row + 1}:${letters}${last})`;
  const formula = group.lines.length > 0 ? sum : noFormula;
  return sumCells(group.code, group.name, group, row, formula);
};

const totalCells = (total: Sum, groupRows: readonly number[], row: number): Cell[] => {
  const sum = (letters: string) => `SUM(${groupRows.map((at) => letters + at).join(',')})`;
  const formula = groupRows.length > 0 ? sum : noFormula;
  return sumCells(null, figureTitles.grandTotal, total, row, formula);
};

const sumCells = (
  code: string | null,
  name: string,
  sum: Sum,
  row: number,
  formula: CountFormula,
): Cell[] => [
  { value: code, style: styles.sumCentred },
  { value: name, style: styles.sumText },
  ...figureCells(sum.figures, row, {
    count: styles.sumCount,
    rate: styles.sumRate,
    total: formula,
    category: formula,
  }),
  { value: unitsBehind(sum), style: styles.sumText },
];

/** The formula of a count in the column with these letters; `undefined` leaves a plain number. */
type CountFormula = (
  letters: string,
  row: number,
  categories: readonly string[],
) => string | undefined;

interface Look {
  readonly count: Style;
  readonly rate: Style;
  readonly total: CountFormula;
  readonly category: CountFormula;
}

const noFormula: CountFormula = () => undefined;

/** A unit's total is the sum of its categories, which are typed. */
const unitLook: Look = {
  count: styles.count,
  rate: styles.rate,
  total: (_, row, categories) => categories.map((letters) => letters + row).join('+'),
  category: noFormula,
};

/** Headcount from column C on, then participants: a total and its categories each; then the rate. */
const figureCells = (figures: Figures, row: number, look: Look): Cell[] => {
  const headcount = 3;
  const participants = headcount + 1 + figures.byCategory.length;
  return [
    ...sideCells(figures, (count) => count.headcount, headcount, row, look),
    ...sideCells(figures, (count) => count.participants, participants, row, look),
    {
      value: percentNumber(rateOf(figures)) ?? nothingToCount,
      formula: rateFormula(columnLetters(participants) + row, columnLetters(headcount) + row),
      style: look.rate,
    },
  ];
};

const sideCells = (
  figures: Figures,
  of: (count: Count) => number,
  first: number,
  row: number,
  look: Look,
): Cell[] => {
  const letters = figures.byCategory.map((_, index) => columnLetters(first + 1 + index));
  const cell = (count: Count, formula: string | undefined): Cell => ({
    value: of(count),
    style: look.count,
    ...(formula && { formula }),
  });
  return [
    cell(figures.total, look.total(columnLetters(first), row, letters)),
    ...figures.byCategory.map((count, index) =>
      cell(count, look.category(letters[index] ?? '', row, letters)),
    ),
  ];
};

/** Rule 3. Rounded as hundredths of a percent, a whole number, so that every program rounds alike. */
export const rateFormula = (part: string, whole: string): string =>
  `IF(${whole}=0,"${nothingToCount}",ROUND(${part}*10000/${whole},0)/100)`;
