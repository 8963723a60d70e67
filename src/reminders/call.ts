import { v7 as newId, validate } from 'uuid';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { longestText } from '../participants/participant.ts';
import type { Report } from '../reports/store.ts';
import { addCall } from './calls-store.ts';

export interface Call {
  /** Of the form that it was noted on; what is noted with it once is not noted again. */
  readonly key: string;
  /** May be ''. */
  readonly note: string;
}

/** Notes that an officer has phoned a unit about its report. Throws `text-too-long`. */
export const noteCall = async (
  db: Db,
  { campaignId, unitId }: Pick<Report, 'campaignId' | 'unitId'>,
  { key, note }: Call,
  doer: SignedDoer,
): Promise<void> => {
  if (note.length > longestText)
    throw new Problem('text-too-long', 'call-note', { most: longestText });
  await inTransaction(db, async (tx) => {
    if (await addCall(tx, { id: validate(key) ? key : newId(), campaignId, unitId, note }, doer))
      await record(tx, doer, 'unit.called', unitId, { campaign: campaignId });
  });
};
