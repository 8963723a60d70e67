import { SqliteAdapter, sql } from 'kysely';
import type { Db } from '../db/schema.ts';
import { romanNumeral } from '../kit/roman.ts';
import type { AppendixGroup, AppendixUnit, SentVersion } from './consolidate.ts';
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
 * of its last sent version. One query, of one row for each unit and category.
 */
export const groupsOfAppendix = async (db: Db, campaignId: string): Promise<AppendixGroup[]> => {
  const groups = new Map<string, { code: string; name: string; units: AppendixUnit[] }>();
  const countsOf = new Map<string, SentVersion['counts'][number][]>();
  for (const row of await unitRows(db, campaignId)) {
    const group = groups.get(row.groupId) ?? {
      code: romanNumeral(groups.size + 1),
      name: row.groupName,
      units: [],
    };
    groups.set(row.groupId, group);
    const counts = countsOf.get(row.id) ?? [];
    if (!countsOf.has(row.id)) group.units.push(unitFrom(row, counts));
    countsOf.set(row.id, counts);
    const { categoryId, headcount, participants } = row;
    if (categoryId !== null && headcount !== null && participants !== null)
      counts.push({ categoryId, headcount, participants });
  }
  return [...groups.values()];
};

/** The names of the last sent versions of a campaign by unit id, in the order sent. */
export const peopleOfAppendix = async (
  db: Db,
  campaignId: string,
): Promise<Map<string, Person[]>> => {
  const rows = await db
    .selectFrom('report')
    .innerJoin('version', (join) =>
      join
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .innerJoin('version_participant as person', 'person.version_id', 'version.id')
    .select(['report.unit_id as unitId', 'person.name', 'person.title'])
    .select(['person.birth_date as birthDate'])
    .select(['person.category_id as categoryId', 'person.note'])
    .where('report.campaign_id', '=', campaignId)
    .orderBy('person.version_id')
    .orderBy('person.position')
    .execute();
  const people = new Map<string, Person[]>();
  for (const row of rows) {
    const list = people.get(row.unitId);
    if (list) list.push(row);
    else people.set(row.unitId, [row]);
  }
  return people;
};

type UnitRow = Awaited<ReturnType<typeof unitRows>>[number];

const unitRows = (db: Db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('version', (join) =>
      join
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .leftJoin('version_headcount as count', 'count.version_id', 'version.id')
    .select('unit_group.id as groupId')
    .select(['unit_group.name as groupName', 'unit.id', 'unit.name', 'unit.phone', 'unit.email'])
    .select(['unit.contact_name as contactName', 'report.state', 'version.number'])
    .select(['version.sent_at as sentAt', 'version.due_at as dueAt'])
    .select(['version.nobody_reason as nobodyReason', 'version.explanations'])
    .select('count.category_id as categoryId')
    .select(['count.headcount', 'count.participants'])
    .where('report.campaign_id', '=', campaignId)
    .orderBy('unit_group.position')
    .orderBy('unit_group.id')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .orderBy('count.position')
    .execute();

const unitFrom = (row: UnitRow, counts: SentVersion['counts']): AppendixUnit => ({
  id: row.id,
  name: row.name,
  contactName: row.contactName,
  phone: row.phone,
  email: row.email,
  state: row.state,
  sent: sentFrom(row, counts),
});

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
