import type { Db, Tx } from '../db/schema.ts';
import type { Explanation, TypedExplanation } from './query.ts';
import type { Written } from './query-boxes.ts';

/** What was written for the queries of a draft and not sent yet, by the query's code. */
const keptExplanations = async (db: Db, reportId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('draft_explanation')
    .select(['code', 'text'])
    .where('report_id', '=', reportId)
    .execute();
  return new Map(rows.map(({ code, text }) => [code, text]));
};

/** What was written before for the queries of a draft: kept with it, or sent last. */
export const writtenBefore = async (db: Db, reportId: string): Promise<Omit<Written, 'typed'>> => ({
  kept: await keptExplanations(db, reportId),
  last: await lastExplained(db, reportId),
});

/** What the last sent version explained, and its number; `undefined` while nothing was sent. */
const lastExplained = async (
  db: Db,
  reportId: string,
): Promise<{ number: number; explanations: readonly Explanation[] } | undefined> => {
  const row = await db
    .selectFrom('report')
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .select(['version.number', 'version.explanations'])
    .where('report.id', '=', reportId)
    .executeTakeFirst();
  return row && { number: row.number, explanations: JSON.parse(row.explanations) };
};

/** Keeps what was written so far, right or wrong; of two who write, the later one is kept. */
export const keepExplanations = async (
  db: Db,
  reportId: string,
  written: readonly TypedExplanation[],
): Promise<void> => {
  const texts = new Map(written.map(({ code, text }) => [code, text]));
  if (texts.size === 0) return;
  const rows = [...texts].map(([code, text]) => ({ report_id: reportId, code, text }));
  await db
    .insertInto('draft_explanation')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['report_id', 'code'])
        .doUpdateSet((row) => ({ text: row.ref('excluded.text') })),
    )
    .execute();
};

/** Forgets them: they have been sent. */
export const forgetExplanations = async (tx: Tx, reportId: string): Promise<void> => {
  await tx.deleteFrom('draft_explanation').where('report_id', '=', reportId).execute();
};
