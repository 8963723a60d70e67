import { v7 as newId } from 'uuid';
import type { Db } from '../db/schema.ts';

/** A list that a clerk sent and may still take into the draft. */
export interface KeptList {
  readonly id: string;
  /** '' for a pasted text. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file until its sender has looked at what was read. Its id comes back. */
export const keepList = async (
  db: Db,
  list: Omit<KeptList, 'id'>,
  sender: { readonly reportId: string; readonly accountId: string; readonly at: string },
): Promise<string> => {
  const id = newId();
  await db
    .insertInto('list_upload')
    .values({
      id,
      report_id: sender.reportId,
      account_id: sender.accountId,
      created_at: sender.at,
      file_name: list.fileName,
      content: Buffer.from(list.bytes).toString('base64'),
    })
    .execute();
  return id;
};

/** The file with this id, when this person sent it for this report, or `undefined`. */
export const listSentBy = async (
  db: Db,
  id: string,
  sender: { readonly reportId: string; readonly accountId: string },
): Promise<KeptList | undefined> => {
  const row = await db
    .selectFrom('list_upload')
    .select(['file_name as fileName', 'content'])
    .where('id', '=', id)
    .where('report_id', '=', sender.reportId)
    .where('account_id', '=', sender.accountId)
    .executeTakeFirst();
  return row && { id, fileName: row.fileName, bytes: bytesIn(row.content) };
};

const bytesIn = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Forgets the files that were sent before an instant. */
export const forgetListsBefore = async (db: Db, at: string): Promise<void> => {
  await db.deleteFrom('list_upload').where('created_at', '<', at).execute();
};
