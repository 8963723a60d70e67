import { type Kysely, sql } from 'kysely';

/** What has to be explained before sending: from which rate on, and explanations that are not sent yet. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Whole percent, 1 to 100; null: not asked.
  await sql.raw('alter table campaign add column least_rate integer').execute(db);
  await sql.raw(draftExplanation).execute(db);
};

const draftExplanation = `create table draft_explanation (
  report_id text not null references report (id),
  code text not null,
  text text not null,
  primary key (report_id, code)
)`;
