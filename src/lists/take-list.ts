import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { isBlankRow, type TypedParticipant } from '../participants/participant.ts';
import { draftOf } from '../reports/draft-store.ts';
import { type Saved, saveDraft } from '../reports/save-draft.ts';
import type { Found } from '../reports/store.ts';

export interface Taking {
  /** In place of the people in the draft, or behind them. */
  readonly as: 'replacement' | 'addition';
  readonly people: readonly TypedParticipant[];
  /** The revision of the draft that the clerk has seen. */
  readonly revision: number;
  /** `file` or `paste`. */
  readonly from: string;
}

/**
 * Takes the people of a list into the draft, right or wrong; everything else of the draft stays.
 * Throws what saving a draft refuses.
 */
export const takeList = async (
  db: Db,
  found: Found,
  { as, people, revision, from }: Taking,
  doer: SignedDoer,
): Promise<Saved> => {
  const draft = await draftOf(db, found.report.id);
  // A category alone is what the form fills in by itself.
  const own = draft.rows.filter((row) => !isBlankRow({ ...row, category: '' }));
  const before = as === 'addition' ? own : [];
  const taken = people.map(({ name, birthDate, title, category, note }) => ({
    name,
    birthDate,
    title,
    category,
    note,
  }));
  const details = { as, from, people: people.length };
  const nobody = draft.nobody && people.length === 0;
  return saveDraft(db, found, { ...draft, nobody, rows: [...before, ...taken] }, revision, doer, {
    action: 'draft.list-taken',
    details,
  });
};
