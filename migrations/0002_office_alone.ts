import { type Kysely, sql } from 'kysely';

/** What the office needs to run campaigns, units and accounts without a programmer. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of columns) await sql.raw(`alter table ${column}`).execute(db);
  await sql.raw(catalogueUpload).execute(db);
  // Who signed in before this column was there is known from the history.
  await sql`update account set signed_in_at = (select max(history.at) from history
    where history.account_id = account.id and history.subject = account.id
      and history.action in ('account.signed-in', 'link.spent'))`.execute(db);
};

/** Files with units and accounts, kept for a day so that their sender can look before applying. */
const catalogueUpload = `create table catalogue_upload (
  id text primary key,
  account_id text not null references account (id),
  created_at text not null,
  rows text not null,
  applied_at text,
  results text not null default ''
)`;

const columns = [
  'campaign add column birth_date_asked_at text',
  'campaign add column revision integer not null default 0',
  'campaign add column copied_from_id text references campaign (id)',
  'unit add column merged_into_id text references unit (id)',
  'account add column phone text',
  'account add column signed_in_at text',
  "session add column created_at text not null default ''",
  "session add column address text not null default ''",
  "session add column agent text not null default ''",
  "draft_participant add column birth_date text not null default ''",
  "version_participant add column birth_date text not null default ''",
];
