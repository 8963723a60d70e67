import { type Kysely, sql } from 'kysely';

/** What the office decided about people whom two units or more have sent. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};

/**
 * Decisions are kept when they are undone. A person is a row of a version, which never changes; which
 * row of a newer version is the same person is found by name when it is asked.
 */
const statements = [
  `create table claim_decision (
    id text primary key,
    campaign_id text not null references campaign (id),
    verdict text not null check (verdict in ('same', 'different')),
    counted_report_id text references report (id),
    decided_at text not null,
    decided_by text not null references account (id),
    undone_at text,
    undone_by text references account (id)
  )`,
  'create index claim_decision_of_campaign on claim_decision (campaign_id, decided_at)',
  `create table claim_person (
    decision_id text not null references claim_decision (id),
    place integer not null,
    report_id text not null references report (id),
    version_id text not null references version (id),
    position integer not null,
    name_key text not null,
    part integer not null,
    primary key (decision_id, place)
  )`,
  'create index claim_person_of_report on claim_person (report_id, name_key)',
];
