import { rowsFromText } from '#pasted-rows';
import type { Category } from '../campaigns/campaign.ts';
import { rawOf } from '../kit/fields.ts';
import type { TypedParticipant } from '../participants/participant.ts';
import type { Draft } from './draft.ts';

/**
 * The draft that a posted form holds. The four columns of the list come as repeated fields, a row
 * being what stands at the same place in each.
 */
export const draftFromForm = (form: URLSearchParams, categories: readonly Category[]): Draft => ({
  headcounts: Object.fromEntries(
    categories.map(({ id, code }) => [id, rawOf(form, `headcount.${code}`)]),
  ),
  rows: rowsOf(form),
  nobody: form.has('nobody'),
  nobodyReason: rawOf(form, 'nobodyReason'),
});

const rowsOf = (form: URLSearchParams): TypedParticipant[] => {
  const names = form.getAll('name');
  const titles = form.getAll('title');
  const categories = form.getAll('category');
  const notes = form.getAll('note');
  const length = Math.max(names.length, titles.length, categories.length, notes.length);
  return Array.from({ length }, (_, index) => ({
    name: names[index] ?? '',
    title: titles[index] ?? '',
    category: categories[index] ?? '',
    note: notes[index] ?? '',
  }));
};

/** The draft without the row that stands at `number` (from 1) on the page. */
export const withoutRow = (draft: Draft, number: number): Draft => ({
  ...draft,
  rows: draft.rows.filter((_, index) => index + 1 !== number),
});

/** The draft with the people of a pasted list behind its own rows, and how many came. */
export const withPasted = (
  draft: Draft,
  text: string,
  categories: readonly Category[],
): { draft: Draft; added: number } => {
  const { rows } = rowsFromText(text, { categories: categories.map(({ name }) => name) });
  const own = draft.rows.filter((row) => row.name !== '' || row.title !== '' || row.note !== '');
  return { draft: { ...draft, rows: [...own, ...rows] }, added: rows.length };
};
