import { type Campaign, type Category, categoryNamed } from '../campaigns/campaign.ts';
import { sameNames } from '../participants/duplicates.ts';
import {
  faultOfName,
  longestText,
  mostRows,
  type NameFault,
  type Participant,
  signInName,
  type TypedParticipant,
} from '../participants/participant.ts';
import type { Draft } from './draft.ts';
import { type HeadcountFault, readHeadcount } from './headcount.ts';

/** How many people of one category there are, and how many of them took part. */
export interface CategoryCount {
  readonly categoryId: string;
  readonly headcount: number;
  readonly participants: number;
}

export type FaultCode =
  | HeadcountFault
  | NameFault
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

export type WarningCode = 'same-name-twice';

/** Something that may be right: the clerk ticks it and sends. `key` names this very occasion. */
export interface Warning {
  readonly code: WarningCode;
  readonly key: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface Checked {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
  /** One for each category of the campaign; complete only when there is no fault. */
  readonly counts: readonly CategoryCount[];
  readonly participants: readonly Participant[];
}

/** Rules 1, 2, 8 and 9 over a tidied draft: what blocks sending, what must be confirmed, and what would be sent. */
export const checkDraft = (draft: Draft, campaign: Pick<Campaign, 'categories'>): Checked => {
  const { categories } = campaign;
  const counts = categories.map((category) => countOf(category, draft));
  const participants = draft.rows.map((row) => ({
    name: row.name,
    title: row.title,
    categoryId: categoryNamed(categories, row.category)?.id ?? '',
    note: row.note,
  }));
  const faults = [
    ...categories.flatMap((category) => headcountFault(category, draft)),
    ...outnumbered(categories, counts, draft),
    ...listFaults(draft),
    ...draft.rows.flatMap((row, index) => rowFaults(row, index + 1, categories)),
  ];
  return { faults, warnings: warningsOf(draft), counts, participants };
};

const countOf = (category: Category, draft: Draft): CategoryCount => {
  const headcount = readHeadcount(draft.headcounts[category.id] ?? '');
  return {
    categoryId: category.id,
    headcount: typeof headcount === 'number' ? headcount : 0,
    participants: draft.rows.filter((row) => categoryNamed([category], row.category)).length,
  };
};

const fault = (code: FaultCode, field: string, details: Fault['details'] = {}): Fault => ({
  code,
  field,
  details,
});

/** The id of the input in which a category's headcount is typed. */
export const headcountField = (category: Pick<Category, 'code'>): string =>
  `headcount-${category.code}`;

/** The id of one input of the list; rows count from 1. */
export const rowField = (row: number, column: keyof TypedParticipant): string =>
  `row-${row}-${column}`;

const headcountFault = (category: Category, draft: Draft): Fault[] => {
  const typed = draft.headcounts[category.id] ?? '';
  const read = readHeadcount(typed);
  if (typeof read === 'number') return [];
  return [fault(read, headcountField(category), { category: category.name, typed })];
};

const outnumbered = (
  categories: readonly Category[],
  counts: readonly CategoryCount[],
  draft: Draft,
): Fault[] => {
  const readable = categories.every(
    ({ id }) => typeof readHeadcount(draft.headcounts[id] ?? '') === 'number',
  );
  if (!readable) return [];
  const faults = categories.flatMap((category, index) => {
    const count = counts[index];
    if (!count || count.participants <= count.headcount) return [];
    const { headcount, participants } = count;
    const details = { category: category.name, headcount, participants };
    return [fault('more-participants-than-category', headcountField(category), details)];
  });
  const total = counts.reduce((sum, count) => sum + count.headcount, 0);
  const first = categories[0];
  if (faults.length > 0 || !first || draft.rows.length <= total) return faults;
  const details = { headcount: total, participants: draft.rows.length };
  return [fault('more-participants-than-staff', headcountField(first), details)];
};

const listFaults = (draft: Draft): Fault[] => {
  if (draft.rows.length > mostRows)
    return [fault('too-many-rows', 'list', { rows: draft.rows.length, most: mostRows })];
  if (draft.nobody && draft.rows.length > 0)
    return [fault('nobody-but-list', 'nobody', { rows: draft.rows.length })];
  if (draft.nobody && draft.nobodyReason === '')
    return [fault('nobody-reason-missing', 'nobody-reason')];
  if (draft.nobodyReason.length > longestText)
    return [fault('text-too-long', 'nobody-reason', { most: longestText })];
  return !draft.nobody && draft.rows.length === 0 ? [fault('list-empty', 'row-1-name')] : [];
};

const rowFaults = (
  row: TypedParticipant,
  number: number,
  categories: readonly Category[],
): Fault[] => {
  const faults: Fault[] = [];
  const nameFault = faultOfName(row.name);
  if (nameFault) {
    const sign = signInName(row.name) ?? '';
    faults.push(fault(nameFault, rowField(number, 'name'), { row: number, typed: row.name, sign }));
  }
  const field = rowField(number, 'category');
  if (row.category === '') faults.push(fault('category-missing', field, { row: number }));
  else if (!categoryNamed(categories, row.category)) {
    const known = categories.map(({ name }) => name).join(', ');
    faults.push(fault('category-unknown', field, { row: number, typed: row.category, known }));
  }
  for (const column of ['title', 'note'] as const)
    if (row[column].length > longestText) {
      const details = { row: number, most: longestText };
      faults.push(fault('text-too-long', rowField(number, column), details));
    }
  return faults;
};

const warningsOf = (draft: Draft): Warning[] =>
  sameNames(draft.rows.map((row) => row.name)).map((rows) => ({
    code: 'same-name-twice',
    key: `same-name-twice:${rows.join('-')}`,
    details: { rows: rows.join(', '), name: draft.rows[(rows[0] ?? 1) - 1]?.name ?? '' },
  }));
