import type { Db, Tx } from '../db/schema.ts';
import type { Draft } from './draft.ts';
import {
  draftContent,
  draftContentOf,
  draftFrom,
  draftsOfCampaign,
  exchangeContent,
} from './draft-store.ts';

/** Whether a category has anything typed or sent in it. `name` is how the drafts' rows call it. */
export const categoryHasData = async (
  db: Db,
  campaignId: string,
  category: { readonly id: string; readonly name: string },
): Promise<boolean> => {
  const sent = await db
    .selectFrom('version_headcount')
    .select('version_id')
    .where('category_id', '=', category.id)
    .limit(1)
    .executeTakeFirst();
  if (sent) return true;
  const drafts = await draftsOfCampaign(db, campaignId);
  return drafts.some(
    ({ headcounts, rows }) =>
      (headcounts[category.id] ?? '') !== '' || rows.some((row) => row.category === category.name),
  );
};

/** A category has a new name: rows of drafts that were in it stay in it. */
export const renameInDrafts = async (
  tx: Tx,
  campaignId: string,
  from: string,
  to: string,
): Promise<void> => {
  const named = (draft: Draft): boolean => draft.rows.some(({ category }) => category === from);
  for (const { reportId } of (await draftsOfCampaign(tx, campaignId)).filter(named))
    await renameInDraft(tx, reportId, from, to);
};

/** Tries until nobody saves in between: what a clerk types at this moment is not written over. */
const renameInDraft = async (tx: Tx, reportId: string, from: string, to: string): Promise<void> => {
  for (;;) {
    const before = await draftContentOf(tx, reportId);
    if (before === undefined) return;
    const draft = draftFrom(before);
    const rows = draft.rows.map((row) => (row.category === from ? { ...row, category: to } : row));
    if (await exchangeContent(tx, reportId, before, draftContent({ ...draft, rows }))) return;
  }
};
