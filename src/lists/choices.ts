import type { Place } from './headings.ts';
import type { Choices } from './read-list.ts';

/** What a person can say that a column holds. */
export const choosable: readonly Place[] = [
  'number',
  'name',
  'family',
  'given',
  'birthDate',
  'title',
  'category',
  'note',
];

/** The names of the fields, in the address and on the form. */
const fields = {
  sheet: 'trang',
  header: 'dong',
  category: 'doi-tuong',
  letters: 'chu',
  shownFor: 'cua',
} as const;

/** The sheet and the row of headings that columns were chosen for: of others they say nothing. */
export const shownFor = (sheet: string | null, header: string): string =>
  `${header}!${sheet ?? ''}`;

const columnField = /^cot-([A-Z]{1,3})$/;

/** The choices that an address or a form holds; what cannot be is left out. */
export const choicesIn = (given: URLSearchParams, categories: readonly string[]): Choices => {
  const header = given.get(fields.header) ?? '';
  const letters = given.get(fields.letters);
  const shown = given.get(fields.shownFor);
  const asShown = shown === null || shown === shownFor(given.get(fields.sheet), header);
  const columns = asShown ? columnsIn(given, categories.length) : {};
  return {
    sheet: given.get(fields.sheet) ?? undefined,
    header: /^\d{1,6}$/.test(header) ? Number(header) : undefined,
    category: categories.find((name) => name === given.get(fields.category)),
    letters: letters === 'unicode' || letters === 'as-in-file' ? letters : undefined,
    columns: Object.keys(columns).length > 0 ? columns : undefined,
  };
};

const columnsIn = (given: URLSearchParams, categories: number): Record<string, Place> => {
  const columns: Record<string, Place> = {};
  for (const [field, value] of given) {
    const name = columnField.exec(field)?.[1];
    if (name && isPlace(value, categories)) columns[name] = value;
  }
  return columns;
};

const isPlace = (value: string, categories: number): value is Place => {
  const mark = /^mark:(\d{1,2})$/.exec(value)?.[1];
  if (mark !== undefined) return Number(mark) < categories;
  return ['other', ...choosable].includes(value as Place);
};

/** The choices as fields once more, for the buttons that come after them. */
export const choiceFields = (choices: Choices): [string, string][] => [
  ...(choices.sheet === undefined ? [] : [[fields.sheet, choices.sheet] as [string, string]]),
  ...(choices.header === undefined
    ? []
    : [[fields.header, String(choices.header)] as [string, string]]),
  ...(choices.category === undefined
    ? []
    : [[fields.category, choices.category] as [string, string]]),
  ...(choices.letters === undefined ? [] : [[fields.letters, choices.letters] as [string, string]]),
  ...Object.entries(choices.columns ?? {}).map(([name, place]): [string, string] => [
    `cot-${name}`,
    place,
  ]),
];
