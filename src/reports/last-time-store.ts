import type { Db } from '../db/schema.ts';
import type { EarlierCount } from './queries.ts';

/** What a unit sent last in the campaign from which its present one was copied. */
export interface LastTime {
  readonly reportId: string;
  readonly version: number;
  readonly campaignId: string;
  readonly campaign: string;
  readonly headcount: number;
  readonly participants: number;
}

/** The last version of the same unit in the campaign that this one was copied from, or `undefined`. */
export const lastTime = (
  db: Db,
  report: { campaignId: string; unitId: string },
): Promise<LastTime | undefined> =>
  db
    .selectFrom('campaign as present')
    .innerJoin('campaign as last', 'last.id', 'present.copied_from_id')
    .innerJoin('report', 'report.campaign_id', 'last.id')
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .select(['report.id as reportId', 'report.last_version as version'])
    .select(['last.id as campaignId', 'last.title as campaign'])
    .select(['version.headcount', 'version.participants'])
    .where('present.id', '=', report.campaignId)
    .where('report.unit_id', '=', report.unitId)
    .where('report.state', '<>', 'exempt')
    .executeTakeFirst();

/** The headcounts in what the same unit sent last in that campaign; empty when there is none. */
export const lastCounts = (
  db: Db,
  report: { campaignId: string; unitId: string },
): Promise<EarlierCount[]> =>
  db
    .selectFrom('campaign as present')
    .innerJoin('report', 'report.campaign_id', 'present.copied_from_id')
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .innerJoin('version_headcount as count', 'count.version_id', 'version.id')
    .innerJoin('campaign_category as category', 'category.id', 'count.category_id')
    .select(['category.code', 'category.name', 'count.headcount'])
    .where('present.id', '=', report.campaignId)
    .where('report.unit_id', '=', report.unitId)
    .where('report.state', '<>', 'exempt')
    .orderBy('count.position')
    .execute();
