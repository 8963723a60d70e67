import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { refuseClosed } from './send.ts';
import { addEvent, type Found, move } from './store.ts';

/**
 * The unit takes a sent report back to mend it; the sent version keeps counting until a new one comes.
 * Throws `state-changed` when the office was faster, `campaign-closed` when it could not be sent again.
 */
export const withdraw = async (
  db: Db,
  { report, campaign }: Found,
  doer: SignedDoer,
): Promise<void> => {
  refuseClosed(campaign, report, doer.at);
  await inTransaction(db, async (tx) => {
    const version = report.lastVersion;
    if (!(await move(tx, report, 'withdraw', { lastVersion: version }, doer.at)))
      throw new Problem('state-changed');
    await addEvent(tx, report.id, { kind: 'withdrawn', version, reason: null }, doer);
    await record(tx, doer, 'report.withdrawn', report.id, { version });
  });
};
