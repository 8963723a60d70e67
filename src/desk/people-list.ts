import type { PersonRow } from '../reports/pages.ts';
import { placeRemarks, type Remark } from '../reports/remark.ts';
import { remarkText } from '../strings/remarks.ts';
import { fittingPeople, type ListQuery } from './list-query.ts';
import type { PeopleList } from './pages.ts';
import type { Returning } from './returning.ts';

export interface ListContent {
  readonly people: readonly PersonRow[];
  readonly query: ListQuery;
  readonly returning: Returning;
  /** The list to which the remarks belong, when a newer version has come since; else missing. */
  readonly seen?: readonly { readonly name: string }[] | undefined;
  readonly canRemark: boolean;
  /** What is wrong with a remark, by its row. */
  readonly fault: { readonly row: number; readonly text: string } | null;
}

/** The list of a version: what fits the search, with the remarks that are being written. */
export const peopleList = (content: ListContent): PeopleList | null => {
  const { people, query, returning, canRemark, fault } = content;
  if (people.length === 0) return null;
  const { texts, gone } = remarksNow(content);
  const shown = fittingPeople(people, query);
  const numbers = new Set(shown.map(({ number }) => number));
  const withRows = canRemark && (returning.withRows || texts.size > 0);
  return {
    search: query.search,
    byGivenName: query.byGivenName,
    total: people.length,
    rows: shown.map((person) => ({
      ...person,
      remark: texts.get(person.number) ?? '',
      fault: fault?.row === person.number ? fault.text : null,
    })),
    withBirthDate: people.some(({ birthDate }) => birthDate !== ''),
    canRemark,
    withRows,
    hidden: withRows
      ? [...texts].flatMap(([row, text]) => (numbers.has(row) ? [] : [{ row, text }]))
      : [],
    gone,
  };
};

/** The remarks as typed; after a newer version has come, beside the same people of that version. */
const remarksNow = ({ people, returning, seen }: ListContent) => {
  if (!seen) return { texts: returning.remarks, gone: [] };
  const remarks = [...returning.remarks].map(
    ([row, text]): Remark => ({ row, name: seen[row - 1]?.name ?? '', text }),
  );
  const { placed, gone } = placeRemarks(remarks, people);
  return {
    texts: new Map([...placed].map(([row, { text }]) => [row, text])),
    gone: gone.map(remarkText),
  };
};
