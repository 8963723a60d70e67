import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';
import { startsAt } from '../kit/time.ts';
import type { Wanted } from './kind.ts';

/**
 * A text that is equal for two files when both would say the same: kind, campaign, params, the state of
 * the data, and the local day, since files are dated. The state of the data is the newest history entry
 * that changes any, and what the history does not tell: how many reports stand in each state, since when.
 * To be asked before the data are read: a change in between then makes a key that is too old, never one
 * that is too new.
 */
export const keyOf = async (db: Db, wanted: Wanted, now: string): Promise<string> => {
  const { kind, campaignId, params } = wanted;
  const sorted = Object.entries(params).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const { day } = startsAt(now);
  const change = await newestChange(db);
  const reports = await reportsByState(db, campaignId);
  return JSON.stringify([kind.code, campaignId, sorted, day, change, reports]);
};

/** What people do without changing any data. Files are taken as `….exported`. */
const changingNothing = ['account.signed-in', 'account.signed-out', 'link.issued', 'link.spent'];

const newestChange = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('history')
    .select('seq')
    .where('action', 'not in', changingNothing)
    .where('action', 'not like', '%.exported')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
};

const reportsByState = async (db: Db, campaignId: string): Promise<unknown[]> => {
  const rows = await db
    .selectFrom('report')
    .select(['state', sql<number | string>`count(*)`.as('count')])
    .select((row) => row.fn.max('state_at').as('since'))
    .where('campaign_id', '=', campaignId)
    .groupBy('state')
    .orderBy('state')
    .execute();
  return rows.map(({ state, count, since }) => [state, Number(count), since]);
};
