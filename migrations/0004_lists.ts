import { type Kysely, sql } from 'kysely';

/** Lists that clerks sent as files, kept for a day while their sender looks at what was read. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(listUpload).execute(db);
  await sql.raw('create index list_upload_by_day on list_upload (created_at)').execute(db);
};

/** The content is base64: the tables hold text and integers only. */
const listUpload = `create table list_upload (
  id text primary key,
  report_id text not null references report (id) on delete cascade,
  account_id text not null references account (id),
  created_at text not null,
  file_name text not null,
  content text not null
)`;
