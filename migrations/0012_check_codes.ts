import { type Kysely, sql } from 'kysely';

/** The codes by which anybody can ask whether a printed report is still the newest. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(checkCode).execute(db);
};

/** A version has one code, given when it is sent, or when it is first printed if it was sent before. */
const checkCode = `create table check_code (
  code text primary key,
  report_id text not null,
  version integer not null,
  made_at text not null,
  unique (report_id, version),
  foreign key (report_id, version) references version (report_id, number)
)`;
