import type { CountedElsewhere } from '../appendix/elsewhere.ts';
import type { Db } from '../db/schema.ts';
import { decisionsOf } from './decisions-store.ts';
import { present, stands, verdictsOf } from './standing.ts';
import { claimingReports } from './store.ts';

/**
 * By the unit's id: who of its list counts in another unit, as decided now or by the instant `asOf`
 * over what was sent by then.
 */
export const countedElsewhere = async (
  db: Db,
  campaignId: string,
  asOf?: string,
): Promise<ReadonlyMap<string, readonly CountedElsewhere[]>> => {
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
  const found = new Map<string, Map<number, CountedElsewhere>>();
  for (const row of rows) {
    const unitId = reports.get(row.reportId)?.unitId;
    const unit = reports.get(verdicts.countsIn(row) ?? '')?.unitName;
    if (!unitId || !unit || !row.now) continue;
    const { categoryId } = row.now;
    const own = found.get(unitId) ?? new Map<number, CountedElsewhere>();
    found.set(unitId, own.set(row.position, { categoryId, unit, position: row.position }));
  }
  return new Map([...found].map(([unitId, own]) => [unitId, [...own.values()]]));
};
