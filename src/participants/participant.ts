import { tidyLine } from '../vietnamese/text.ts';

/** One row of the list as the clerk typed it. */
export interface TypedParticipant {
  readonly name: string;
  /** '' where the campaign does not ask for it. */
  readonly birthDate: string;
  readonly title: string;
  readonly category: string;
  readonly note: string;
}

/** One person who took the contest, as sent. */
export interface Participant {
  readonly name: string;
  /** `YYYY-MM-DD`, or '' where the campaign does not ask for it. */
  readonly birthDate: string;
  readonly title: string;
  readonly categoryId: string;
  readonly note: string;
}

export type NameFault = 'name-missing' | 'name-one-word' | 'name-has-signs' | 'name-too-long';

/** A list longer than this belongs to more than one unit. */
export const mostRows = 2000;
export const longestName = 200;
export const longestText = 500;

export const isBlankRow = (row: TypedParticipant): boolean =>
  [row.name, row.birthDate, row.title, row.category, row.note].every((text) => text === '');

/** What is wrong with a full name, or `undefined`. Names are letters, with spaces, hyphens, dots and apostrophes between. */
export const faultOfName = (typed: string): NameFault | undefined => {
  const name = tidyLine(typed);
  if (name === '') return 'name-missing';
  if (name.length > longestName) return 'name-too-long';
  if (signInName(name) !== undefined) return 'name-has-signs';
  return name.includes(' ') ? undefined : 'name-one-word';
};

/** The first character that does not belong into a name. */
export const signInName = (name: string): string | undefined =>
  /[^\p{L}\p{M}\s.'’-]/u.exec(name)?.[0];
