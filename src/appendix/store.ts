import { SqliteAdapter, sql } from 'kysely';
import { countedElsewhere } from '../claims/counted-store.ts';
import type { Db } from '../db/schema.ts';
import { romanNumeral } from '../kit/roman.ts';
import type { ReportEventKind } from '../reports/report.ts';
import { type DutyChange, type DutyThen, dutyBefore, stateThen } from './as-of.ts';
import type { AppendixGroup, AppendixUnit, SentVersion } from './consolidate.ts';
import { type CountedElsewhere, countedHere } from './elsewhere.ts';
import type { Person } from './people-sheet.ts';

/**
 * Runs the reads of `work` on one state of the data, however much is sent meanwhile. Takes no write
 * lock: a deferred transaction on SQLite (its readers never stop a writer), a read-only snapshot on
 * PostgreSQL.
 */
export const inSnapshot = <T>(db: Db, work: (snapshot: Db) => Promise<T>): Promise<T> =>
  db.connection().execute(async (snapshot) => {
    const onSqlite = snapshot.getExecutor().adapter instanceof SqliteAdapter;
    const begin = onSqlite ? 'begin deferred' : 'begin isolation level repeatable read read only';
    await sql.raw(begin).execute(snapshot);
    try {
      return await work(snapshot);
    } finally {
      await sql.raw('rollback').execute(snapshot);
    }
  });

/**
 * Every unit that owes a report in the campaign, by group, in the office's order, with the counts
 * of its last sent version, without people whom the office counts in another unit.
 *
 * With `asOf` (UTC ISO text): as it stood at that moment. Who owed, what was sent and in which state a
 * report was are those of then; names, contacts, groups and their order are those of now.
 */
export const groupsOfAppendix = async (
  db: Db,
  campaignId: string,
  asOf?: string,
): Promise<AppendixGroup[]> => {
  const duty = asOf === undefined ? asNow : dutyBefore(await changesSince(db, campaignId, asOf));
  const groups = new Map<string, { code: string; name: string; units: AppendixUnit[] }>();
  const countsOf = new Map<string, SentVersion['counts'][number][]>();
  for (const row of await unitRows(db, campaignId, duty.more, asOf)) {
    if (duty.notYet.has(row.unitCode) && !owedBy(row, asOf)) continue;
    const group = groups.get(row.groupId) ?? {
      code: romanNumeral(groups.size + 1),
      name: row.groupName,
      units: [],
    };
    groups.set(row.groupId, group);
    const counts = countsOf.get(row.id) ?? [];
    if (!countsOf.has(row.id)) group.units.push(unitFrom(row, counts, asOf));
    countsOf.set(row.id, counts);
    const { categoryId, headcount, participants } = row;
    if (categoryId !== null && headcount !== null && participants !== null)
      counts.push({ categoryId, headcount, participants });
  }
  const elsewhere = await countedElsewhere(db, campaignId, asOf);
  return [...groups.values()].map((group) => ({
    ...group,
    units: group.units.map((unit) => countedOf(unit, elsewhere.get(unit.id) ?? [])),
  }));
};

/** Rule 9: a person counts once, where the office decided. */
const countedOf = (unit: AppendixUnit, elsewhere: readonly CountedElsewhere[]): AppendixUnit =>
  unit.sent === null || elsewhere.length === 0
    ? unit
    : {
        ...unit,
        sent: { ...unit.sent, elsewhere, counts: countedHere(unit.sent.counts, elsewhere) },
      };

/**
 * The names of the last sent versions of a campaign by unit id, in the order sent, without people who
 * count in another unit; with `asOf`: of those sent by then.
 */
export const peopleOfAppendix = async (
  db: Db,
  campaignId: string,
  asOf?: string,
): Promise<Map<string, Person[]>> => {
  const rows = await db
    .selectFrom('report')
    .innerJoin('version', (join) =>
      join.onRef('version.report_id', '=', 'report.id').on('version.number', '=', lastNumber(asOf)),
    )
    .innerJoin('version_participant as person', 'person.version_id', 'version.id')
    .select(['report.unit_id as unitId', 'person.name', 'person.title'])
    .select(['person.birth_date as birthDate'])
    .select(['person.category_id as categoryId', 'person.note', 'person.position'])
    .where('report.campaign_id', '=', campaignId)
    .orderBy('person.version_id')
    .orderBy('person.position')
    .execute();
  const elsewhere = await countedElsewhere(db, campaignId, asOf);
  const people = new Map<string, Person[]>();
  for (const row of rows) {
    if (elsewhere.get(row.unitId)?.some(({ position }) => position === row.position)) continue;
    const list = people.get(row.unitId);
    if (list) list.push(row);
    else people.set(row.unitId, [row]);
  }
  return people;
};

