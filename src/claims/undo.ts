import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { Decided } from './decide.ts';
import { decisionsOf } from './decisions-store.ts';
import { undoDecision } from './store.ts';

/**
 * Undoes a decision, which stays on record: its rows wait to be decided about again. Throws
 * `not-found`, or `claim-undone-already` when a colleague was faster.
 */
export const undoClaim = async (
  db: Db,
  campaignId: string,
  decisionId: string,
  doer: SignedDoer,
): Promise<Decided> => {
  const decisions = await decisionsOf(db, { campaignId, undoneToo: true });
  const decision = decisions.find(({ id }) => id === decisionId);
  if (!decision) throw new Problem('not-found');
  const { verdict, countedReportId, persons } = decision;
  return inTransaction(db, async (tx) => {
    if (!(await undoDecision(tx, campaignId, decisionId, doer)))
      throw new Problem('claim-undone-already');
    await record(tx, doer, 'claim.undone', decisionId, { verdict, rows: persons.length });
    const reports = new Set(persons.map(({ reportId }) => reportId));
    const otherReportIds = [...reports].filter((id) => id !== countedReportId);
    return { decisionId, otherReportIds: verdict === 'same' ? otherReportIds : [] };
  });
};
