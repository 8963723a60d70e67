import type { Campaign } from '../campaigns/campaign.ts';
import { rawOf } from '../kit/fields.ts';
import type { TypedParticipant } from '../participants/participant.ts';
import type { Draft } from './draft.ts';

/**
 * The draft that a posted form holds. The columns of the list come as repeated fields, a row being
 * what stands at the same place in each; birth dates are read only where the campaign asks for them.
 */
export const draftFromForm = (form: URLSearchParams, campaign: AskedFor): Draft => ({
  headcounts: Object.fromEntries(
    campaign.categories.map(({ id, code }) => [id, rawOf(form, `headcount.${code}`)]),
  ),
  rows: rowsOf(form, campaign.birthDateAsked),
  nobody: form.has('nobody'),
  nobodyReason: rawOf(form, 'nobodyReason'),
  proposals: rawOf(form, 'proposals'),
  signerTitle: rawOf(form, 'signerTitle'),
  signerName: rawOf(form, 'signerName'),
});

/** What a campaign asks for in a report. */
type AskedFor = Pick<Campaign, 'categories' | 'birthDateAsked'>;

const rowsOf = (form: URLSearchParams, birthDateAsked: boolean): TypedParticipant[] => {
  const names = form.getAll('name');
  const birthDates = birthDateAsked ? form.getAll('birthDate') : [];
  const titles = form.getAll('title');
  const categories = form.getAll('category');
  const notes = form.getAll('note');
  const columns = [names, birthDates, titles, categories, notes];
  const length = Math.max(...columns.map((column) => column.length));
  return Array.from({ length }, (_, index) => ({
    name: names[index] ?? '',
    birthDate: birthDates[index] ?? '',
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
