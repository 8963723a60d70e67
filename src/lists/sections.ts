import type { GridRow, GridSheet } from './grid.ts';
import type { Header } from './header.ts';
import { categoryIn, categoryWithin, headingKey } from './headings.ts';
import { isSectionNumber } from './looks.ts';

/** The part of a list that people stand in. */
export interface Section {
  /** What the section's name says about its people; '' for nothing. */
  readonly category: string;
  /** How the section is counted that named the category: I, A or not at all. */
  readonly counted: Counted;
}

type Counted = 'roman' | 'letter' | '';

export const noSection: Section = { category: '', counted: '' };

/**
 * The section that begins with this row. One without a category keeps that of the section above, unless
 * it is counted like that: then it stands beside it.
 */
export const sectionAt = (
  row: GridRow,
  categories: readonly string[],
  before: Section,
): Section => {
  const counted = countedAs(row);
  const category = row.cells
    .map(({ text }) => categories[categoryWithin(categories, withoutNumber(text))])
    .find((named) => named !== undefined);
  if (category !== undefined) return { category, counted };
  return counted !== '' && counted === before.counted ? { category: '', counted } : before;
};

const numberInFront = /^\s*([IVX]{1,5}|[A-H]|\d{1,2})\s*[.):/-]\s*/;

const withoutNumber = (text: string): string => text.replace(numberInFront, '');

const countedAs = ({ cells: [first] }: GridRow): Counted => {
  const text = first?.text.trim() ?? '';
  const number = isSectionNumber(text) ? text : (numberInFront.exec(text)?.[1] ?? '');
  if (/^[IVX]+/.test(number)) return 'roman';
  return /^[A-H]/.test(number) ? 'letter' : '';
};

/** The section that begins right above the headings, or with the sheet: "I. CÁN BỘ", a sheet "Công chức". */
export const sectionAbove = (
  sheet: GridSheet,
  header: Header | undefined,
  categories: readonly string[],
): Section => {
  const named = categories[categoryIn(categories, withoutNumber(sheet.name))];
  const ofSheet: Section = { category: named ?? '', counted: '' };
  const first = Math.min(...(header?.rows ?? []));
  const above = sheet.rows.findLast(({ number }) => number < first);
  const isNear = above !== undefined && above.number >= first - 2 && above.cells.length <= 2;
  if (!isNear) return ofSheet;
  const found = sectionAt(above, categories, noSection);
  const isSaid =
    found.counted !== '' || above.cells.some(({ text }) => isCategory(text, categories));
  return isSaid && found.category !== '' ? found : ofSheet;
};

const isCategory = (text: string, categories: readonly string[]): boolean =>
  categories.some((name) => headingKey(name) === headingKey(text));

/** The one category that the titles above a list or its sheet's name speak of, to be offered; or ''. */
export const categoryInTitles = (
  sheet: GridSheet,
  header: Header | undefined,
  categories: readonly string[],
): string => {
  const first = Math.min(...(header?.rows ?? [0]));
  const titles = sheet.rows.filter(({ number }) => number < first);
  const texts = [sheet.name, ...titles.flatMap(({ cells }) => cells.map(({ text }) => text))];
  const named = new Set(texts.map((text) => categoryWithin(categories, text)));
  named.delete(-1);
  const [only = -1] = named;
  return named.size === 1 ? (categories[only] ?? '') : '';
};
