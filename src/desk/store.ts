import { sql } from 'kysely';
import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';
import type { ReportState } from '../reports/report.ts';
import type { BoardOrder, BoardQuery } from './board-query.ts';

/** How many reports of a group are in one state, with and without a version sent. */
export interface Standing {
  readonly group: string;
  readonly groupName: string;
  readonly state: ReportState;
  readonly sent: boolean;
  readonly reports: number;
}

/** The whole campaign in a few lines: reports counted by group, state, and whether anything was sent. */
export const standings = async (db: Db, campaignId: string): Promise<Standing[]> =>
  (await countedReports(db, campaignId)).map((row) => ({ ...row, sent: row.sent === 1 }));

const countedReports = builtOnce((db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit_group.code as group', 'unit_group.name as groupName', 'report.state'])
    .select((row) => [
      sql<number>`case when ${row.ref('report.last_version')} > 0 then 1 else 0 end`.as('sent'),
      sql<number>`cast(count(*) as integer)`.as('reports'),
    ])
    .where('report.campaign_id', '=', campaignId)
    .groupBy(['unit_group.code', 'unit_group.name', 'unit_group.position', 'report.state', 'sent'])
    .orderBy('unit_group.position'),
);

/** The board's rows: one for each unit, with the figures of its last version. */
export const boardRows = (db: Db, campaignId: string, query: BoardQuery) => {
  const { search, group, ...shape } = query;
  const key = JSON.stringify([shape, search !== '', group !== '']);
  const rows = queries.get(key) ?? boardQuery(query);
  queries.set(key, rows);
  return rows(db, campaignId, `%${search.replace(/[!%_]/g, '!$&')}%`, group);
};

/** One query for each combination of filters and order that somebody has asked for: some hundreds at most. */
const queries = new Map<string, ReturnType<typeof boardQuery>>();

const boardQuery = (query: BoardQuery) =>
  builtOnce((db, campaignId: string, pattern: string, group: string) => {
    let rows = everyReport(db, campaignId);
    // The search text as it stands, not as a pattern: `%` finds a percent sign.
    if (query.search !== '')
      rows = rows.where(sql<boolean>`unit.search_name like ${pattern} escape '!'`);
    if (query.group !== '') rows = rows.where('unit_group.code', '=', group);
    if (query.states) rows = rows.where('report.state', 'in', query.states);
    if (query.sent !== undefined) {
      const compare = query.sent ? '>' : '=';
      rows = rows.where('report.last_version', compare, 0);
    }
    const direction = query.descending ? sql`desc` : sql`asc`;
    return rows
      .orderBy(sql`${orderings[query.order]} ${direction} nulls last`)
      .orderBy('unit_group.position')
      .orderBy('unit.position');
  });

export type BoardReport = Awaited<ReturnType<typeof boardRows>>[number];

const orderings: Record<BoardOrder, ReturnType<typeof sql>> = {
  'don-vi': sql`unit_group.position * 100000 + unit.position`,
  nhom: sql`unit_group.position`,
  'tong-so': sql`version.headcount`,
  'du-thi': sql`version.participants`,
  'ty-le': sql`case when version.headcount > 0
    then version.participants * 10000 / version.headcount end`,
  'trang-thai': sql`case report.state when 'submitted' then 1 when 'returned' then 2
    when 'not_started' then 3 when 'draft' then 4 when 'accepted' then 5 else 6 end`,
  'gui-luc': sql`version.sent_at`,
};

const everyReport = (db: Db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .select(['unit.code', 'unit.name', 'unit_group.name as group', 'report.state'])
    .select(['report.extended_until as extendedUntil', 'report.last_version as lastVersion'])
    .select(['version.headcount', 'version.participants', 'version.sent_at as sentAt'])
    .select('version.due_at as dueAt')
    .where('report.campaign_id', '=', campaignId);

/** Whom to call about a unit's report. */
export const contactOf = (db: Db, unitId: string) =>
  db
    .selectFrom('unit')
    .select(['contact_name as name', 'email', 'phone'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
