import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { Category } from './campaign.ts';
import type { Plan } from './plan.ts';
import { addDocuments, type RestsOn } from './store.ts';

/** The documents that a campaign rests on, in their order. */
export const documentsOf = (db: Db, campaignId: string): Promise<RestsOn[]> =>
  db
    .selectFrom('campaign_document')
    .select(['number', 'dated_on as datedOn', 'issuer'])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute();

/** How often a campaign was changed: what a form was made from. */
export const revisionOf = async (db: Db, campaignId: string): Promise<number> => {
  const row = await db
    .selectFrom('campaign')
    .select('revision')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return row.revision;
};

/** Takes the campaign for changing, if it still has this revision; of two officers at once one succeeds. */
export const claimCampaign = async (
  tx: Tx,
  campaignId: string,
  revision: number,
): Promise<boolean> => {
  const claimed = await tx
    .updateTable('campaign')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', campaignId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
};

/** Writes the plan's own columns and its documents; code and categories are written apart. */
export const writePlan = async (
  tx: Tx,
  campaignId: string,
  plan: Plan,
  at: string,
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set((row) => ({
      ...columnsOf(plan),
      birth_date_asked_at: plan.birthDateAsked
        ? row.fn.coalesce('birth_date_asked_at', row.val(at))
        : null,
    }))
    .where('id', '=', campaignId)
    .execute();
  await tx.deleteFrom('campaign_document').where('campaign_id', '=', campaignId).execute();
  await addDocuments(tx, campaignId, plan.documents);
};

const columnsOf = (plan: Plan) => ({
  title: plan.title,
  subject: plan.subject,
  issuer: plan.issuer,
  office: plan.office,
  place: plan.place,
  cut_off_on: plan.cutOffOn,
  opens_at: plan.opensAt,
  deadline_at: plan.deadlineAt,
  dispatch_number: plan.dispatchNumber,
  dispatch_on: plan.dispatchOn,
  mailbox: plan.mailbox,
  contact_name: plan.contactName,
  contact_phone: plan.contactPhone,
  preparer_title: plan.preparerTitle,
  signer_title: plan.signerTitle,
  least_rate: plan.leastRate,
});

/** Takes a category away; nothing may refer to it any more. */
export const dropCategory = async (tx: Tx, categoryId: string): Promise<void> => {
  await tx.deleteFrom('campaign_category').where('id', '=', categoryId).execute();
};

/** Brings the categories into this order with these names; one with an empty id is new. */
export const writeCategories = async (
  tx: Tx,
  campaignId: string,
  categories: readonly Category[],
): Promise<void> => {
  // Places are unique, so all step aside first.
  await tx
    .updateTable('campaign_category')
    .set((row) => ({ position: row('position', '+', 1000) }))
    .where('campaign_id', '=', campaignId)
    .execute();
  for (const [index, { id, code, name }] of categories.entries()) {
    const row = { position: index + 1, code, name };
    if (id === '')
      await tx
        .insertInto('campaign_category')
        .values({ id: newId(), campaign_id: campaignId, ...row })
        .execute();
    else await tx.updateTable('campaign_category').set(row).where('id', '=', id).execute();
  }
};
