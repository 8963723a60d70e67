import { sql } from 'kysely';
import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';
import { type Case, casesIn } from './cases.ts';
import { decisionsOf } from './decisions-store.ts';
import { verdictsOf } from './standing.ts';
import { lastSentClaims } from './store.ts';

/**
 * Every case of a campaign that is not decided yet. Made anew only when something was sent or decided:
 * what is kept is named by numbers that each of these moves.
 */
export const openCases = async (db: Db, campaignId: string): Promise<readonly Case[]> => {
  const kept = memories.get(db) ?? new Map<string, Kept>();
  memories.set(db, kept);
  const mark = JSON.stringify(await marks(db, campaignId));
  const known = kept.get(campaignId);
  if (known?.mark === mark) return known.cases;
  const verdicts = verdictsOf(await decisionsOf(db, { campaignId }));
  const cases = casesIn(await lastSentClaims(db, campaignId), verdicts.settled);
  if (kept.size >= mostKept) kept.clear();
  kept.set(campaignId, { mark, cases });
  return cases;
};

/** Ids of the reports that stand in a case which waits for a decision, unlikely ones left out. */
export const claimedReports = async (db: Db, campaignId: string): Promise<ReadonlySet<string>> => {
  const cases = (await openCases(db, campaignId)).filter(
    ({ likelihood }) => likelihood !== 'unlikely',
  );
  return new Set(cases.flatMap(({ rows }) => rows.map(({ reportId }) => reportId)));
};

/** How many cases wait for a decision, without those that are unlikely. One small query while nothing changes. */
export const openCount = async (db: Db, campaignId: string): Promise<number> =>
  (await openCases(db, campaignId)).filter(({ likelihood }) => likelihood !== 'unlikely').length;

interface Kept {
  readonly mark: string;
  readonly cases: readonly Case[];
}

const mostKept = 4;
const memories = new WeakMap<Db, Map<string, Kept>>();

/** Versions only come, decisions only come and are undone: sums of these never stand twice. */
const marks = builtOnce((db, campaignId: string) =>
  db
    .selectFrom('report')
    .select([
      sql<number>`cast(coalesce(sum(report.last_version), 0) as integer)`.as('versions'),
      sql<number>`cast(count(case when report.state = 'exempt' then 1 end) as integer)`.as(
        'exempt',
      ),
    ])
    .select((report) => [
      report
        .selectFrom('claim_decision')
        .select(sql<number>`cast(count(*) + count(undone_at) as integer)`.as('changes'))
        .where('claim_decision.campaign_id', '=', campaignId)
        .as('changes'),
    ])
    .where('report.campaign_id', '=', campaignId),
);
