import { type RawBuilder, sql } from 'kysely';
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

/** The whole campaign in a few lines, in the order of the groups. */
export const standings = async (db: Db, { campaign, now }: BoardOf): Promise<Standing[]> => {
  const soon = addSeconds(now, soonSeconds);
  const rows = await countedReports(db, campaign.id, campaign.deadlineAt, now, soon);
  return rows.map(({ sent, time, ...row }) => ({
    ...row,
    sent: sent === 1,
    late: time === 'late',
    due: time === 'over' || time === 'soon' ? time : null,
  }));
};

/** Counted first and named afterwards: the fewer columns a count goes by, the faster it is. */
const countedReports = builtOnce(
  (db, campaignId: string, deadline: string, now: string, soon: string) =>
    db
      .selectFrom(countedByGroup(db, campaignId, dueTime(deadline, now, soon)).as('counted'))
      .innerJoin('unit_group', 'unit_group.id', 'counted.group_id')
      .select(['unit_group.code as group', 'unit_group.name as groupName'])
      .select(['counted.state', 'counted.sent', 'counted.time', 'counted.since', 'counted.reports'])
      .orderBy('unit_group.position'),
);

const countedByGroup = (db: Db, campaignId: string, time: RawBuilder<string>) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['unit.group_id', 'report.state'])
    .select([
      sql<number>`case when report.last_version > 0 then 1 else 0 end`.as('sent'),
      time.as('time'),
      sql<string>`min(report.state_at)`.as('since'),
      sql<number>`cast(count(*) as integer)`.as('reports'),
    ])
    .where('report.campaign_id', '=', campaignId)
    .groupBy(['unit.group_id', 'report.state', 'sent', 'time']);

/** One word about time: `late` of what was sent, `over` or `soon` of what was not. */
const dueTime = (deadline: string, now: string, soon: string) => sql<string>`case
  when report.last_sent_at >= report.last_due_at then 'late'
  when report.last_version > 0 or report.state = 'exempt' then ''
  when ${dueBy(deadline, now)} then 'over' when ${dueBy(deadline, soon)} then 'soon' else '' end`;

const dueBy = (deadline: string, instant: string) => sql`${deadline} <= ${instant}
  and (report.extended_until is null or report.extended_until <= ${instant})`;

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
