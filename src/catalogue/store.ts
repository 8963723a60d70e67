import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { FileRows } from './catalogue.ts';
import type { Results } from './results.ts';

/** A file that somebody sent and may still apply. */
export interface StoredUpload {
  readonly id: string;
  readonly rows: FileRows;
  /** What became of it, or `null` while nothing was applied. */
  readonly results: Results | null;
}

/** Keeps the rows of a file until its sender has looked at them. Its id comes back. */
export const keepUpload = async (
  db: Db,
  rows: FileRows,
  sender: { readonly accountId: string; readonly at: string },
): Promise<string> => {
  const id = newId();
  const row = { id, account_id: sender.accountId, created_at: sender.at };
  await db
    .insertInto('catalogue_upload')
    .values({ ...row, rows: JSON.stringify(rows), applied_at: null, results: '' })
    .execute();
  return id;
};

/** The file with this id, when this person sent it, or `undefined`. */
export const uploadSentBy = async (
  db: Db,
  id: string,
  accountId: string,
): Promise<StoredUpload | undefined> => {
  const row = await db
    .selectFrom('catalogue_upload')
    .select(['rows', 'results'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row && { id, rows: JSON.parse(row.rows), results: resultsIn(row.results) };
};

const resultsIn = (text: string): Results | null => (text === '' ? null : JSON.parse(text));

/** Marks a file as applied; `false` when that was done before. */
export const claimUpload = async (tx: Tx, id: string, at: string): Promise<boolean> => {
  const claim = tx
    .updateTable('catalogue_upload')
    .set({ applied_at: at })
    .where('id', '=', id)
    .where('applied_at', 'is', null);
  return (await claim.returning('id').executeTakeFirst()) !== undefined;
};

export const keepResults = async (tx: Tx, id: string, results: Results): Promise<void> => {
  await tx
    .updateTable('catalogue_upload')
    .set({ results: JSON.stringify(results) })
    .where('id', '=', id)
    .execute();
};

/** Forgets the files that were sent before an instant. */
export const forgetUploadsBefore = async (db: Db, at: string): Promise<void> => {
  await db.deleteFrom('catalogue_upload').where('created_at', '<', at).execute();
};
