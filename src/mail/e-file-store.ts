import { sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import { foldMarks } from '../vietnamese/text.ts';

/** How many electronic files of a campaign wait. */
export const waitingEFiles = async (db: Db, campaignId: string): Promise<number> => {
  const { mails } = await db
    .selectFrom('mail')
    .select(sql<number>`cast(count(*) as integer)`.as('mails'))
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', 'e-file')
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return mails;
};

/** Electronic files that have not left yet go to this mailbox; how many there are comes back. */
export const eFilesFollow = async (
  tx: Tx,
  campaignId: string,
  mailbox: string,
): Promise<number> => {
  const moved = await tx
    .updateTable('mail')
    .set({
      recipient: mailbox,
      search_text: sql<string>`replace(search_text, lower(recipient), ${foldMarks(mailbox)})`,
    })
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', 'e-file')
    .where('state', '!=', 'sent')
    .where('recipient', '!=', mailbox)
    .returning('id')
    .execute();
  return moved.length;
};

/** Electronic files that wait and are not just being sent are dropped; how many there were comes back. */
export const dropEFiles = async (
  tx: Tx,
  campaignId: string,
  { at, reason }: { readonly at: string; readonly reason: string },
): Promise<number> => {
  const dropped = await tx
    .updateTable('mail')
    .set({ state: 'dropped', error: reason, leased_by: null, lease_until: null })
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', 'e-file')
    .where('state', '=', 'waiting')
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', at)]))
    .returning('id')
    .execute();
  return dropped.length;
};

/** Those that were dropped for this reason wait again; how many there are comes back. */
export const queueEFiles = async (
  tx: Tx,
  campaignId: string,
  { at, reason }: { readonly at: string; readonly reason: string },
): Promise<number> => {
  const queued = await tx
    .updateTable('mail')
    .set({ state: 'waiting', error: null, attempts: 0, due_at: at })
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', 'e-file')
    .where('state', '=', 'dropped')
    .where('error', '=', reason)
    .returning('id')
    .execute();
  return queued.length;
};

/** Campaigns whose electronic files wait for a word about the mailbox, with how many. */
export const heldEFiles = (db: Db) =>
  db
    .selectFrom('mail')
    .innerJoin('campaign', 'campaign.id', 'mail.campaign_id')
    .leftJoin('campaign_mail', (on) =>
      on
        .onRef('campaign_mail.campaign_id', '=', 'campaign.id')
        .onRef('campaign_mail.mailbox_confirmed', '=', 'campaign.mailbox'),
    )
    .select(['campaign.code', 'campaign.title'])
    .select(sql<number>`cast(count(*) as integer)`.as('mails'))
    .where('mail.state', '=', 'waiting')
    .where('mail.kind', '=', 'e-file')
    .where('campaign_mail.campaign_id', 'is', null)
    .groupBy(['campaign.code', 'campaign.title', 'campaign.created_at'])
    .orderBy('campaign.created_at', 'desc')
    .execute();
