import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { decideClaim } from './decide.ts';
import type { SeenRow } from './store.ts';

/** What became of the cases of a list that were said to be different people. */
export interface DecidedApart {
  readonly decided: number;
  /** Not decided: a unit has sent anew, or somebody else was faster. */
  readonly leftOut: number;
}

/**
 * Decides each of these cases, given as its rows, to be different people: each as a decision of its own
 * that can be undone by itself. Throws `claims-unticked` when there is none.
 */
export const decideApart = async (
  db: Db,
  campaignId: string,
  cases: readonly (readonly SeenRow[])[],
  doer: SignedDoer,
): Promise<DecidedApart> => {
  if (cases.length === 0) throw new Problem('claims-unticked', 'cases');
  let decided = 0;
  for (const rows of cases) if (await isDecided(db, campaignId, rows, doer)) decided += 1;
  return { decided, leftOut: cases.length - decided };
};

const isDecided = async (
  db: Db,
  campaignId: string,
  rows: readonly SeenRow[],
  doer: SignedDoer,
): Promise<boolean> => {
  const choice = { verdict: 'different', countedReportId: null } as const;
  try {
    // Only cases without any decision stand on the list.
    await decideClaim(db, campaignId, { rows, ticked: rows, settled: '', choice }, doer);
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal;
    return false;
  }
};
