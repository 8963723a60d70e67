import { sql } from 'kysely';
import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';
import type { ReportState } from '../reports/report.ts';
import { soonSeconds } from './board-query.ts';
import type { BoardOf } from './board-store.ts';

/** How many reports of a group are alike in their state, in what was sent, and in what is due. */
export interface Standing {
  readonly group: string;
  readonly groupName: string;
  readonly state: ReportState;
  /** A version was ever sent, and the last one came late. */
  readonly sent: boolean;
  readonly late: boolean;
  /** Nothing was sent, and the unit's own deadline is over or near; an exempt unit has none. */
  readonly due: 'over' | 'soon' | null;
  /** When the first of them came into its state. */
  readonly since: string;
  readonly reports: number;
}

/** The whole campaign in a few lines. */
export const standings = async (db: Db, { campaign, now }: BoardOf): Promise<Standing[]> => {
  const soon = addSeconds(now, soonSeconds);
  const rows = await countedReports(db, campaign.id, campaign.deadlineAt, now, soon);
  return rows.map(({ sent, late, over, soon: near, ...row }) => ({
    ...row,
    sent: sent === 1,
    late: late === 1,
    due: over === 1 ? 'over' : near === 1 ? 'soon' : null,
  }));
};

const countedReports = builtOnce(
  (db, campaignId: string, deadline: string, now: string, soon: string) =>
    db
      .selectFrom('report')
      .innerJoin('unit', 'unit.id', 'report.unit_id')
      .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
      .leftJoin('version', (on) =>
        on
          .onRef('version.report_id', '=', 'report.id')
          .onRef('version.number', '=', 'report.last_version'),
      )
      .select(['unit_group.code as group', 'unit_group.name as groupName', 'report.state'])
      .select([
        sql<number>`case when report.last_version > 0 then 1 else 0 end`.as('sent'),
        sql<number>`case when version.sent_at >= version.due_at then 1 else 0 end`.as('late'),
        dueBy(deadline, now).as('over'),
        dueBy(deadline, soon).as('soon'),
        sql<string>`min(report.state_at)`.as('since'),
        sql<number>`cast(count(*) as integer)`.as('reports'),
      ])
      .where('report.campaign_id', '=', campaignId)
      .groupBy(['unit_group.code', 'unit_group.name', 'unit_group.position', 'report.state'])
      .groupBy(['sent', 'late', 'over', 'soon'])
      .orderBy('unit_group.position'),
);

const dueBy = (deadline: string, instant: string) =>
  sql<number>`case when report.last_version = 0 and report.state <> 'exempt'
    and ${deadline} <= ${instant}
    and (report.extended_until is null or report.extended_until <= ${instant}) then 1 else 0 end`;

/** Units whose first version came in one hour, `YYYY-MM-DDThh` in UTC; hours without any are left out. */
export interface SentHour {
  readonly hour: string;
  readonly units: number;
}

/** When the units of a campaign sent for the first time, by the hour. */
export const firstSendings: (db: Db, campaignId: string) => Promise<SentHour[]> = builtOnce(
  (db, campaignId: string) =>
    db
      .selectFrom('report')
      .innerJoin('version', (on) =>
        on.onRef('version.report_id', '=', 'report.id').on('version.number', '=', 1),
      )
      .select([
        sql<string>`substr(version.sent_at, 1, 13)`.as('hour'),
        sql<number>`cast(count(*) as integer)`.as('units'),
      ])
      .where('report.campaign_id', '=', campaignId)
      .groupBy('hour')
      .orderBy('hour'),
);

/** Whom to call about a unit's report. */
export const contactOf = (db: Db, unitId: string) =>
  db
    .selectFrom('unit')
    .select(['contact_name as name', 'email', 'phone'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
