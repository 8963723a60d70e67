import type { Db, Tx } from '../db/schema.ts';

/** Whether a category has anything typed or sent in it. `name` is how the drafts' rows call it. */
export const categoryHasData = async (
  db: Db,
  campaignId: string,
  category: { readonly id: string; readonly name: string },
): Promise<boolean> => {
  const typed = db
    .selectFrom('draft_headcount')
    .select('report_id as id')
    .where('category_id', '=', category.id)
    .where('typed', '!=', '');
  const sent = db
    .selectFrom('version_headcount')
    .select('version_id as id')
    .where('category_id', '=', category.id);
  const listed = db
    .selectFrom('draft_participant')
    .innerJoin('report', 'report.id', 'draft_participant.report_id')
    .select('report.id')
    .where('report.campaign_id', '=', campaignId)
    .where('draft_participant.category', '=', category.name);
  const found = [
    await typed.limit(1).executeTakeFirst(),
    await sent.limit(1).executeTakeFirst(),
    await listed.limit(1).executeTakeFirst(),
  ];
  return found.some((one) => one !== undefined);
};

/** Forgets the empty counts of a category that goes. */
export const forgetEmptyCounts = async (tx: Tx, categoryId: string): Promise<void> => {
  await tx
    .deleteFrom('draft_headcount')
    .where('category_id', '=', categoryId)
    .where('typed', '=', '')
    .execute();
};

/** A category has a new name: rows of drafts that were in it stay in it. */
export const renameInDrafts = async (
  tx: Tx,
  campaignId: string,
  from: string,
  to: string,
): Promise<void> => {
  await tx
    .updateTable('draft_participant')
    .set({ category: to })
    .where('category', '=', from)
    .where('report_id', 'in', (report) =>
      report.selectFrom('report').select('id').where('campaign_id', '=', campaignId),
    )
    .execute();
};
