import { columnLetters } from '../appendix/sheet.ts';
import type { Asking } from '../reports/check-rows.ts';
import type { Places } from './columns.ts';
import { type GridRow, type GridSheet, textAt } from './grid.ts';
import { type Header, headerAtRow, headerOf } from './header.ts';
import type { Place } from './headings.ts';
import { isRunningNumber } from './looks.ts';
import { type ListedPerson, type ListFault, personIn } from './people.ts';
import { meanings, nameIn, type RowMeaning, type SkippedAs } from './rows.ts';
import { categoryInTitles, sectionAbove } from './sections.ts';
import type { Table } from './table.ts';
import { tablesOf } from './tables.ts';

/** What the clerk chose where the reader was not sure, or chose otherwise. */
export interface Choices {
  readonly sheet?: string | undefined;
  /** Number of the row with the headings; 0: there are none. */
  readonly header?: number | undefined;
  /** By column name, `C` → what it holds; `other` for nothing wanted. */
  readonly columns?: Readonly<Record<string, Place>> | undefined;
  /** Old fonts made readable, or left as they stand in the file. */
  readonly letters?: 'unicode' | 'as-in-file' | undefined;
  /** The category of all people for whom the file says none. */
  readonly category?: string | undefined;
}

/** A column of the chosen sheet as it was understood. */
export interface ListColumn {
  /** `C` */
  readonly name: string;
  readonly heading: string;
  readonly place: Place | undefined;
  readonly examples: readonly string[];
}

export interface SkippedRow {
  readonly row: number;
  readonly as: SkippedAs;
  readonly text: string;
}

/** A clerk's list, read: who is on it, what has to be mended, what was left out, and what is not sure. */
export interface ListReading {
  readonly sheets: readonly { readonly name: string; readonly people: number }[];
  readonly sheet: string;
  /** Row of the headings; 0 when there are none. */
  readonly header: number;
  readonly columns: readonly ListColumn[];
  readonly people: readonly ListedPerson[];
  readonly faults: readonly ListFault[];
  readonly skipped: readonly SkippedRow[];
  /** What the clerk is asked. */
  readonly unsure: readonly ('sheet' | 'columns' | 'category')[];
  /** The category that the titles above the list speak of, for those who have none; or ''. */
  readonly offered: string;
}

/** Reads the list of people in these sheets, as sure as it can be. */
export const readList = (
  sheets: readonly GridSheet[],
  asking: Asking,
  choices: Choices = {},
): ListReading => {
  const tries = sheets.map((sheet) => understood(sheet, asking, choices));
  const chosen =
    tries.find(({ sheet }) => sheet.name === choices.sheet) ??
    [...tries].sort((one, other) => weight(other) - weight(one))[0];
  if (!chosen) return nothing;
  const candidates = tries.filter((one) => one.people.length > 0 && one.header);
  const unsure: ListReading['unsure'][number][] = [
    ...(choices.sheet === undefined && candidates.length > 1 ? (['sheet'] as const) : []),
    ...(isUnsure(chosen, choices) ? (['columns'] as const) : []),
    ...(lacksCategory(chosen) ? (['category'] as const) : []),
  ];
  return {
    sheets: tries.map(({ sheet, people }) => ({ name: sheet.name, people: people.length })),
    sheet: chosen.sheet.name,
    header: chosen.header?.rows[0] ?? 0,
    columns: columnsOf(chosen),
    people: chosen.people.map(({ person }) => person),
    faults: chosen.people.flatMap(({ faults }) => faults),
    skipped: chosen.skipped,
    unsure,
    offered: chosen.offered,
  };
};

const nothing: ListReading = {
  sheets: [],
  sheet: '',
  header: 0,
  columns: [],
  people: [],
  faults: [],
  skipped: [],
  unsure: [],
  offered: '',
};

interface Understood {
  readonly sheet: GridSheet;
  readonly header: Header | undefined;
  readonly tables: readonly Table[];
  readonly people: readonly { person: ListedPerson; faults: ListFault[] }[];
  readonly skipped: readonly SkippedRow[];
  /** The category that the titles speak of. */
  readonly offered: string;
}

