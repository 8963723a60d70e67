import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { longestText } from '../participants/participant.ts';
import type { Decision } from './report.ts';
import { addEvent, move, type Report } from './store.ts';
import { tellDecided, tellingOfDecision } from './tell-decided.ts';

const kinds = { accept: 'accepted', return: 'returned', reopen: 'reopened' } as const;

export interface Deciding {
  readonly decision: Decision;
  /** The state and the version that the officer has looked at. */
  readonly state: string;
  readonly version: number;
  /** Mandatory for a return. */
  readonly reason: string;
}

/**
 * Accepts, returns or reopens a report, and tells the unit. Throws `reason-missing`, `reason-too-long`,
 * or `state-changed` when another officer or a newer version came first.
 */
export const decide = async (
  db: Db,
  report: Report,
  { decision, state, version, reason }: Deciding,
  doer: SignedDoer,
): Promise<void> => {
  if (decision === 'return' && reason === '') throw new Problem('reason-missing', 'reason');
  if (reason.length > longestText)
    throw new Problem('reason-too-long', 'reason', { most: longestText });
  if (state !== report.state) throw new Problem('state-changed');
  const telling = await tellingOfDecision(db, report, version);
  await inTransaction(db, async (tx) => {
    if (!(await move(tx, report, decision, { lastVersion: version }, doer.at)))
      throw new Problem('state-changed');
    const decided = { kind: kinds[decision], version, reason: reason === '' ? null : reason };
    const event = await addEvent(tx, report.id, decided, doer);
    await record(tx, doer, `report.${kinds[decision]}`, report.id, { version });
    await tellDecided(tx, telling, { report, decision, reason, event }, doer);
  });
};
