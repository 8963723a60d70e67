import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { longestText } from '../participants/participant.ts';
import { longestRemark, type Remark } from './remark.ts';
import { addRemarks } from './remarks-store.ts';
import type { Decision, ReportEventKind } from './report.ts';
import { addEvent, move, type Report } from './store.ts';
import { tellDecided, tellingOfDecision } from './tell-decided.ts';
import type { VersionFigures } from './version.ts';

/** What a decision is called among the report's events. */
export const decidedAs = {
  accept: 'accepted',
  return: 'returned',
  reopen: 'reopened',
} as const satisfies Record<Decision, ReportEventKind>;

export interface Deciding {
  readonly decision: Decision;
  /** The state and the version that the officer has looked at. */
  readonly state: string;
  readonly version: number;
  /** Mandatory for a return. */
  readonly reason: string;
  /** What is written beside single rows of the version that is returned. */
  readonly remarks?: readonly Pick<Remark, 'row' | 'text'>[];
}

/**
 * Accepts, returns or reopens a report, and tells the unit. Throws `reason-missing`, `reason-too-long`,
 * `remark-too-long`, or `state-changed` when another officer or a newer version came first.
 */
export const decide = async (
  db: Db,
  report: Report,
  { decision, state, version, reason, remarks = [] }: Deciding,
  doer: SignedDoer,
): Promise<void> => {
  if (decision === 'return' && reason === '') throw new Problem('reason-missing', 'reason');
  if (reason.length > longestText)
    throw new Problem('reason-too-long', 'reason', { most: longestText });
  refuseLong(remarks);
  if (state !== report.state) throw new Problem('state-changed');
  const telling = await tellingOfDecision(db, report, version);
  refuseOtherRows(remarks, telling.version);
  const kind = decidedAs[decision];
  await inTransaction(db, async (tx) => {
    if (!(await move(tx, report, decision, { lastVersion: version }, doer.at)))
      throw new Problem('state-changed');
    const decided = { kind, version, reason: reason === '' ? null : reason };
    const event = await addEvent(tx, report.id, decided, doer);
    await addRemarks(tx, report.id, event, remarks);
    const rows = remarks.length > 0 ? { remarks: remarks.length } : {};
    await record(tx, doer, `report.${kind}`, report.id, { version, ...rows });
    await tellDecided(tx, telling, { report, decision, reason, remarks, event }, doer);
  });
};

type Remarks = NonNullable<Deciding['remarks']>;

const refuseLong = (remarks: Remarks): void => {
  const long = remarks.find(({ text }) => text.length > longestRemark);
  if (long)
    throw new Problem('remark-too-long', `remark-${long.row}`, {
      row: long.row,
      most: longestRemark,
    });
};

/** The page offers only rows that the version has. */
const refuseOtherRows = (remarks: Remarks, { counts }: VersionFigures): void => {
  const rows = counts.reduce((sum, { participants }) => sum + participants, 0);
  if (remarks.some(({ row }) => row < 1 || row > rows)) throw new Problem('form-unreadable');
};
