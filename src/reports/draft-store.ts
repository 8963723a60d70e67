import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { TypedParticipant } from '../participants/participant.ts';
import type { Draft } from './draft.ts';

/** The stored draft of a report; empty when nothing was saved yet. */
export const draftOf = async (db: Db, reportId: string): Promise<Draft> => {
  const heads = await headRows(db, reportId);
  const report = heads[0];
  return {
    headcounts: Object.fromEntries(
      heads.flatMap(({ category_id: id, typed }) => (id === null ? [] : [[id, typed ?? '']])),
    ),
    rows: await participantRows(db, reportId),
    nobody: report !== undefined && report.draft_nobody_at !== null,
    nobodyReason: report?.draft_nobody_reason ?? '',
  };
};

/** What stands above the list: a row for each headcount. */
const headRows = builtOnce((db, reportId: string) =>
  db
    .selectFrom('report')
    .leftJoin('draft_headcount', 'draft_headcount.report_id', 'report.id')
    .select(['draft_nobody_at', 'draft_nobody_reason', 'category_id', 'typed'])
    .where('report.id', '=', reportId),
);

const participantRows = builtOnce((db, reportId: string) =>
  db
    .selectFrom('draft_participant')
    .select(['name', 'birth_date as birthDate', 'title', 'category', 'note'])
    .where('report_id', '=', reportId)
    .orderBy('position'),
);

export interface DraftSaving {
  readonly reportId: string;
  /** The revision that the clerk's page was made from. */
  readonly revision: number;
  readonly accountId: string;
  readonly at: string;
}

/**
 * Takes the report for writing, if its draft still has this revision and may be edited; the new
 * revision, or `undefined` when somebody saved or sent in the meantime.
 */
export const claimDraft = async (
  tx: Tx,
  saving: DraftSaving,
  draft: Draft,
): Promise<number | undefined> => {
  const { reportId, revision, accountId, at } = saving;
  const nobodyAt = draft.nobody ? at : null;
  const claim = [reportId, revision, accountId, at, nobodyAt, draft.nobodyReason] as const;
  return (await claimedRows(tx, ...claim))[0]?.draft_revision;
};

const claimedRows = builtOnce(
  (
    db,
    reportId: string,
    revision: number,
    accountId: string,
    at: string,
    nobodyAt: string | null,
    nobodyReason: string,
  ) =>
    db
      .updateTable('report')
      .set((row) => ({
        state: row
          .case()
          .when('state', '=', 'not_started')
          .then('draft' as const)
          .else(row.ref('state'))
          .end(),
        draft_revision: row('draft_revision', '+', 1),
        draft_saved_at: at,
        draft_saved_by: accountId,
        draft_nobody_at: nobodyAt,
        draft_nobody_reason: nobodyReason,
      }))
      .where('id', '=', reportId)
      .where('draft_revision', '=', revision)
      .where('state', 'in', ['not_started', 'draft', 'returned'])
      .returning('draft_revision'),
);

/** Writes what differs between the stored draft and the new one; the report must have been claimed. */
export const writeDraft = async (
  tx: Tx,
  reportId: string,
  stored: Draft,
  draft: Draft,
): Promise<void> => {
  for (const [categoryId, typed] of Object.entries(draft.headcounts))
    if (stored.headcounts[categoryId] !== typed)
      await writeHeadcount(tx, reportId, categoryId, typed);
  const changed = draft.rows.flatMap((row, index) =>
    sameRow(stored.rows[index], row) ? [] : [asRow(reportId, index + 1, row)],
  );
  for (let start = 0; start < changed.length; start += rowsAtOnce)
    await writeRows(tx, changed.slice(start, start + rowsAtOnce));
  if (stored.rows.length > draft.rows.length)
    await tx
      .deleteFrom('draft_participant')
      .where('report_id', '=', reportId)
      .where('position', '>', draft.rows.length)
      .execute();
};

const rowsAtOnce = 250;

/** The values of one stored row, in the order of `columnsOf`. */
const asRow = (reportId: string, position: number, row: TypedParticipant) =>
  [reportId, position, row.name, row.birthDate, row.title, row.category, row.note] as const;

const writeHeadcount = async (
  tx: Tx,
  reportId: string,
  categoryId: string,
  typed: string,
): Promise<void> => {
  await tx
    .insertInto('draft_headcount')
    .values({ report_id: reportId, category_id: categoryId, typed })
    .onConflict((conflict) => conflict.columns(['report_id', 'category_id']).doUpdateSet({ typed }))
    .execute();
};

const writeRows = async (tx: Tx, rows: readonly ReturnType<typeof asRow>[]): Promise<void> => {
  const write = writers.get(rows.length) ?? writerOf(rows.length);
  writers.set(rows.length, write);
  await write(tx, ...rows.flat());
};

/** A statement for each number of rows, put together once: with 35 rows that takes longer than running it. */
const writers = new Map<number, ReturnType<typeof writerOf>>();

const writerOf = (count: number) =>
  builtOnce((db, ...values: (string | number)[]) =>
    db
      .insertInto('draft_participant')
      .values(Array.from({ length: count }, (_, row) => columnsOf(values, row * columnCount)))
      .onConflict((conflict) =>
        conflict.columns(['report_id', 'position']).doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          birth_date: row.ref('excluded.birth_date'),
          title: row.ref('excluded.title'),
          category: row.ref('excluded.category'),
          note: row.ref('excluded.note'),
        })),
      ),
  );

const columnCount = 7;

/** The values of `asRow` from `start` on, each in its column. */
const columnsOf = (values: readonly (string | number)[], start: number) => {
  const at = (column: number) => values[start + column] as string;
  return {
    report_id: at(0),
    position: values[start + 1] as number,
    name: at(2),
    birth_date: at(3),
    title: at(4),
    category: at(5),
    note: at(6),
  };
};

/** Two rows with the same text in all columns. */
export const sameRow = (
  one: TypedParticipant | undefined,
  other: TypedParticipant | undefined,
): boolean =>
  one?.name === other?.name &&
  one?.birthDate === other?.birthDate &&
  one?.title === other?.title &&
  one?.category === other?.category &&
  one?.note === other?.note;
