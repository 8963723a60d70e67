import { type Kysely, sql } from 'kysely';

/** Files that are made in the background, and what came of them, kept for a day. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(job).execute(db);
  // Whoever asks for the same file of the same data meets the one that is made or made already.
  await sql.raw("create unique index job_by_key on job (key) where state <> 'failed'").execute(db);
  await sql.raw('create index job_by_expiry on job (expires_at)').execute(db);
  await sql.raw(jobPiece).execute(db);
};

const job = `create table job (
  id text primary key,
  kind text not null,
  campaign_id text not null references campaign (id) on delete cascade,
  params text not null,
  key text not null,
  title text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  asked_by text not null references account (id),
  asked_at text not null,
  beat_at text not null,
  expires_at text not null,
  rows_done integer not null,
  rows_of integer not null,
  finished_at text,
  file_name text,
  type text,
  size integer,
  error text
)`;

/** Base64, since the tables hold text and integers only; in pieces, so that no write takes long. */
const jobPiece = `create table job_piece (
  job_id text not null references job (id) on delete cascade,
  position integer not null,
  content text not null,
  primary key (job_id, position)
)`;
