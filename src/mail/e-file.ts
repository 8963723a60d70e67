import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { dropReason } from '../strings/delivery.ts';
import { dropEFiles, queueEFiles } from './e-file-store.ts';
import { turnEFileOff, turnEFileOn } from './settings-store.ts';

/** No electronic file of this campaign goes out any more; those that wait are dropped. */
export const stopEFile = (db: Db, campaignId: string, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await turnEFileOff(tx, campaignId, doer.at))) return;
    const dropped = await dropEFiles(tx, campaignId, { at: doer.at, reason: dropReason.eFileOff });
    await record(tx, doer, 'mail.e-file-turned-off', campaignId, { dropped });
  });

/** Electronic files go out again, also those that waited when they were turned off. */
export const resumeEFile = (db: Db, campaignId: string, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await turnEFileOn(tx, campaignId))) return;
    const queued = await queueEFiles(tx, campaignId, { at: doer.at, reason: dropReason.eFileOff });
    await record(tx, doer, 'mail.e-file-turned-on', campaignId, { queued });
  });
