import type { Db } from '../db/schema.ts';

/** Every report of one unit with its campaign, the newest campaign first. */
export const reportsOfUnit = (db: Db, unitId: string) =>
  db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .select(['report.id', 'report.state', 'report.last_version as lastVersion'])
    .select(['campaign.code as campaignCode', 'campaign.title as campaign'])
    .select('campaign.closed_at as closedAt')
    .where('report.unit_id', '=', unitId)
    .orderBy('campaign.created_at', 'desc')
    .orderBy('campaign.code')
    .execute();

/** A report as the page of its unit lists it. */
export type ReportOfUnit = Awaited<ReturnType<typeof reportsOfUnit>>[number];
