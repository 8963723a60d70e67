import { type Campaign, categoryNamed } from '../campaigns/campaign.ts';
import {
  type BirthDateFault,
  oldest,
  readBirthDate,
  withWholeYear,
  youngest,
} from '../participants/birth-date.ts';
import {
  faultOfName,
  longestText,
  type NameFault,
  signInName,
  type TypedParticipant,
} from '../participants/participant.ts';
import type { HeadcountFault } from './headcount.ts';

export type FaultCode =
  | HeadcountFault
  | NameFault
  | BirthDateFault
  | 'category-missing'
  | 'category-unknown'
  | 'text-too-long'
  | 'more-participants-than-category'
  | 'more-participants-than-staff'
  | 'too-many-rows'
  | 'list-empty'
  | 'nobody-reason-missing'
  | 'nobody-but-list';

/** Something that blocks sending. `field` is the id of the input on the form. */
export interface Fault {
  readonly code: FaultCode;
  readonly field: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A fault at one input. */
export const fault = (code: FaultCode, field: string, details: Fault['details'] = {}): Fault => ({
  code,
  field,
  details,
});

/** The id of one input of the list; rows count from 1. */
export const rowField = (row: number, column: keyof TypedParticipant): string =>
  `row-${row}-${column}`;

/** What of a campaign decides whether a list may be sent. */
export type Asking = Pick<Campaign, 'categories' | 'birthDateAsked' | 'cutOffOn'>;

/** What is wrong with one row of the list; rows count from 1. */
export const rowFaults = (row: TypedParticipant, number: number, asking: Asking): Fault[] => [
  ...nameFaults(row, number),
  ...birthDateFaults(row, number, asking),
  ...categoryFaults(row, number, asking),
  ...lengthFaults(row, number),
];

/** The birth date of a row as it would be sent: '' where it is not asked, or not readable yet. */
export const birthDateOf = (row: TypedParticipant, asking: Asking): string => {
  if (!asking.birthDateAsked) return '';
  const read = readBirthDate(row.birthDate, asking.cutOffOn);
  return 'day' in read ? read.day : '';
};

const nameFaults = (row: TypedParticipant, number: number): Fault[] => {
  const nameFault = faultOfName(row.name);
  if (!nameFault) return [];
  const sign = signInName(row.name) ?? '';
  return [fault(nameFault, rowField(number, 'name'), { row: number, typed: row.name, sign })];
};

const birthDateFaults = (
  row: TypedParticipant,
  number: number,
  { birthDateAsked, cutOffOn }: Asking,
): Fault[] => {
  if (!birthDateAsked) return [];
  const read = readBirthDate(row.birthDate, cutOffOn);
  if ('day' in read) return [];
  const whole = withWholeYear(row.birthDate, cutOffOn);
  const details = { row: number, typed: row.birthDate, whole, youngest, oldest };
  return [fault(read.fault, rowField(number, 'birthDate'), details)];
};

const categoryFaults = (row: TypedParticipant, number: number, { categories }: Asking): Fault[] => {
  const field = rowField(number, 'category');
  if (row.category === '') return [fault('category-missing', field, { row: number })];
  if (categoryNamed(categories, row.category)) return [];
  const known = categories.map(({ name }) => name).join(', ');
  return [fault('category-unknown', field, { row: number, typed: row.category, known })];
};

const lengthFaults = (row: TypedParticipant, number: number): Fault[] =>
  (['title', 'note'] as const)
    .filter((column) => row[column].length > longestText)
    .map((column) =>
      fault('text-too-long', rowField(number, column), { row: number, most: longestText }),
    );
