import type { PersonRow } from '../reports/pages.ts';
import { byGivenName } from '../vietnamese/names.ts';
import { foldMarks, tidyLine } from '../vietnamese/text.ts';

/** Which people of a report's list are shown, and in which order. */
export interface ListQuery {
  /** As typed, tidied; '' for all. */
  readonly search: string;
  readonly byGivenName: boolean;
}

const longestSearch = 100;

/** The fields `tim` and `sap` of an address or a form; unknown words are as if they were not there. */
export const listQuery = (fields: URLSearchParams): ListQuery => ({
  search: tidyLine(fields.get('tim') ?? '').slice(0, longestSearch),
  byGivenName: fields.get('sap') === 'ten',
});

/** The people whose name, position, category or note has the text that is searched. Their numbers stay their own. */
export const fittingPeople = (people: readonly PersonRow[], query: ListQuery): PersonRow[] => {
  const search = foldMarks(query.search);
  const found = people.filter(({ name, title, category, note }) =>
    [name, title, category, note].some((text) => foldMarks(text).includes(search)),
  );
  return query.byGivenName
    ? found.toSorted((one, other) => byGivenName(one.name, other.name))
    : found;
};
