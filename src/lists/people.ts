import { daySpelling } from '#pasted-days';
import { columnLetters } from '../appendix/sheet.ts';
import type { TypedParticipant } from '../participants/participant.ts';
import { type Asking, rowFaults } from '../reports/check-rows.ts';
import { tidyLine } from '../vietnamese/text.ts';
import type { Places } from './columns.ts';
import { cellAt, type GridRow, textAt } from './grid.ts';
import { categoryIn, type Place } from './headings.ts';
import { isMark } from './looks.ts';
import { columnOf, nameIn } from './rows.ts';

/** One person of a list, right or wrong, and the row they stand in. */
export interface ListedPerson extends TypedParticipant {
  readonly row: number;
  /** The cell of the name: `B7`. */
  readonly at: string;
}

type Column = keyof TypedParticipant;

/** Something that the clerk has to mend, at its cell. */
export interface ListFault {
  readonly row: number;
  readonly at: string;
  readonly column: Column;
  readonly code: ListFaultCode;
  readonly value: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export type ListFaultCode = ReturnType<typeof rowFaults>[number]['code'] | 'category-two-marks';

/** What to do about people without a category: the section's, or the one that was chosen for all. */
export interface Filling {
  readonly section: string;
  readonly fallback: string;
}

/** The person of a row, with what is wrong. */
export const personIn = (
  row: GridRow,
  places: Places,
  asking: Asking,
  filling: Filling,
): { person: ListedPerson; faults: ListFault[] } => {
  const words = asking.categories.map(({ name }) => name);
  const marks = marksIn(row, places);
  const text = (place: 'title' | 'note' | 'birthDate') => firstFilled(row, places, place);
  const typed = tidyLine(textAt(row, columnOf(places, 'category')));
  const marked = marks.length === 1 ? (words[marks[0] ?? -1] ?? '') : '';
  const category = words[categoryIn(words, typed)] ?? typed;
  const person = {
    row: row.number,
    at: cellOf(row, places, 'name'),
    name: tidyLine(nameIn(row, places)),
    birthDate: asking.birthDateAsked ? daySpelling(text('birthDate')) : '',
    title: text('title'),
    category: category || marked || filling.section || filling.fallback,
    note: text('note'),
  };
  return { person, faults: faultsOf(person, { row, places, asking, marks: marks.length }) };
};

/** Of several columns for one thing the first that is filled for this person. */
const firstFilled = (row: GridRow, places: Places, wanted: Place): string =>
  [...places]
    .filter(([, place]) => place === wanted)
    .map(([column]) => tidyLine(textAt(row, column)))
    .find((text) => text !== '') ?? '';

/** The categories whose column is marked for this person. */
const marksIn = (row: GridRow, places: Places): number[] =>
  [...places].flatMap(([column, place]) =>
    place.startsWith('mark:') && isMark(textAt(row, column)) ? [Number(place.slice(5))] : [],
  );

interface Standing {
  readonly row: GridRow;
  readonly places: Places;
  readonly asking: Asking;
  readonly marks: number;
}

const faultsOf = (person: ListedPerson, { row, places, asking, marks }: Standing): ListFault[] => {
  const faults = rowFaults(person, row.number, asking).map((fault): ListFault => {
    const column = fault.field.split('-').at(-1) as Column;
    const at = cellOf(row, places, column);
    return {
      row: row.number,
      at,
      column,
      code: fault.code,
      value: person[column],
      details: fault.details,
    };
  });
  if (marks < 2) return faults;
  const twice: ListFault = {
    row: row.number,
    at: cellOf(row, places, 'category'),
    column: 'category',
    code: 'category-two-marks',
    value: '',
    details: { row: row.number },
  };
  return [...faults.filter(({ code }) => code !== 'category-missing'), twice];
};

/** Where a thing stands or would have to stand. */
const cellOf = (row: GridRow, places: Places, column: Column): string => {
  const found = columnOf(places, column) ?? substitute(places, column);
  return (
    cellAt(row, found)?.at ?? `${columnLetters(found ?? row.cells[0]?.column ?? 1)}${row.number}`
  );
};

const substitute = (places: Places, column: Column): number | undefined => {
  if (column === 'name') return columnOf(places, 'family') ?? columnOf(places, 'given');
  if (column !== 'category') return undefined;
  return [...places].find(([, place]) => place.startsWith('mark:'))?.[0];
};
