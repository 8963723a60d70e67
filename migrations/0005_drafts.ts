import { type Kysely, sql } from 'kysely';

/**
 * A draft is one document: it is written, read and compared as a whole, and its rows are never asked
 * for one by one. What the written report needs stands with it and with the versions made from it.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(draft).execute(db);
  for (const column of versionColumns)
    await sql.raw(`alter table version add column ${column}`).execute(db);
  await moveDrafts(db);
  for (const old of ['draft_headcount', 'draft_participant'])
    await sql.raw(`drop table ${old}`).execute(db);
  for (const old of ['draft_nobody_at', 'draft_nobody_reason'])
    await sql.raw(`alter table report drop column ${old}`).execute(db);
};

const draft = `create table draft (
  report_id text primary key references report (id),
  content text not null
)`;

const versionColumns = [
  "explanations text not null default '[]'",
  "proposals text not null default ''",
  "signer_title text not null default ''",
  "signer_name text not null default ''",
  'on_behalf integer not null default 0',
];

interface Row {
  readonly name: string;
  readonly birthDate: string;
  readonly title: string;
  readonly category: string;
  readonly note: string;
}

const moveDrafts = async (db: Kysely<unknown>): Promise<void> => {
  const { rows: reports } = await sql<{ id: string; nobody: string | null; reason: string }>`
    select id, draft_nobody_at as nobody, draft_nobody_reason as reason from report
    where draft_revision > 0`.execute(db);
  for (const report of reports) {
    const content = {
      headcounts: await headcountsOf(db, report.id),
      nobody: report.nobody !== null,
      nobodyReason: report.reason,
      proposals: '',
      signerTitle: '',
      signerName: '',
      rows: await rowsOf(db, report.id),
    };
    await sql`insert into draft (report_id, content)
      values (${report.id}, ${JSON.stringify(content)})`.execute(db);
  }
};

const headcountsOf = async (db: Kysely<unknown>, reportId: string) => {
  const { rows } = await sql<{ id: string; typed: string }>`
    select draft_headcount.category_id as id, typed from draft_headcount
    join campaign_category on campaign_category.id = draft_headcount.category_id
    where report_id = ${reportId} order by position`.execute(db);
  return Object.fromEntries(rows.map(({ id, typed }) => [id, typed]));
};

const rowsOf = async (db: Kysely<unknown>, reportId: string) => {
  const { rows } = await sql<Row>`
    select name, birth_date as "birthDate", title, category, note from draft_participant
    where report_id = ${reportId} order by position`.execute(db);
  return rows.map(({ name, birthDate, title, category, note }) => [
    name,
    birthDate,
    title,
    category,
    note,
  ]);
};