const understood = (sheet: GridSheet, asking: Asking, choices: Choices): Understood => {
  const categories = asking.categories.map(({ name }) => name);
  const header = headerFor(sheet, categories, choices);
  const tables = tablesOf(sheet, header, categories, chosenPlaces(choices));
  const named = tables.filter(({ places }) => [...places.values()].some(isName));
  const read = meanings(named, categories, sectionAbove(sheet, header, categories));
  const fallback = choices.category ?? '';
  return {
    sheet,
    header,
    tables,
    people: read.flatMap((one) =>
      isPerson(one)
        ? [personIn(inLetters(one, choices), one.places, asking, { ...one, fallback })]
        : [],
    ),
    skipped: read.flatMap((one) => (isPerson(one) ? [] : skippedOf(one))),
    offered: categoryInTitles(sheet, header, categories),
  };
};

type Person = Extract<RowMeaning, { kind: 'person' }>;

const isPerson = (one: RowMeaning): one is Person =>
  one.kind === 'person' && nameOrWords(one.row, one.places);

/** Old letters that are to stay; headings and categories are understood all the same. */
const inLetters = ({ row, places }: Person, { letters }: Choices): GridRow => {
  if (letters !== 'as-in-file') return row;
  const cells = row.cells.map((cell) => {
    const isKept = ['name', 'family', 'given', 'title', 'note'].includes(
      places.get(cell.column) ?? '',
    );
    return isKept ? { ...cell, text: cell.asWritten ?? cell.text } : cell;
  });
  return { ...row, cells };
};

/** Blank lines of a form are not worth a word. */
const skippedOf = (one: RowMeaning): SkippedRow[] => {
  const isBlank = one.row.cells.every(({ text }) => isRunningNumber(text));
  if (one.kind === 'person' && isBlank) return [];
  const as = one.kind === 'person' ? 'section' : one.kind;
  return [{ row: one.row.number, as, text: words(one.row) }];
};

const isName = (place: Place): boolean => ['name', 'family', 'given'].includes(place);

/** A row with nothing but its running number is a blank line of a form. */
const nameOrWords = (row: GridRow, places: Places): boolean =>
  nameIn(row, places) !== '' ||
  row.cells.some(({ column, text }) => {
    const place = places.get(column);
    return (place === 'title' || place === 'birthDate') && text.trim() !== '';
  });

const words = (row: GridRow): string => row.cells.map(({ text }) => text).join(' · ');

const headerFor = (
  sheet: GridSheet,
  categories: readonly string[],
  { header }: Choices,
): Header | undefined => {
  if (header === 0) return undefined;
  return header === undefined
    ? headerOf(sheet, categories)
    : headerAtRow(sheet, header, categories);
};

const chosenPlaces = ({ columns }: Choices): Places | undefined =>
  columns &&
  new Map(Object.entries(columns).map(([name, place]) => [columnNumber(name), place] as const));

const columnNumber = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A list with headings and more people comes first. */
const weight = ({ header, people }: Understood): number =>
  people.length * 2 + (header ? 1_000_000 : 0) * Math.min(people.length, 1);

const isUnsure = ({ header, people }: Understood, { columns }: Choices): boolean =>
  columns === undefined && (header === undefined || people.length === 0);

const lacksCategory = ({ people }: Understood): boolean =>
  people.some(({ person }) => person.category === '');

/** The columns of the first headings, both halves when two tables stand side by side. */
const columnsOf = ({ header, tables }: Understood): ListColumn[] => {
  const shown = tables.filter((table) => table.header?.rows[0] === header?.rows[0]);
  const rows = shown.flatMap((table) => table.rows);
  const headings = new Map(shown.flatMap((table) => [...(table.header?.headings ?? [])]));
  const places = new Map(shown.flatMap((table) => [...table.places]));
  const filled = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  return [...new Set([...headings.keys(), ...filled])]
    .filter(Number.isInteger)
    .sort((one, other) => one - other)
    .map((column) => ({
      name: columnLetters(column),
      heading: headings.get(column) ?? '',
      place: places.get(column),
      examples: examplesIn(rows, column),
    }));
};

const examplesIn = (rows: readonly GridRow[], column: number): string[] =>
  rows
    .map((row) => textAt(row, column))
    .filter((text) => text !== '')
    .slice(0, 3);
