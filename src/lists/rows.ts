import type { Places } from './columns.ts';
import { type GridRow, textAt } from './grid.ts';
import { isNumberLine } from './header.ts';
import { categoryIn, headingKey, type Place } from './headings.ts';
import {
  isFooter,
  isGroup,
  isMark,
  isPhrase,
  isRunningNumber,
  isSectionNumber,
  isTotal,
  looksLikeName,
  mayBeName,
} from './looks.ts';
import { noSection, type Section, sectionAt } from './sections.ts';
import type { Table } from './table.ts';

/** Why a row below the headings is no person. */
export type SkippedAs = 'total' | 'section' | 'footer' | 'headings';

/** What a row is: a person, perhaps of the category of the section that they stand in, or something else. */
export type RowMeaning =
  | {
      readonly kind: 'person';
      readonly row: GridRow;
      readonly places: Places;
      readonly section: string;
    }
  | { readonly kind: SkippedAs; readonly row: GridRow };

/**
 * Reads the rows below the headings from the top: people, sections, totals, and what closes the sheet.
 * `before` is the section that begins above the first headings.
 */
export const meanings = (
  tables: readonly Table[],
  categories: readonly string[],
  before: Section = noSection,
): RowMeaning[] => {
  let section = before;
  return tables.flatMap(({ headings, rows, places }) => {
    const around = { places, categories, isNumbered: isNumbered(rows, places) };
    let closed = false;
    const read = rows.map((row): RowMeaning => {
      const kind = kindOf(row, { ...around, closed });
      // A whole person below what closes a list: it only seemed to end.
      if (kind === 'footer' || kind === 'person') closed = kind === 'footer';
      if (kind === 'section' || (kind === 'footer' && isGroupHeading(row)))
        section = sectionAt(row, categories, section);
      return kind === 'person' ? { kind, row, places, section: section.category } : { kind, row };
    });
    return [...headings.map((row): RowMeaning => ({ kind: 'headings', row })), ...read];
  });
};

/** Below signatures a further table may begin with the name of its section. */
const isGroupHeading = ({ cells }: GridRow): boolean => cells.length <= 2;

interface Around {
  readonly places: Places;
  readonly categories: readonly string[];
  /** More than half of the rows count up. */
  readonly isNumbered: boolean;
  /** Something stood above that closes a list. */
  readonly closed: boolean;
}

const kindOf = (row: GridRow, around: Around): 'person' | SkippedAs => {
  const { places, isNumbered, closed } = around;
  if (isNumberLine(row)) return 'headings';
  const name = nameIn(row, places);
  if (isTotal(name) || isFigure(row, name, around)) return 'total';
  if (isNumbered && isRunningNumber(textAt(row, columnOf(places, 'number'))))
    return isNumberedSection(row, around) ? 'section' : 'person';
  if (isTotal(row.cells[0]?.text ?? '')) return 'total';
  if ((closed && !isWholePerson(row, name, around)) || isFooterRow(row, name)) return 'footer';
  return isSection(row, around) ? 'section' : 'person';
};

/** "Viên chức | 38": a category where names stand, and more beside it. */
const isFigure = (row: GridRow, name: string, { categories, places }: Around): boolean =>
  othersThanNumber(row, places).length > 1 &&
  categories.some((category) => headingKey(category) === headingKey(name));

/** A signature has no category beside it; a person in a list that only seemed to end has. */
const isWholePerson = (row: GridRow, name: string, { places, categories }: Around): boolean =>
  looksLikeName(name) &&
  row.cells.some(({ column, text }) => {
    const place = places.get(column);
    if (place === 'category') return categoryIn(categories, text) >= 0;
    return place?.startsWith('mark:') === true && isMark(text);
  });

const isNumbered = (body: readonly GridRow[], places: Places): boolean => {
  const column = columnOf(places, 'number');
  if (column === undefined) return false;
  const counted = body.filter((row) => isRunningNumber(textAt(row, column)));
  return counted.length * 2 > body.length || counted.length >= 3;
};

/** A title such as "Hiệu trưởng" may be a person's: only where no name stands, or another title. */
const isFooterRow = (row: GridRow, name: string): boolean =>
  (name === '' || isFooter(name) || isPhrase(name)) && row.cells.some(({ text }) => isFooter(text));

const othersThanNumber = (row: GridRow, places: Places) =>
  row.cells.filter(({ column }) => places.get(column) !== 'number');

/** "1 | Tổ Toán – Tin", "1 | Công chức" and nothing else. */
const isNumberedSection = (row: GridRow, { places, categories }: Around): boolean => {
  const [only, ...more] = othersThanNumber(row, places);
  if (!only || more.length > 0) return false;
  return isGroup(only.text) || categoryIn(categories, only.text) >= 0;
};

/** "II. Công chức", "Tổ Toán – Tin": one text alone, which is nobody's name. */
const isSection = (row: GridRow, { places, categories }: Around): boolean => {
  const others = othersThanNumber(row, places);
  const only = others[0];
  if (isSectionNumber(textAt(row, columnOf(places, 'number'))) && others.length <= 2) return true;
  if (others.length !== 1 || !only) return others.length === 0;
  const isName = ['name', 'family', 'given'].includes(places.get(only.column) ?? '');
  if (!isName || only.wide > 1 || categoryIn(categories, only.text) >= 0) return true;
  return !mayBeName(only.text);
};

/** The column that holds this. */
export const columnOf = (places: Places, wanted: Place): number | undefined =>
  [...places].find(([, place]) => place === wanted)?.[0];

/** The whole name of a row, from one column or two in either order, without a number in front. */
export const nameIn = (row: GridRow, places: Places): string =>
  (['name', 'family', 'given'] as const)
    .map((place) => textAt(row, columnOf(places, place)))
    .filter((text) => text !== '')
    .join(' ')
    .replace(/^\s*\d{1,4}\s*[.)/-]\s*(?=\p{L})/u, '');
