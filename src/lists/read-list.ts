import type { Asking } from '../reports/check-rows.ts';
import { type Places, placesUnder } from './columns.ts';
import { columnName, type GridRow, type GridSheet, textAt } from './grid.ts';
import { placesGuessed } from './guess.ts';
import { type Header, headerAtRow, headerOf } from './header.ts';
import type { Place } from './headings.ts';
import { type ListedPerson, type ListFault, personIn } from './people.ts';
import { meanings, nameIn, type SkippedAs } from './rows.ts';

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
};

interface Understood {
  readonly sheet: GridSheet;
  readonly header: Header | undefined;
  readonly places: Places;
  readonly body: readonly GridRow[];
  readonly people: readonly { person: ListedPerson; faults: ListFault[] }[];
  readonly skipped: readonly SkippedRow[];
}

const understood = (sheet: GridSheet, asking: Asking, choices: Choices): Understood => {
  const categories = asking.categories.map(({ name }) => name);
  const header = headerFor(sheet, categories, choices);
  const body = header ? below(sheet, header) : sheet.rows;
  const found = header ? placesUnder(header, body, categories) : placesGuessed(sheet, categories);
  const places = withChosen(found, choices);
  const read = [...places.values()].some(isName)
    ? meanings(body, { places, header, categories })
    : [];
  const fallback = choices.category ?? '';
  return {
    sheet,
    header,
    places,
    body,
    people: read.flatMap((one) =>
      one.kind === 'person' && nameOrWords(one.row, places)
        ? [personIn(one.row, places, asking, { section: one.section, fallback })]
        : [],
    ),
    skipped: read.flatMap(({ kind, row }) =>
      kind === 'person' ? [] : [{ row: row.number, as: kind, text: words(row) }],
    ),
  };
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

const below = (sheet: GridSheet, { rows }: Header): GridRow[] => {
  const last = Math.max(...rows);
  return sheet.rows.filter(({ number }) => number > last);
};

const withChosen = (found: Places, { columns }: Choices): Places => {
  if (!columns) return found;
  const places = new Map<number, Place>();
  for (const [name, place] of Object.entries(columns)) places.set(columnNumber(name), place);
  return places;
};

const columnNumber = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A list with headings and more people comes first. */
const weight = ({ header, people }: Understood): number =>
  people.length * 2 + (header ? 1_000_000 : 0) * Math.min(people.length, 1);

const isUnsure = ({ header, people }: Understood, { columns }: Choices): boolean =>
  columns === undefined && (header === undefined || people.length === 0);

const lacksCategory = ({ people }: Understood): boolean =>
  people.some(({ person }) => person.category === '');

const columnsOf = ({ header, places, body }: Understood): ListColumn[] => {
  const numbers = new Set([
    ...(header?.headings.keys() ?? []),
    ...body.flatMap(({ cells }) => cells.map(({ column }) => column)),
  ]);
  return [...numbers]
    .sort((one, other) => one - other)
    .map((column) => ({
      name: columnName(column),
      heading: header?.headings.get(column) ?? '',
      place: places.get(column),
      examples: body
        .map((row) => textAt(row, column))
        .filter((text) => text !== '')
        .slice(0, 3),
    }));
};
