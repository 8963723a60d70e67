import { claimedReports } from '../claims/found-store.ts';
import type { Db } from '../db/schema.ts';
import type { Waiting } from './concerns.ts';

/** A waiting report with what speaks against accepting it unseen. */
export interface WaitingInDetail extends Waiting {
  readonly code: string;
  readonly unit: string;
  readonly version: number;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly headcount: number;
  readonly participants: number;
}

/** The reports of a campaign that wait for the office, the longest waiting first. */
export const waitingInDetail = async (db: Db, campaignId: string): Promise<WaitingInDetail[]> => {
  const claimed = await claimedReports(db, campaignId);
  const returned = await returnedOnce(db, campaignId);
  return (await waitingRows(db, campaignId)).map(
    ({ id, confirmed, explanations, deactivatedAt, ...row }) => ({
      ...row,
      confirmed: JSON.parse(confirmed).length,
      explained: JSON.parse(explanations).length,
      isClaimedElsewhere: claimed.has(id),
      wasReturned: returned.has(id),
      isUnitInUse: deactivatedAt === null,
    }),
  );
};

const waitingRows = (db: Db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .select(['report.id', 'unit.code', 'unit.name as unit'])
    .select(['unit.deactivated_at as deactivatedAt', 'version.number as version'])
    .select(['version.sent_at as sentAt', 'version.due_at as dueAt', 'version.headcount'])
    .select(['version.participants', 'version.nobody_reason as nobodyReason'])
    .select(['version.confirmed', 'version.explanations'])
    .where('report.campaign_id', '=', campaignId)
    .where('report.state', '=', 'submitted')
    .orderBy('report.state_at')
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();

const returnedOnce = async (db: Db, campaignId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.id', 'report_event.report_id')
    .select('report.id')
    .distinct()
    .where('report.campaign_id', '=', campaignId)
    .where('report.state', '=', 'submitted')
    .where('report_event.kind', '=', 'returned')
    .execute();
  return new Set(rows.map(({ id }) => id));
};
