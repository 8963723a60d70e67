import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { claimDraft } from './draft-store.ts';
import { refuseClosed } from './send.ts';
import type { Found } from './store.ts';

/**
 * The office takes up a unit's draft, to enter what came on paper; `revision` is what the officer has
 * seen. A clerk who has it open is told at the next save. Throws `campaign-closed`,
 * `campaign-not-open`, or `state-changed` when somebody saved or sent meanwhile.
 */
export const enterForUnit = async (
  db: Db,
  { report, campaign }: Found,
  revision: number,
  doer: SignedDoer,
): Promise<void> => {
  refuseClosed(campaign, report, doer.at);
  await inTransaction(db, async (tx) => {
    const saving = { reportId: report.id, revision, accountId: doer.accountId, at: doer.at };
    const claimed = await claimDraft(tx, saving);
    if (claimed === undefined) throw new Problem('state-changed');
    await record(tx, doer, 'draft.entered-for-unit', report.id);
  });
};
