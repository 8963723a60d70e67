import { type Kysely, sql } from 'kysely';

/** What the office needs to run campaigns, units and accounts without a programmer. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of columns) await sql.raw(`alter table ${column}`).execute(db);
};

const columns = [
  'campaign add column birth_date_asked_at text',
  'campaign add column copied_from_id text references campaign (id)',
  'unit add column merged_into_id text references unit (id)',
  'account add column phone text',
  "session add column created_at text not null default ''",
  "session add column address text not null default ''",
  "session add column agent text not null default ''",
  "draft_participant add column birth_date text not null default ''",
  "version_participant add column birth_date text not null default ''",
];
