import type { Db } from '../db/schema.ts';
import { decisionsOf } from './decisions-store.ts';
import { present, stands, verdictsOf } from './standing.ts';
import { claimingReports } from './store.ts';

/** A row of a unit's list whose person counts in another unit. */
export interface Elsewhere {
  readonly categoryId: string;
  /** Name of the unit where the person counts. */
  readonly unit: string;
  /** Of the row in the unit's last version, from 1. */
  readonly position: number;
}

/**
 * By the unit's id: who of its list counts in another unit, as decided now or by the instant `asOf`
 * over what was sent by then.
 */
export const countedElsewhere = async (
  db: Db,
  campaignId: string,
  asOf?: string,
): Promise<ReadonlyMap<string, readonly Elsewhere[]>> => {
  const scope = { campaignId, ...(asOf !== undefined && { asOf }) };
  const decisions = (await decisionsOf(db, scope)).filter(
    (decision) => decision.verdict === 'same' && stands(decision),
  );
  const verdicts = verdictsOf(decisions);
  const rows = decisions.flatMap(present);
  const reports = await claimingReports(
    db,
    rows.map(({ reportId }) => reportId),
  );
  const found = new Map<string, Map<number, Elsewhere>>();
  for (const row of rows) {
    const unitId = reports.get(row.reportId)?.unitId;
    const unit = reports.get(verdicts.countsIn(row) ?? '')?.unitName;
    if (!unitId || !unit || !row.now) continue;
    const { categoryId } = row.now;
    const own = found.get(unitId) ?? new Map<number, Elsewhere>();
    found.set(unitId, own.set(row.position, { categoryId, unit, position: row.position }));
  }
  return new Map([...found].map(([unitId, own]) => [unitId, [...own.values()]]));
};
