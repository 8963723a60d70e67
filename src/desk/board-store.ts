import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Campaign } from '../campaigns/campaign.ts';
import { builtOnce } from '../db/built-once.ts';
import type { Db, Tables } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';
import { lacksSignedCopy } from '../signed/asked-store.ts';
import { type BoardFit, type BoardOrder, type BoardQuery, soonSeconds } from './board-query.ts';

/** What the board is asked for: the campaign and the instant that tells what is overdue. */
export interface BoardOf {
  readonly campaign: Pick<Campaign, 'id' | 'deadlineAt'>;
  readonly now: string;
}

/** A page of the board: `most` units after the first `from`. */
export interface BoardPart {
  readonly from: number;
  readonly most: number;
}

/** The board's rows: one for each unit, with the figures of its last version. */
export const boardRows = (db: Db, of: BoardOf, query: BoardQuery, { from, most }: BoardPart) =>
  kept(rowQueries, query, rowsQuery)(db, most, from, ...valuesOf(of, query));

/** How many units the board has on all its pages. */
export const boardCount = async (db: Db, of: BoardOf, query: BoardQuery): Promise<number> => {
  const plain = { ...query, order: 'can-lam', descending: false } as const;
  const [counted] = await kept(countQueries, plain, countQuery)(db, ...valuesOf(of, query));
  return counted?.units ?? 0;
};

export type BoardReport = Awaited<ReturnType<typeof boardRows>>[number];

/** One query for each combination of filters and order that somebody has asked for: some hundreds at most. */
const rowQueries = new Map<string, ReturnType<typeof rowsQuery>>();
const countQueries = new Map<string, ReturnType<typeof countQuery>>();

const kept = <T>(queries: Map<string, T>, query: BoardQuery, make: (query: BoardQuery) => T): T => {
  const { search, group, ...shape } = query;
  const key = JSON.stringify([shape, search !== '', group !== '']);
  const known = queries.get(key) ?? make(query);
  queries.set(key, known);
  return known;
};

type Values = [
  campaignId: string,
  deadline: string,
  now: string,
  soon: string,
  pattern: string,
  group: string,
];

/** The search text as it stands, not as a pattern: `%` finds a percent sign. */
const valuesOf = ({ campaign, now }: BoardOf, { search, group }: BoardQuery): Values => [
  campaign.id,
  campaign.deadlineAt,
  now,
  addSeconds(now, soonSeconds),
  `%${search.replace(/[!%_]/g, '!$&')}%`,
  group,
];

const countQuery = (query: BoardQuery) =>
  builtOnce((db, ...values: Values) =>
    fitting(db, query, values).select(sql<number>`cast(count(*) as integer)`.as('units')),
  );

/** First which units and in which order, then what is shown of them: sorting whole rows takes twice as long. */
const rowsQuery = (query: BoardQuery) =>
  builtOnce((db, most: number, from: number, ...values: Values) => {
    const direction = query.descending ? sql`desc` : sql`asc`;
    const keys = query.order === 'can-lam' ? needOrder(values) : [columns[query.order]];
    const placed = fitting(db, query, values).innerJoin(
      'unit_group',
      'unit_group.id',
      'unit.group_id',
    );
    let shown = placed.select([
      'report.id as reportId',
      placeOf.as('place'),
      ...keys.map((key, index) => key.as(`key${index}`)),
    ]);
    for (const index of keys.keys())
      shown = shown.orderBy(sql`${sql.ref(`key${index}`)} ${direction} nulls last`);
    shown = shown.orderBy('place').limit(most).offset(from);
    let rows = describing(db.selectFrom(shown.as('shown')));
    for (const index of keys.keys())
      rows = rows.orderBy(sql`${sql.ref(`shown.key${index}`)} ${direction} nulls last`);
    return rows.orderBy('shown.place');
  });

type Shown = SelectQueryBuilder<
  Tables & { shown: { reportId: string; place: number } },
  'shown',
  object
>;

