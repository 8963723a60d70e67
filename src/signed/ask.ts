import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { setAsked } from './asked-store.ts';

/** From now on a campaign asks its units for signed copies, or does so no longer. */
export const askForSignedCopies = (
  db: Db,
  campaignId: string,
  asked: boolean,
  doer: SignedDoer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (await setAsked(tx, campaignId, asked, doer))
      await record(tx, doer, asked ? 'signed-copy.asked' : 'signed-copy.not-asked', campaignId);
  });
