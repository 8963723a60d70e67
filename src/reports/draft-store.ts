import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** The stored draft of a report; empty when nothing was saved yet. */
export const draftOf = async (db: Db, reportId: string): Promise<Draft> => {
  const content = await draftContentOf(db, reportId);
  return content === undefined ? emptyDraft : draftFrom(content);
};

/** The same as it is stored: two drafts with the same content are the same. */
export const draftContentOf = async (db: Db, reportId: string): Promise<string | undefined> =>
  (await contents(db, reportId))[0]?.content;

const contents = builtOnce((db, reportId: string) =>
  db.selectFrom('draft').select('content').where('report_id', '=', reportId),
);

/** The stored draft is just this one. Asked of the database: bringing its text here costs more than comparing. */
export const isStored = async (db: Db, reportId: string, content: string): Promise<boolean> =>
  (await same(db, reportId, content)).length > 0;

const same = builtOnce((db, reportId: string, content: string) =>
  db
    .selectFrom('draft')
    .select('report_id')
    .where('report_id', '=', reportId)
    .where('content', '=', content),
);

/** A tidied draft as it is stored: a person is a list of five texts, so that most drafts take one page of the file. */
export const draftContent = ({ rows, ...others }: Draft): string =>
  JSON.stringify({
    ...others,
    rows: rows.map(({ name, birthDate, title, category, note }) => [
      name,
      birthDate,
      title,
      category,
      note,
    ]),
  });

/** A stored draft; what it was stored without is empty. */
export const draftFrom = (content: string): Draft => {
  const { rows, ...others } = JSON.parse(content) as StoredDraft;
  return {
    ...emptyDraft,
    ...others,
    rows: rows.map(([name, birthDate, title, category, note]) => {
      return { name, birthDate, title, category, note };
    }),
  };
};

interface StoredDraft extends Omit<Draft, 'rows'> {
  readonly rows: readonly (readonly [
    name: string,
    birthDate: string,
    title: string,
    category: string,
    note: string,
  ])[];
}

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
export const claimDraft = async (tx: Tx, saving: DraftSaving): Promise<number | undefined> => {
  const { reportId, revision, accountId, at } = saving;
  return (await claimedRows(tx, reportId, revision, accountId, at))[0]?.draft_revision;
};

const claimedRows = builtOnce(
  (db, reportId: string, revision: number, accountId: string, at: string) =>
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
      }))
      .where('id', '=', reportId)
      .where('draft_revision', '=', revision)
      .where('state', 'in', ['not_started', 'draft', 'returned'])
      .returning('draft_revision'),
);

/** Writes a draft; its report must have been claimed in this transaction. */
export const writeDraft = async (tx: Tx, reportId: string, content: string): Promise<void> => {
  await write(tx, reportId, content);
};

const write = builtOnce((db, reportId: string, content: string) =>
  db
    .insertInto('draft')
    .values({ report_id: reportId, content })
    .onConflict((conflict) =>
      conflict.column('report_id').doUpdateSet((row) => ({ content: row.ref('excluded.content') })),
    ),
);

/** The stored drafts of a campaign, for what concerns all of them. */
export const draftsOfCampaign = async (
  db: Db,
  campaignId: string,
): Promise<(Draft & { readonly reportId: string; readonly content: string })[]> => {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('report', 'report.id', 'draft.report_id')
    .select(['draft.report_id as reportId', 'draft.content'])
    .where('report.campaign_id', '=', campaignId)
    .execute();
  return rows.map((row) => ({ ...row, ...draftFrom(row.content) }));
};

/** Puts another content in place of this one; `false` when the draft was saved in between. */
export const exchangeContent = async (
  tx: Tx,
  reportId: string,
  before: string,
  after: string,
): Promise<boolean> => {
  const changed = await tx
    .updateTable('draft')
    .set({ content: after })
    .where('report_id', '=', reportId)
    .where('content', '=', before)
    .returning('report_id')
    .executeTakeFirst();
  return changed !== undefined;
};
