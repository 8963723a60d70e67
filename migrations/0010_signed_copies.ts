import { type Kysely, sql } from 'kysely';

/** Signed copies of sent versions: the files, their content apart from them, and campaigns that ask for none. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

/**
 * Who counts files locks the row of the copy. Content is `bytea`: SQLite, which takes any name of a
 * type, keeps bytes in such a column as they are.
 */
const statements = [
  `create table signed_copy (
    version_id text primary key references version (id),
    files integer not null check (files >= 0),
    size integer not null check (size >= 0)
  )`,
  `create table signed_file (
    id text primary key,
    version_id text not null references signed_copy (version_id),
    position integer not null,
    kind text not null check (kind in ('pdf', 'jpeg')),
    size integer not null,
    sha256 text not null,
    added_at text not null,
    added_by text not null references account (id),
    unique (version_id, sha256)
  )`,
  `create table signed_content (
    file_id text primary key references signed_file (id) on delete cascade,
    preview bytea,
    content bytea not null
  )`,
  `create table signed_not_asked (
    campaign_id text primary key references campaign (id),
    at text not null,
    by_id text not null references account (id)
  )`,
];