const describing = (shown: Shown) =>
  shown
    .innerJoin('report', 'report.id', 'shown.reportId')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit.code', 'unit.name', 'unit_group.name as group', 'report.state'])
    .select(['report.extended_until as extendedUntil', 'report.last_version as lastVersion'])
    .select(['report.last_headcount as headcount', 'report.last_participants as participants'])
    .select(['report.last_sent_at as sentAt', 'report.last_due_at as dueAt'])
    .select(sql<number>`case when ${lacksSignedCopy} then 1 else 0 end`.as('unsigned'));

const fitting = (db: Db, query: BoardQuery, values: Values) => {
  const [campaignId, , , , pattern, group] = values;
  let rows = db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('report.campaign_id', '=', campaignId);
  if (query.search !== '')
    rows = rows.where(sql<boolean>`unit.search_name like ${pattern} escape '!'`);
  if (query.group !== '')
    rows = rows.where('unit.group_id', '=', (where) =>
      where.selectFrom('unit_group').select('id').where('code', '=', group),
    );
  return query.fit ? rows.where(conditions[query.fit](values)) : rows;
};

/** Until when a unit is on time: the later of the deadline and its extension. */
const due = (deadline: string) => sql`case when report.extended_until > ${deadline}
  then report.extended_until else ${deadline} end`;

const conditions: Record<BoardFit, (values: Values) => RawBuilder<boolean>> = {
  expected: () => sql`report.state <> 'exempt'`,
  exempt: () => sql`report.state = 'exempt'`,
  sent: () => sql`report.last_version > 0`,
  'on time': () => sql`report.last_sent_at < report.last_due_at`,
  late: () => sql`report.last_sent_at >= report.last_due_at`,
  unsigned: () => lacksSignedCopy,
  waiting: () => sql`report.state = 'submitted'`,
  accepted: () => sql`report.state = 'accepted'`,
  returned: () => sql`report.state = 'returned'`,
  'not sent': () => sql`report.last_version = 0 and report.state <> 'exempt'`,
  overdue: ([, deadline, now]) => sql`report.last_version = 0 and report.state <> 'exempt'
    and ${due(deadline)} <= ${now}`,
  'due soon': ([, deadline, now, soon]) => sql`report.last_version = 0
    and report.state <> 'exempt' and ${due(deadline)} > ${now} and ${due(deadline)} <= ${soon}`,
  'being entered': () => sql`report.state = 'draft'`,
};

/**
 * What needs the office first: reports that wait, the longest first; units that have not begun or are
 * overdue, by their own deadline; returned ones, the longest first; drafts; accepted; exempt.
 */
const needOrder = ([, deadline, now]: Values) => [
  sql`case when report.state = 'submitted' then 1
    when report.state = 'not_started' then 2
    when report.state = 'draft' and report.last_version = 0 and ${due(deadline)} <= ${now} then 2
    when report.state = 'returned' then 3 when report.state = 'draft' then 4
    when report.state = 'accepted' then 5 else 6 end`,
  sql`case when report.state in ('submitted', 'returned') then report.state_at
    when report.state in ('not_started', 'draft') then ${due(deadline)} end`,
  sql`case when report.state = 'draft' then 1 else 0 end`,
];

/** In the office's order: one number to sort by takes less than two. */
const placeOf = sql<number>`unit_group.position * 100000 + unit.position`;

const columns: Record<Exclude<BoardOrder, 'can-lam'>, RawBuilder<unknown>> = {
  'don-vi': placeOf,
  nhom: sql`unit_group.position`,
  'tong-so': sql`report.last_headcount`,
  'du-thi': sql`report.last_participants`,
  'ty-le': sql`case when report.last_headcount > 0
    then report.last_participants * 10000 / report.last_headcount end`,
  'trang-thai': sql`case report.state when 'submitted' then 1 when 'returned' then 2
    when 'not_started' then 3 when 'draft' then 4 when 'accepted' then 5 else 6 end`,
  'gui-luc': sql`report.last_sent_at`,
};
