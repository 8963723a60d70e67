import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';

/** A report that the office has not looked at yet. */
export interface WaitingReport {
  readonly code: string;
  readonly unit: string;
}

/** The reports of a campaign that wait for the office, the longest waiting first. */
export const waitingReports = (db: Db, campaignId: string): Promise<WaitingReport[]> =>
  waitingRows(db, campaignId);

const waitingRows = builtOnce((db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit.code', 'unit.name as unit'])
    .where('report.campaign_id', '=', campaignId)
    .where('report.state', '=', 'submitted')
    .orderBy('report.state_at')
    .orderBy('unit_group.position')
    .orderBy('unit.position'),
);

/** The state of the report that a unit owes in a campaign, with the unit's name; `undefined` when it owes none. */
export const owedReport = (db: Db, campaignId: string, code: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['report.state', 'unit.name as unit'])
    .where('report.campaign_id', '=', campaignId)
    .where('unit.code', '=', code)
    .executeTakeFirst();

/** How many reports of a campaign an officer has accepted and returned since an instant. */
export const decidedSince = async (
  db: Db,
  campaignId: string,
  accountId: string,
  since: string,
): Promise<{ accepted: number; returned: number }> => {
  const rows = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.id', 'report_event.report_id')
    .select('report_event.kind')
    .where('report.campaign_id', '=', campaignId)
    .where('report_event.account_id', '=', accountId)
    .where('report_event.at', '>=', since)
    .where('report_event.kind', 'in', ['accepted', 'returned'])
    .execute();
  const accepted = rows.filter(({ kind }) => kind === 'accepted').length;
  return { accepted, returned: rows.length - accepted };
};
