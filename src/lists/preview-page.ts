import { dayText } from '../kit/time.ts';
import type { TypedParticipant } from '../participants/participant.ts';
import { listFaultText, listText, placeText, skippedText } from '../strings/lists.ts';
import { choiceFields, choosable, shownFor } from './choices.ts';
import type { Place } from './headings.ts';
import type { ColumnChoice, ListPreviewPage, Option } from './pages.ts';
import type { Choices, ListColumn, ListReading } from './read-list.ts';
import type { ListRead } from './reading.ts';

/** So many lines of each table are shown; the rest is counted. */
const mostShown = { people: 300, faults: 300, repairs: 300 } as const;

export interface Previewed {
  readonly read: ListRead;
  readonly choices: Choices;
  readonly fileName: string;
  readonly categories: readonly string[];
  readonly birthDateAsked: boolean;
  /** The people that stand in the draft. */
  readonly before: readonly TypedParticipant[];
}

type Shown = Omit<ListPreviewPage, 'chrome' | 'errors' | 'head' | 'action' | 'revision'>;

/** What was read of a file, what has to be mended, and what the clerk is asked. */
export const previewOf = (previewed: Previewed): Shown => ({
  ...whatCame(previewed),
  ...whatIsWrong(previewed.read),
  ...whatIsAsked(previewed),
  ...buttons(previewed),
  file: previewed.fileName === '' ? listText.pasted : previewed.fileName,
  hasFile: previewed.fileName !== '',
});

const whatCame = ({ read: { reading }, birthDateAsked }: Previewed) => {
  const faulty = new Set(reading.faults.map(({ row }) => row));
  const shown = reading.people.slice(0, mostShown.people);
  return {
    count: listText.people(reading.people.length),
    faultyCount: new Set(faultsToMend(reading).map(({ row }) => row)).size,
    withBirthDate: birthDateAsked,
    people: shown.map(({ row, name, birthDate, title, category, note }) => ({
      row,
      name,
      birthDate: dayOrTyped(birthDate),
      title,
      category,
      note,
      faulty: faulty.has(row),
    })),
    morePeople: rest(reading.people.length, shown.length),
    skipped: reading.skipped.map(({ row, as, text }) => ({ row, why: skippedText[as], text })),
  };
};

const dayOrTyped = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? dayText(text) : text;

const rest = (all: number, shown: number): string =>
  all > shown ? listText.more(all - shown) : '';

/** A category that is missing is asked for once, not told row by row. */
const faultsToMend = ({ faults }: ListReading) =>
  faults.filter(({ code }) => code !== 'category-missing');

const whatIsWrong = ({ reading, repairs }: ListRead) => {
  const place = (at: string): string => (reading.sheet === '' ? at : `${reading.sheet}!${at}`);
  const faults = faultsToMend(reading);
  return {
    faults: faults.slice(0, mostShown.faults).map((fault) => ({
      place: place(fault.at),
      value: fault.value,
      text: listFaultText(fault),
    })),
    moreFaults: rest(faults.length, mostShown.faults),
    repairs: repairs
      .slice(0, mostShown.repairs)
      .map(({ at, before, after }) => ({ place: place(at), before, after })),
    moreRepairs: rest(repairs.length, mostShown.repairs),
  };
};

const whatIsAsked = ({ read: { reading }, choices, categories }: Previewed) => ({
  asked: askedOf(reading),
  offered: reading.unsure.includes('category') ? reading.offered : '',
  sheets: reading.sheets.map(
    ({ name, people }): Option => ({
      value: name,
      label: listText.sheetChoice(name, people),
    }),
  ),
  sheet: reading.sheet,
  header: reading.header,
  shownFor: shownFor(reading.sheet, String(reading.header)),
  columns: reading.columns.map(columnChoice),
  places: placesFor(reading.columns, categories),
  categories: categories.map((name): Option => ({ value: name, label: name })),
  category: choices.category ?? (reading.unsure.includes('category') ? reading.offered : ''),
  letters: choices.letters ?? ('' as const),
  chosen: choiceFields({ ...choices, sheet: reading.sheet }),
});

const askedOf = ({ unsure, people }: ListReading) => ({
  sheet: unsure.includes('sheet'),
  columns: unsure.includes('columns'),
  category: people.filter(({ category }) => category === '').length,
});

const columnChoice = ({ name, heading, place, examples }: ListColumn): ColumnChoice => ({
  field: `cot-${name}`,
  name,
  heading,
  examples: examples.join(' · '),
  value: place ?? 'other',
});

const placesFor = (columns: readonly ListColumn[], categories: readonly string[]): Option[] => {
  const marks = columns.some(({ place }) => place?.startsWith('mark:'))
    ? categories.map((_, index): Place => `mark:${index}`)
    : [];
  const places: Place[] = ['other', ...choosable, ...marks];
  return places.map((place) => ({ value: place, label: placeText(place, categories) }));
};

const buttons = ({ read: { reading }, before }: Previewed) => {
  const count = reading.people.length;
  return {
    replace: count === 0 ? '' : listText.replace(count, before.length),
    append: count === 0 || before.length === 0 ? '' : listText.append(count),
  };
};
