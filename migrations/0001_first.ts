import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** The tables that one campaign needs from the first unit's form to the consolidated appendix. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of tables) await sql.raw(table).execute(db);
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const guards = onSqlite ? guardsOnSqlite() : guardsOnPostgres();
  for (const guard of guards) await sql.raw(guard).execute(db);
  await sql`insert into history_head (id, seq, hash) values (1, 0, '')`.execute(db);
};

/** Only text and integer columns: the same statements run on SQLite and on PostgreSQL. */
const tables = [
  `create table campaign (
    id text primary key,
    code text not null unique,
    title text not null,
    subject text not null,
    issuer text not null,
    office text not null,
    place text not null,
    cut_off_on text not null,
    opens_at text not null,
    deadline_at text not null,
    closed_at text,
    dispatch_number text,
    dispatch_on text,
    mailbox text,
    contact_name text not null,
    contact_phone text,
    preparer_title text,
    signer_title text,
    last_receipt integer not null default 0,
    created_at text not null
  )`,
  `create table campaign_category (
    id text primary key,
    campaign_id text not null references campaign (id),
    position integer not null,
    code text not null,
    name text not null,
    unique (campaign_id, position),
    unique (campaign_id, code)
  )`,
  `create table campaign_document (
    campaign_id text not null references campaign (id),
    position integer not null,
    number text not null,
    dated_on text not null,
    issuer text not null,
    primary key (campaign_id, position)
  )`,
  `create table unit_group (
    id text primary key,
    code text not null unique,
    name text not null,
    position integer not null
  )`,
  `create table unit (
    id text primary key,
    group_id text not null references unit_group (id),
    code text not null unique,
    name text not null,
    search_name text not null,
    position integer not null,
    contact_name text,
    email text,
    phone text,
    deactivated_at text
  )`,
  'create index unit_in_group on unit (group_id, position)',
  `create table account (
    id text primary key,
    role text not null check (role in ('clerk', 'office', 'admin')),
    name text not null,
    email text unique,
    password_hash text,
    created_at text not null,
    deactivated_at text
  )`,
  `create table account_unit (
    account_id text not null references account (id),
    unit_id text not null references unit (id),
    primary key (account_id, unit_id)
  )`,
  'create index account_of_unit on account_unit (unit_id)',
  `create table session (
    id_hash text primary key,
    account_id text references account (id),
    data text not null,
    seen_at text not null
  )`,
  'create index session_by_seen on session (seen_at)',
  `create table sign_in_link (
    token_hash text primary key,
    account_id text not null references account (id),
    created_at text not null,
    created_by text references account (id),
    expires_at text not null,
    spent_at text
  )`,
  'create index link_of_account on sign_in_link (account_id)',
  `create table sign_in_attempt (
    key text primary key,
    points integer not null,
    expires_at text not null
  )`,
  `create table report (
    id text primary key,
    campaign_id text not null references campaign (id),
    unit_id text not null references unit (id),
    state text not null
      check (state in ('not_started', 'draft', 'submitted', 'returned', 'accepted', 'exempt')),
    state_at text not null,
    extended_until text,
    draft_revision integer not null default 0,
    draft_saved_at text,
    draft_saved_by text references account (id),
    draft_nobody_at text,
    draft_nobody_reason text not null default '',
    last_version integer not null default 0,
    unique (campaign_id, unit_id)
  )`,
  'create index report_of_unit on report (unit_id)',
  `create table draft_headcount (
    report_id text not null references report (id),
    category_id text not null references campaign_category (id),
    typed text not null,
    primary key (report_id, category_id)
  )`,
  `create table draft_participant (
    report_id text not null references report (id),
    position integer not null,
    name text not null,
    title text not null,
    category text not null,
    note text not null,
    primary key (report_id, position)
  )`,
  `create table version (
    id text primary key,
    report_id text not null references report (id),
    number integer not null,
    draft_revision integer not null,
    receipt integer not null,
    sent_at text not null,
    sent_by text not null references account (id),
    due_at text not null,
    headcount integer not null,
    participants integer not null,
    categories integer not null,
    nobody_reason text,
    confirmed text not null,
    unique (report_id, number),
    unique (report_id, draft_revision)
  )`,
  `create table version_headcount (
    version_id text not null references version (id),
    position integer not null,
    category_id text not null references campaign_category (id),
    headcount integer not null check (headcount >= 0),
    participants integer not null check (participants >= 0 and participants <= headcount),
    primary key (version_id, position),
    unique (version_id, category_id)
  )`,
  `create table version_participant (
    version_id text not null references version (id),
    position integer not null,
    name text not null,
    name_key text not null,
    title text not null,
    category_id text not null references campaign_category (id),
    note text not null,
    primary key (version_id, position)
  )`,
  'create index participant_by_name on version_participant (name_key)',
  `create table report_event (
    report_id text not null references report (id),
    position integer not null,
    at text not null,
    account_id text not null references account (id),
    kind text not null
      check (kind in ('sent', 'withdrawn', 'returned', 'accepted', 'reopened', 'extended',
        'exempted', 'owed_again')),
    version integer,
    reason text,
    primary key (report_id, position)
  )`,
  `create table history (
    seq integer primary key,
    at text not null,
    account_id text,
    address text not null,
    action text not null,
    subject text not null,
    details text not null,
    hash text not null
  )`,
  `create table history_head (
    id integer primary key check (id = 1),
    seq integer not null,
    hash text not null
  )`,
];

const forever = [
  'version',
  'version_headcount',
  'version_participant',
  'report_event',
  'history',
] as const;

/** Rows of a version carry positions 1 … n, so that nothing can join a version after it was sent. */
const parts = [
  { table: 'version_headcount', total: 'categories' },
  { table: 'version_participant', total: 'participants' },
] as const;

const guardsOnSqlite = (): string[] => [
  ...forever.flatMap((table) =>
    ['update', 'delete'].map(
      (change) => `create trigger ${table}_keeps_${change} before ${change} on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
    ),
  ),
  ...parts.map(
    ({ table, total }) => `create trigger ${table}_is_whole before insert on ${table}
      when new.position < 1
        or new.position > (select ${total} from version where id = new.version_id)
      begin select raise(abort, '${table} is complete'); end`,
  ),
];

const guardsOnPostgres = (): string[] => [
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name; end $$`,
  ...forever.map(
    (table) => `create trigger ${table}_keeps before update or delete on ${table}
      for each row execute function refuse_change()`,
  ),
  ...forever.map(
    (table) => `create trigger ${table}_stays before truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  ...parts.flatMap(({ table, total }) => [
    `create function ${table}_whole() returns trigger language plpgsql as $$
      begin
        if new.position < 1
          or new.position > (select ${total} from version where id = new.version_id)
        then raise exception '${table} is complete'; end if;
        return new;
      end $$`,
    `create trigger ${table}_is_whole before insert on ${table}
      for each row execute function ${table}_whole()`,
  ]),
];
