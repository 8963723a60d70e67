import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { unfinished } from '../reports/owed-store.ts';
import type { Campaign } from './campaign.ts';
import { campaignById, setClosed } from './store.ts';

/**
 * Rule 7: from now on nothing can be sent, until the campaign is opened again. `seenDrafts` is how many
 * drafts the officer was told would be left unsent; throws `drafts-open` when there are more by now.
 */
export const closeCampaign = (
  db: Db,
  campaign: Campaign,
  doer: Doer,
  seenDrafts?: number,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    if ((await campaignById(tx, campaign.id))?.closedAt) return;
    const { drafts, notSent } = await unfinished(tx, campaign.id);
    if (seenDrafts !== undefined && drafts > seenDrafts)
      throw new Problem('drafts-open', 'close', { drafts });
    await setClosed(tx, campaign.id, doer.at);
    await record(tx, doer, 'campaign.closed', campaign.id, { drafts, notSent });
  });

/** Opens a closed campaign again. Throws `reason-missing`. */
export const reopenCampaign = async (
  db: Db,
  campaign: Campaign,
  doer: Doer,
  reason: string,
): Promise<void> => {
  if (reason === '') throw new Problem('reason-missing', 'reason');
  await inTransaction(db, async (tx) => {
    await setClosed(tx, campaign.id, null);
    await record(tx, doer, 'campaign.reopened', campaign.id, { reason });
  });
};
