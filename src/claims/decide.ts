import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { Claim } from './cases.ts';
import { decisionsOf } from './decisions-store.ts';
import { type Choice, rowToken, type SeenCase, settledAmong } from './seen-case.ts';
import { verdictsOf } from './standing.ts';
import { addDecision, newDecisionId, rowsStillThere } from './store.ts';
import { tellClaimDecided } from './tell-claim-decided.ts';

/** What became of a decision, kept or undone. */
export interface Decided {
  readonly decisionId: string;
  /** Of one person: the reports whose row does not count, or did not. */
  readonly otherReportIds: readonly string[];
}

type Row = Claim & { readonly part: number };

/**
 * Keeps what an officer decided about rows that may be one person. Throws `claim-unchosen`,
 * `claim-rows-too-few`, `claim-unit-unticked`; `claim-rows-changed` when a unit has sent anew, and
 * `claim-decided-meanwhile` when a colleague was faster.
 */
export const decideClaim = async (
  db: Db,
  campaignId: string,
  seen: SeenCase,
  doer: SignedDoer,
): Promise<Decided> => {
  const { choice } = seen;
  if (!choice) throw new Problem('claim-unchosen', 'decision');
  if (seen.ticked.length < 2) throw new Problem('claim-rows-too-few', 'decision');
  const decisionId = newDecisionId();
  return inTransaction(db, async (tx) => {
    const details = { verdict: choice.verdict, rows: seen.ticked.length };
    // First of all: it lines up officers who decide at once, so that the later one sees the earlier.
    await record(tx, doer, 'claim.decided', decisionId, details);
    const rows = await rowsToDecide(tx, campaignId, seen);
    refuseUnfit(rows, choice);
    await addDecision(tx, decisionId, { campaignId, ...choice, rows }, doer);
    const { countedReportId } = choice;
    if (countedReportId !== null)
      await tellClaimDecided(tx, { decisionId, campaignId, countedReportId, rows }, doer);
    return { decisionId, otherReportIds: othersOf(rows, choice.countedReportId) };
  });
};

/** The ticked rows, if everything is as the officer saw it. */
const rowsToDecide = async (tx: Tx, campaignId: string, seen: SeenCase): Promise<Row[]> => {
  const rows = await rowsStillThere(tx, campaignId, seen.rows);
  if (rows.length < seen.rows.length) throw new Problem('claim-rows-changed');
  const { settled } = verdictsOf(await decisionsOf(tx, { campaignId }));
  if (settledAmong(rows, settled) !== seen.settled) throw new Problem('claim-decided-meanwhile');
  const ticked = new Set(seen.ticked.map(rowToken));
  return rows.filter((row) => ticked.has(rowToken(row)));
};

const refuseUnfit = (rows: readonly Row[], { verdict, countedReportId }: Choice): void => {
  const [first] = rows;
  const isOfOne = rows.every(({ reportId }) => reportId === first?.reportId);
  const isOnePart = rows.every(({ part }) => part === first?.part);
  if (isOfOne || (verdict === 'different' && isOnePart))
    throw new Problem('claim-rows-too-few', 'decision');
  if (verdict === 'same' && !rows.some(({ reportId }) => reportId === countedReportId))
    throw new Problem('claim-unit-unticked', 'decision');
};

const othersOf = (rows: readonly Row[], counted: string | null): string[] =>
  counted === null
    ? []
    : [...new Set(rows.map(({ reportId }) => reportId))].filter((id) => id !== counted);
