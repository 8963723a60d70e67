import { dueAt } from '../campaigns/campaign.ts';
import type { Db } from '../db/schema.ts';

/** A report that a unit owes and has not sent, in a campaign that still takes it. */
export interface OpenDeadline {
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  readonly campaignTitle: string;
  /** The first instant that is late for the unit. */
  readonly dueAt: string;
}

/** What these units still have to send in time, the nearest deadline first. */
export const openDeadlines = async (
  db: Db,
  unitIds: readonly string[],
  now: string,
): Promise<OpenDeadline[]> => {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['unit.id as unitId', 'unit.name as unitName', 'report.id as reportId'])
    .select(['campaign.title as campaignTitle', 'campaign.deadline_at as deadlineAt'])
    .select('report.extended_until as extendedUntil')
    .where('report.unit_id', 'in', unitIds)
    .where('report.state', 'in', ['not_started', 'draft', 'returned'])
    .where((where) =>
      where.or([where('campaign.closed_at', 'is', null), where('campaign.closed_at', '>', now)]),
    )
    .execute();
  return rows
    .map(({ deadlineAt, extendedUntil, ...row }) => ({
      ...row,
      dueAt: dueAt({ deadlineAt }, extendedUntil),
    }))
    .filter((row) => row.dueAt > now)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
};
