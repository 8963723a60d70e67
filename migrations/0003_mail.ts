import { type Kysely, sql } from 'kysely';

/** The outbox, the texts of mails, what the office confirmed about sending, and when units are reminded. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

const statements = [
  `create table mail (
    id text primary key,
    occasion text not null unique,
    kind text not null,
    urgency integer not null,
    campaign_id text references campaign (id),
    unit_id text references unit (id),
    account_id text references account (id),
    recipient text not null,
    recipient_name text not null,
    reply_to text,
    subject text not null,
    search_text text not null default '',
    body text not null,
    path text not null default '',
    link_hash text,
    attachments text not null default '[]',
    state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
    attempts integer not null default 0,
    due_at text not null,
    expires_at text,
    leased_by text,
    lease_until text,
    attempted_at text,
    error text,
    message_id text,
    sent_at text,
    created_at text not null,
    created_by text references account (id)
  )`,
  'create index mail_to_send on mail (state, urgency, due_at)',
  'create index mail_by_time on mail (created_at, id)',
  'create index mail_of_unit on mail (campaign_id, unit_id, created_at)',
  'create index mail_of_account on mail (account_id, created_at)',
  'create index mail_by_attempt on mail (attempted_at)',
  `create table mail_sender (
    id integer primary key check (id = 1),
    taken_at text,
    rests_until text,
    troubles integer not null default 0,
    trouble text
  )`,
  'insert into mail_sender (id) values (1)',
  `create table mail_text (
    kind text primary key,
    subject text not null,
    body text not null,
    changed_at text not null,
    changed_by text not null references account (id)
  )`,
  `create table mail_setting (
    id integer primary key check (id = 1),
    confirmed_as text not null,
    confirmed_at text not null,
    confirmed_by text not null references account (id)
  )`,
  `create table campaign_mail (
    campaign_id text primary key references campaign (id),
    mailbox_confirmed text,
    confirmed_at text,
    confirmed_by text references account (id),
    e_file_off_at text
  )`,
  `create table reminder_setting (
    id integer primary key check (id = 1),
    quiet_from text not null,
    quiet_until text not null,
    weekends text not null check (weekends in ('on', 'off')),
    days_off text not null,
    digest_off_at text
  )`,
  `create table reminder_plan (
    campaign_id text primary key references campaign (id),
    off_at text,
    changed_at text not null
  )`,
  `create table reminder_step (
    campaign_id text not null references reminder_plan (campaign_id),
    position integer not null,
    days_before integer not null,
    hour text not null,
    primary key (campaign_id, position)
  )`,
  'create table digest_day (day text primary key, at text not null)',
];
