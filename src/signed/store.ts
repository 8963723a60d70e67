import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { Scan, SignedFile } from './signed.ts';

/** What all files of a version come to. */
export interface CopySize {
  readonly files: number;
  readonly size: number;
}

/** A version by its number, without anything in it, or `undefined`. */
export const versionOf = (db: Db, reportId: string, number: number) =>
  db
    .selectFrom('version')
    .select(['id', 'number', 'sent_at as sentAt'])
    .where('report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst();

/** The files of a version's signed copy in their order, without their content. */
export const signedFilesOf = (db: Db, versionId: string): Promise<SignedFile[]> =>
  db
    .selectFrom('signed_file')
    .innerJoin('account', 'account.id', 'signed_file.added_by')
    .select(['signed_file.id', 'kind', 'size', 'sha256', 'added_at as addedAt'])
    .select('account.name as addedBy')
    .where('version_id', '=', versionId)
    .orderBy('position')
    .orderBy('signed_file.id')
    .execute();

/** A file of any version of this report, with the version that it belongs to; `undefined` for another report's. */
export const signedFileIn = async (db: Db, reportId: string, fileId: string) =>
  db
    .selectFrom('signed_file')
    .innerJoin('version', 'version.id', 'signed_file.version_id')
    .select(['signed_file.id', 'signed_file.kind', 'signed_file.version_id as versionId'])
    .select('version.number as version')
    .where('signed_file.id', '=', fileId)
    .where('version.report_id', '=', reportId)
    .executeTakeFirst();

/** The bytes of a file, or `undefined` when somebody has just taken it away. */
export const contentOf = async (db: Db, fileId: string): Promise<Uint8Array | undefined> => {
  const query = db.selectFrom('signed_content').select('content').where('file_id', '=', fileId);
  return (await query.executeTakeFirst())?.content;
};

/** The small JPEG of an image; `undefined` for a PDF. */
export const previewOf = async (db: Db, fileId: string): Promise<Uint8Array | undefined> => {
  const query = db.selectFrom('signed_content').select('preview').where('file_id', '=', fileId);
  return (await query.executeTakeFirst())?.preview ?? undefined;
};

/**
 * Adds to what the files of a version come to; what they come to now is answered. The row stays locked
 * until the transaction ends, so that of two people at once one waits for the other.
 */
export const grow = async (tx: Tx, versionId: string, by: CopySize): Promise<CopySize> => {
  await tx
    .insertInto('signed_copy')
    .values({ version_id: versionId, files: 0, size: 0 })
    .onConflict((conflict) => conflict.column('version_id').doNothing())
    .execute();
  return tx
    .updateTable('signed_copy')
    .set((row) => ({ files: row('files', '+', by.files), size: row('size', '+', by.size) }))
    .where('version_id', '=', versionId)
    .returning(['files', 'size'])
    .executeTakeFirstOrThrow();
};

/** Puts a file behind the others of its version. */
export const addFile = async (
  tx: Tx,
  versionId: string,
  scan: Scan,
  added: { readonly at: string; readonly byId: string },
): Promise<void> => {
  const id = newId();
  const last = await tx
    .selectFrom('signed_file')
    .select((row) => row.fn.max('position').as('position'))
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  await tx
    .insertInto('signed_file')
    .values({
      id,
      version_id: versionId,
      position: Number(last?.position ?? 0) + 1,
      kind: scan.kind,
      size: scan.bytes.length,
      sha256: scan.sha256,
      added_at: added.at,
      added_by: added.byId,
    })
    .execute();
  const { bytes, preview } = scan;
  await tx
    .insertInto('signed_content')
    .values({ file_id: id, preview: preview && asBuffer(preview), content: asBuffer(bytes) })
    .execute();
};

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Takes a file away with its content; `false` when it is gone already. */
export const removeFile = async (tx: Tx, fileId: string): Promise<boolean> => {
  const removal = tx.deleteFrom('signed_file').where('id', '=', fileId).returning('id');
  return (await removal.executeTakeFirst()) !== undefined;
};

/** A version without any file has no signed copy. */
export const forgetEmpty = async (tx: Tx, versionId: string): Promise<void> => {
  await tx
    .deleteFrom('signed_copy')
    .where('version_id', '=', versionId)
    .where('files', '=', 0)
    .execute();
};

/** The files of a version in this order from now on. */
export const putInOrder = async (tx: Tx, fileIds: readonly string[]): Promise<void> => {
  for (const [index, id] of fileIds.entries())
    await tx
      .updateTable('signed_file')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute();
};
