import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Reports of one campaign that have never been sent and whose units have the same time for it. */
export interface WaitingGroup {
  readonly campaignId: string;
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly closedAt: string | null;
  readonly extendedUntil: string | null;
  /** When the extension was given; `null` where there is none. */
  readonly extendedAt: string | null;
  readonly units: number;
}

/**
 * The reports that have never been sent, in campaigns that have opened, gathered by the time that their
 * units have. Those whose deadline lies before `overBefore` are left out.
 */
export const waitingGroups = (
  db: Db,
  { now, overBefore }: { readonly now: string; readonly overBefore: string },
): Promise<WaitingGroup[]> =>
  unsent(db)
    .select(['campaign.id as campaignId', 'campaign.opens_at as opensAt'])
    .select(['campaign.deadline_at as deadlineAt', 'campaign.closed_at as closedAt'])
    .select(sql<number>`cast(count(*) as integer)`.as('units'))
    .where('campaign.opens_at', '<=', now)
    .where((where) =>
      where.or([
        where('campaign.deadline_at', '>=', overBefore),
        where('report.extended_until', '>=', overBefore),
      ]),
    )
    .groupBy(['campaign.id', 'campaign.opens_at', 'campaign.deadline_at', 'campaign.closed_at'])
    .groupBy(['report.extended_until', 'extension.at'])
    .execute();

const unsent = (db: Db) =>
  db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .leftJoin(
      (extension) =>
        extension
          .selectFrom('report_event')
          .select('report_id')
          .select((row) => row.fn.max('at').as('at'))
          .where('kind', '=', 'extended')
          .groupBy('report_id')
          .as('extension'),
      (on) => on.onRef('extension.report_id', '=', 'report.id'),
    )
    .select(['report.extended_until as extendedUntil', 'extension.at as extendedAt'])
    .where('report.last_version', '=', 0)
    .where('report.state', '!=', 'exempt');

/** A unit to be reminded of its report. */
export interface WaitingUnit {
  readonly reportId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly state: 'not_started' | 'draft' | 'returned';
  /** 1: it has had a reminder of the plan for this deadline; 0: none yet. */
  readonly reminded: number;
}

/** What every occasion of a reminder of the plan begins with, up to the address. */
export const occasionOf = (reportId: string, at: string): string => `reminder:${reportId}:${at}:`;

/**
 * The units of a group that have no mail yet for the moment `at`, in an order that is always the same,
 * so that two processes that write at once never wait for each other. `since`: when their dates were set.
 */
export const unremindedUnits = (
  db: Db,
  group: Pick<WaitingGroup, 'campaignId' | 'extendedUntil' | 'extendedAt'>,
  { at, since }: { readonly at: string; readonly since: string },
): Promise<WaitingUnit[]> => {
  const { campaignId, extendedUntil, extendedAt } = group;
  const mailed = sql`select 1 from mail where mail.campaign_id = report.campaign_id
    and mail.unit_id = report.unit_id and mail.kind = 'reminder'`;
  const start = sql`'reminder:' || report.id || ':'`;
  return unsent(db)
    .clearSelect()
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['report.id as reportId', 'unit.id as unitId', 'unit.code', 'unit.name'])
    .select(sql<WaitingUnit['state']>`report.state`.as('state'))
    .select(
      sql<number>`case when exists (${mailed} and mail.occasion like ${start} || '%'
        and mail.created_at >= ${since}) then 1 else 0 end`.as('reminded'),
    )
    .where('campaign.id', '=', campaignId)
    .where('report.extended_until', extendedUntil === null ? 'is' : '=', extendedUntil)
    .where('extension.at', extendedAt === null ? 'is' : '=', extendedAt)
    .where(sql<boolean>`not exists (${mailed} and mail.occasion like ${start} || ${`${at}:%`})`)
    .orderBy('report.id')
    .execute();
};
