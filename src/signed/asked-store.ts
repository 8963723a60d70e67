import { sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';

/** Whether the units of a campaign owe signed copies; they do until the office says otherwise. */
export const signedAsked = async (db: Db, campaignId: string): Promise<boolean> => {
  const query = db
    .selectFrom('signed_not_asked')
    .select('at')
    .where('campaign_id', '=', campaignId);
  return (await query.executeTakeFirst()) === undefined;
};

/** Writes down what a campaign asks; `false` when it was so already. */
export const setAsked = async (
  tx: Tx,
  campaignId: string,
  asked: boolean,
  { at, accountId }: SignedDoer,
): Promise<boolean> => {
  if (asked) {
    const removal = tx.deleteFrom('signed_not_asked').where('campaign_id', '=', campaignId);
    return (await removal.returning('campaign_id').executeTakeFirst()) !== undefined;
  }
  const added = tx
    .insertInto('signed_not_asked')
    .values({ campaign_id: campaignId, at, by_id: accountId })
    .onConflict((conflict) => conflict.column('campaign_id').doNothing());
  return (await added.returning('campaign_id').executeTakeFirst()) !== undefined;
};

/**
 * Of a query over `report`: its last version lacks a signed copy that its campaign asks for. Small tables
 * with their keys: no content is read.
 */
export const lacksSignedCopy = sql<boolean>`report.last_version > 0 and report.state <> 'exempt'
  and not exists (select 1 from signed_copy
    inner join version as signed_version on signed_version.id = signed_copy.version_id
    where signed_version.report_id = report.id and signed_version.number = report.last_version)
  and not exists (select 1 from signed_not_asked
    where signed_not_asked.campaign_id = report.campaign_id)`;
