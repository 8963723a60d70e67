import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** The last version of each unit that has sent, in the office's order, with what its signed copy comes to. */
export const sentVersions = (db: Db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('signed_copy', 'signed_copy.version_id', 'version.id')
    .select(['report.id as reportId', 'version.id as versionId', 'version.number as version'])
    .select(['version.sent_at as sentAt', 'unit.code as unit'])
    .select('unit_group.code as group')
    .select((row) => [
      sql<number>`coalesce(${row.ref('signed_copy.files')}, 0)`.as('files'),
      sql<number>`coalesce(${row.ref('signed_copy.size')}, 0)`.as('size'),
    ])
    .where('report.campaign_id', '=', campaignId)
    .where('report.state', '!=', 'exempt')
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();

export type SentVersion = Awaited<ReturnType<typeof sentVersions>>[number];
