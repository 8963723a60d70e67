import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { move, type Report } from './store.ts';

/** The unit need not report: it leaves the denominator of "n/m đơn vị". Throws `state-changed` once it has sent. */
export const exempt = async (db: Db, report: Report, doer: SignedDoer): Promise<void> => {
  await inTransaction(db, async (tx) => {
    if (!(await move(tx, report, 'exempt', { lastVersion: 0 }, doer.at)))
      throw new Problem('state-changed');
    await record(tx, doer, 'report.exempted', report.id);
  });
};
