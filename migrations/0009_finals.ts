import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** The appendix as it was made final, for ever; and what officers note of their phone calls to units. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const guards = onSqlite ? guardsOnSqlite() : guardsOnPostgres();
  for (const guard of guards) await sql.raw(guard).execute(db);
};

/** The content is base64 and the figures are JSON: the tables hold text and integers only. */
const statements = [
  `create table appendix_final (
    id text primary key,
    campaign_id text not null references campaign (id),
    number integer not null check (number >= 1),
    at text not null,
    account_id text not null references account (id),
    counted integer not null,
    owed integer not null,
    headcount integer not null,
    participants integer not null,
    file_name text not null,
    sha256 text not null,
    bytes integer not null,
    content text not null,
    figures text not null,
    unique (campaign_id, number)
  )`,
  `create table unit_call (
    id text primary key,
    campaign_id text not null references campaign (id),
    unit_id text not null references unit (id),
    at text not null,
    account_id text not null references account (id),
    note text not null
  )`,
  'create index call_of_unit on unit_call (campaign_id, unit_id, at)',
  // Who exported a campaign's appendix is asked of the history each time its page is opened.
  'create index history_of_subject on history (subject, action, seq)',
];

const forever = ['appendix_final', 'unit_call'] as const;

const guardsOnSqlite = (): string[] =>
  forever.flatMap((table) =>
    ['update', 'delete'].map(
      (change) => `create trigger ${table}_keeps_${change} before ${change} on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
    ),
  );

/** The function is there since the first migration. */
const guardsOnPostgres = (): string[] =>
  forever.flatMap((table) => [
    `create trigger ${table}_keeps before update or delete on ${table}
      for each row execute function refuse_change()`,
    `create trigger ${table}_stays before truncate on ${table}
      for each statement execute function refuse_change()`,
  ]);
