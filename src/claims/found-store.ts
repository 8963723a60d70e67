import { sql } from 'kysely';
import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';
import type { Case } from './cases.ts';
import { decisionsOf } from './decisions-store.ts';
import { FoundCases } from './found-cases.ts';
import { verdictsOf } from './standing.ts';
import { claimsIn, lastVersionIds } from './store.ts';

/**
 * Every case of a campaign that is not decided yet. They are kept, and brought up to date when something
 * was sent or decided: what is kept is named by numbers that each of these moves. Whoever asks
 * meanwhile waits for the one before.
 */
export const openCases = async (db: Db, campaignId: string): Promise<readonly Case[]> => {
  const kept = memories.get(db) ?? new Map<string, Promise<Kept>>();
  memories.set(db, kept);
  const before = kept.get(campaignId);
  if (!before && kept.size >= mostKept) kept.clear();
  // After a failure nothing is known any more.
  const next = (before ?? nothingKept)
    .catch(() => undefined)
    .then((known) => upToDate(db, campaignId, known));
  kept.set(campaignId, next);
  return (await next).cases;
};

const upToDate = async (db: Db, campaignId: string, known: Kept | undefined): Promise<Kept> => {
  // Read first: whatever comes while the rest is read moves it, and is followed the next time.
  const mark = JSON.stringify(await marks(db, campaignId));
  if (known?.mark === mark) return known;
  const found = known?.found ?? new FoundCases();
  const decisions = await decisionsOf(db, { campaignId, undoneToo: true });
  const versions = await lastVersionIds(db, campaignId);
  found.follow({
    versions,
    added: await claimsIn(db, campaignId, found.unknown(versions)),
    decided: decisions.flatMap(({ persons }) => persons.map(({ nameKey }) => nameKey)),
    settled: verdictsOf(decisions.filter(({ undoneAt }) => undoneAt === null)).settled,
  });
  return { mark, found, cases: found.cases };
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
  readonly found: FoundCases;
  readonly cases: readonly Case[];
}

const mostKept = 4;
const nothingKept = Promise.resolve(undefined);
const memories = new WeakMap<Db, Map<string, Promise<Kept>>>();

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
