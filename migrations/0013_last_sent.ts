import { type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * What the board shows of a report's last version stands in the report as well: with 1,500 units the
 * board asks for all of them. A trigger keeps it, whoever adds a version.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of columns)
    await sql.raw(`alter table report add column ${column}`).execute(db);
  await sql.raw(copied).execute(db);
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  for (const keeper of onSqlite ? keptOnSqlite : keptOnPostgres) await sql.raw(keeper).execute(db);
};

const columns = [
  'last_sent_at text',
  'last_due_at text',
  'last_headcount integer',
  'last_participants integer',
];

const copied = `update report set
  last_sent_at = version.sent_at, last_due_at = version.due_at,
  last_headcount = version.headcount, last_participants = version.participants
  from version where version.report_id = report.id and version.number = report.last_version`;

/** Of two versions the one with the higher number is the last, in whatever order they come. */
const keeping = `update report set
  last_sent_at = new.sent_at, last_due_at = new.due_at,
  last_headcount = new.headcount, last_participants = new.participants
  where id = new.report_id and not exists (
    select 1 from version where report_id = new.report_id and number > new.number)`;

const keptOnSqlite = [
  `create trigger version_is_last after insert on version begin ${keeping}; end`,
];

const keptOnPostgres = [
  `create function version_last() returns trigger language plpgsql as $$
    begin ${keeping}; return null; end $$`,
  `create trigger version_is_last after insert on version
    for each row execute function version_last()`,
];
