import type { Campaign, Category } from '../campaigns/campaign.ts';
import { dayText } from '../kit/time.ts';
import type { Consolidation } from './consolidate.ts';
import { tableRows } from './figures-rows.ts';
import { appendixHead, blank, spanning } from './head.ts';
import { heightOf } from './heights.ts';
import { figureTitles, figureWidths, page, styles } from './layout.ts';
import type { Cell, Sheet } from './sheet.ts';
import { signatureRows } from './signatures.ts';

/** The first sheet: head, table of groups and units with live sums, signatures. */
export const figuresSheet = (
  campaign: Campaign,
  consolidation: Consolidation,
  at: string,
  standing: string,
): Sheet => {
  const columns = figureWidths(campaign.categories.length);
  const head = appendixHead(campaign, columns, standing);
  const tableHead = headRows(campaign).map((cells) => ({
    cells,
    height: heightOf(cells, columns),
  }));
  const firstRow = head.length + tableHead.length + 1;
  const table = tableRows(consolidation, firstRow).map((cells) => ({
    cells,
    height: heightOf(cells, columns),
  }));
  return {
    name: figureTitles.sheet,
    page,
    columns,
    head: [head.length + 1, firstRow - 1],
    rows: [...head, ...tableHead, ...table, ...signatureRows(campaign, columns, at)],
  };
};

const headRows = ({ categories, cutOffOn }: Campaign): Cell[][] => {
  const { head } = styles;
  const tall = (text: string) => spanning(text, head, 1, 2);
  const wide = (text: string) => [
    spanning(text, head, categories.length + 1),
    ...categories.map(() => blank(head)),
  ];
  const named = [figureTitles.total, ...categories.map((category) => category.name)];
  const names = named.map((value) => ({ value, style: head }));
  return [
    [
      tall(figureTitles.number),
      tall(figureTitles.unit),
      ...wide(figureTitles.headcount(initials(categories), dayText(cutOffOn))),
      ...wide(figureTitles.participants),
      tall(figureTitles.rate),
      tall(figureTitles.note),
    ],
    [blank(head), blank(head), ...names, ...names, blank(head), blank(head)],
  ];
};

/** Cán bộ, công chức, viên chức → CBCCVC. */
const initials = (categories: readonly Category[]): string =>
  categories
    .flatMap((category) => category.name.split(' '))
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
