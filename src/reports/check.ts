import { type Category, categoryNamed } from '../campaigns/campaign.ts';
import { samePeople } from '../participants/duplicates.ts';
import { longestText, mostRows, type Participant } from '../participants/participant.ts';
import { letterFaults } from './check-letter.ts';
import { type Asking, birthDateOf, type Fault, fault, rowFaults } from './check-rows.ts';
import type { Draft } from './draft.ts';
import { readHeadcount } from './headcount.ts';

/** How many people of one category there are, and how many of them took part. */
export interface CategoryCount {
  readonly categoryId: string;
  readonly headcount: number;
  readonly participants: number;
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
export const checkDraft = (draft: Draft, campaign: Asking): Checked => {
  const { categories } = campaign;
  const counts = categories.map((category) => countOf(category, draft));
  const participants = draft.rows.map((row) => ({
    name: row.name,
    birthDate: birthDateOf(row, campaign),
    title: row.title,
    categoryId: categoryNamed(categories, row.category)?.id ?? '',
    note: row.note,
  }));
  const faults = [
    ...categories.flatMap((category) => headcountFault(category, draft)),
    ...outnumbered(categories, counts, draft),
    ...listFaults(draft),
    ...letterFaults(draft),
    ...draft.rows.flatMap((row, index) => rowFaults(row, index + 1, campaign)),
  ];
  return { faults, warnings: warningsOf(participants), counts, participants };
};

const countOf = (category: Category, draft: Draft): CategoryCount => {
  const headcount = readHeadcount(draft.headcounts[category.id] ?? '');
  return {
    categoryId: category.id,
    headcount: typeof headcount === 'number' ? headcount : 0,
    participants: draft.rows.filter((row) => categoryNamed([category], row.category)).length,
  };
};

/** The id of the input in which a category's headcount is typed. */
export const headcountField = (category: Pick<Category, 'code'>): string =>
  `headcount-${category.code}`;

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

const warningsOf = (people: readonly Participant[]): Warning[] =>
  samePeople(people).map((rows) => {
    const { name = '', birthDate = '' } = people[(rows[0] ?? 1) - 1] ?? {};
    const details = { rows: rows.join(', '), name, ...(birthDate ? { birthDate } : {}) };
    return { code: 'same-name-twice', key: `same-name-twice:${rows.join('-')}`, details };
  });
