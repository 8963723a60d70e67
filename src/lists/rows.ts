import type { Places } from './columns.ts';
import { type GridRow, textAt } from './grid.ts';
import { type Header, isNumberLine, repeatsHeader } from './header.ts';
import { categoryIn, type Place } from './headings.ts';
import { isFooter, isRunningNumber, isSectionNumber, isTotal, looksLikeName } from './looks.ts';

/** Why a row below the headings is no person. */
export type SkippedAs = 'total' | 'section' | 'footer' | 'headings';

/** What a row is: a person, perhaps of the category of the section that they stand in, or something else. */
export type RowMeaning =
  | { readonly kind: 'person'; readonly row: GridRow; readonly section: string }
  | { readonly kind: SkippedAs; readonly row: GridRow };

interface Layout {
  readonly places: Places;
  readonly header: Header | undefined;
  readonly categories: readonly string[];
}

/** Reads the rows below the headings from the top: people, sections, totals, and what closes the sheet. */
export const meanings = (body: readonly GridRow[], layout: Layout): RowMeaning[] => {
  const numbered = isNumbered(body, layout.places);
  let section = '';
  let closed = false;
  return body.map((row): RowMeaning => {
    const kind = kindOf(row, layout, { numbered, closed });
    if (kind === 'footer') closed = true;
    if (kind === 'section') section = sectionOf(row, layout.categories) ?? section;
    return kind === 'person' ? { kind, row, section } : { kind, row };
  });
};

const kindOf = (
  row: GridRow,
  { places, header }: Layout,
  { numbered, closed }: { readonly numbered: boolean; readonly closed: boolean },
): 'person' | SkippedAs => {
  if (header && (repeatsHeader(row, header) || isNumberLine(row))) return 'headings';
  const number = textAt(row, columnOf(places, 'number'));
  if (numbered && isRunningNumber(number)) return 'person';
  if (isTotal(row.cells[0]?.text ?? '') || isTotal(nameIn(row, places))) return 'total';
  if (closed || isFooterRow(row, places)) return 'footer';
  if (isSection(row, places)) return 'section';
  return 'person';
};

/** More than half of the rows count up. */
const isNumbered = (body: readonly GridRow[], places: Places): boolean => {
  const column = columnOf(places, 'number');
  if (column === undefined) return false;
  const counted = body.filter((row) => isRunningNumber(textAt(row, column)));
  return counted.length * 2 > body.length || counted.length >= 3;
};

/** A title such as "Hiệu trưởng" may be a person's: only where no name stands. */
const isFooterRow = (row: GridRow, places: Places): boolean => {
  const name = nameIn(row, places);
  return (name === '' || isFooter(name)) && row.cells.some(({ text }) => isFooter(text));
};

/** "II. Công chức", "Tổ Toán – Tin": one text alone, which is nobody's name. */
const isSection = (row: GridRow, places: Places): boolean => {
  const number = textAt(row, columnOf(places, 'number'));
  const others = row.cells.filter(({ column }) => places.get(column) !== 'number');
  const only = others[0];
  if (isSectionNumber(number) && others.length <= 2) return true;
  if (others.length !== 1 || !only) return others.length === 0;
  return only.wide > 1 || !looksLikeName(only.text);
};

/** The category that a section's heading names. */
const sectionOf = (row: GridRow, categories: readonly string[]): string | undefined =>
  row.cells
    .map(({ text }) => categories[categoryIn(categories, text.replace(/^[IVXA-H\d]+[.):]\s*/, ''))])
    .find((category) => category !== undefined);

/** The column that holds this. */
export const columnOf = (places: Places, wanted: Place): number | undefined =>
  [...places].find(([, place]) => place === wanted)?.[0];

/** The whole name of a row, from one column or two. */
export const nameIn = (row: GridRow, places: Places): string =>
  [...places]
    .filter(([, place]) => place === 'name' || place === 'family' || place === 'given')
    .sort(([one], [other]) => one - other)
    .map(([column]) => textAt(row, column))
    .filter((text) => text !== '')
    .join(' ');