/** The number of the version that counts: the last one, or the last one sent by a moment. */
const lastNumber = (asOf: string | undefined) =>
  asOf === undefined
    ? sql<number>`report.last_version`
    : sql<number>`(select max(earlier.number) from version as earlier
        where earlier.report_id = report.id and earlier.sent_at <= ${asOf})`;

/** Its state is older than the moment: so it owed then, whatever an early history says of who was added. */
const owedBy = ({ stateAt }: UnitRow, moment = ''): boolean => (stateAt ?? moment) <= moment;

const asNow: DutyThen = { more: new Set(), notYet: new Set() };

/** Changes of who must report after a moment, in their order. */
const changesSince = async (db: Db, campaignId: string, moment: string): Promise<DutyChange[]> => {
  const rows = await db
    .selectFrom('history')
    .select('details')
    .where('subject', '=', campaignId)
    .where('action', '=', 'campaign.units-chosen')
    .where('at', '>', moment)
    .orderBy('seq')
    .execute();
  return rows.map(({ details }) => {
    const { added = '', removed = '' } = JSON.parse(details) as Record<string, string>;
    return { added: codesIn(added), removed: codesIn(removed) };
  });
};

const codesIn = (list: string): string[] => list.split(', ').filter((code) => code !== '');

type UnitRow = Awaited<ReturnType<typeof unitRows>>[number];

/** A row for each category of each unit that owes a report in the campaign, and of these others. */
const unitRows = (
  db: Db,
  campaignId: string,
  others: ReadonlySet<string>,
  asOf: string | undefined,
) =>
  countsOfUnits(db, campaignId, asOf)
    .select('unit_group.id as groupId')
    .select(['unit_group.name as groupName', 'unit.id', 'unit.name', 'unit.phone', 'unit.email'])
    .select(['unit.contact_name as contactName', 'unit.code as unitCode', 'version.number'])
    .select(['report.state', 'report.state_at as stateAt', 'report.last_version as lastVersion'])
    .select(['report.draft_saved_at as draftSavedAt', lastKind(asOf).as('lastKind')])
    .select(['version.sent_at as sentAt', 'version.due_at as dueAt'])
    .select(['version.nobody_reason as nobodyReason', 'version.explanations'])
    .select('count.category_id as categoryId')
    .select(['count.headcount', 'count.participants'])
    .where((where) => {
      const owes = where('report.id', 'is not', null);
      return others.size === 0 ? owes : where.or([owes, where('unit.code', 'in', [...others])]);
    })
    .orderBy('unit_group.position')
    .orderBy('unit_group.id')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .orderBy('count.position')
    .execute();

const countsOfUnits = (db: Db, campaignId: string, asOf: string | undefined) =>
  db
    .selectFrom('unit')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('report', (join) =>
      join.onRef('report.unit_id', '=', 'unit.id').on('report.campaign_id', '=', campaignId),
    )
    .leftJoin('version', (join) =>
      join.onRef('version.report_id', '=', 'report.id').on('version.number', '=', lastNumber(asOf)),
    )
    .leftJoin('version_headcount as count', 'count.version_id', 'version.id');

/** The last event of a report that changed its state by a moment; nobody asks for it about now. */
const lastKind = (asOf: string | undefined) =>
  asOf === undefined
    ? sql<null>`null`
    : sql<ReportEventKind | null>`(select event.kind from report_event as event
        where event.report_id = report.id and event.at <= ${asOf} and event.kind != 'extended'
        order by event.position desc limit 1)`;

const unitFrom = (
  row: UnitRow,
  counts: SentVersion['counts'],
  asOf: string | undefined,
): AppendixUnit => ({
  id: row.id,
  name: row.name,
  contactName: row.contactName,
  phone: row.phone,
  email: row.email,
  state: stateOf(row, asOf),
  sent: sentFrom(row, counts),
});

const stateOf = (row: UnitRow, asOf: string | undefined): AppendixUnit['state'] => {
  const { state, stateAt, draftSavedAt, lastVersion, lastKind } = row;
  // Then it owed a report that it owes no longer: only what was never begun can be taken off.
  if (state === null || stateAt === null || lastVersion === null) return 'not_started';
  if (asOf === undefined) return state;
  return stateThen({ state, stateAt, draftSavedAt, lastVersion, lastKind }, asOf);
};

const sentFrom = (
  { number, sentAt, dueAt, nobodyReason, explanations }: UnitRow,
  counts: SentVersion['counts'],
): SentVersion | null =>
  number === null || sentAt === null || dueAt === null
    ? null
    : {
        number,
        sentAt,
        dueAt,
        nobodyReason,
        explanations: JSON.parse(explanations ?? '[]'),
        counts,
      };
