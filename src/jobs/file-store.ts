import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../db/schema.ts';

/**
 * Small enough for every write to be over in a blink, and a multiple of 3, so that Base64 fits together:
 * SQLite's driver itself never lets go of the thread.
 */
const pieceBytes = 3 * 16 * 1024;

/**
 * After each piece others have as much time as it took. One turn of the event loop would not do: an
 * answer takes several, and would wait for a piece in each of them.
 */
const sharing = async <T>(work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  const done = await work();
  await pause(performance.now() - began);
  return done;
};

/** Stores the bytes of a job's file piece by piece, so that nobody waits long for the database. */
export const keepPieces = async (db: Db, jobId: string, bytes: Uint8Array): Promise<void> => {
  for (let position = 0; position * pieceBytes < bytes.length; position += 1) {
    const piece = bytes.subarray(position * pieceBytes, (position + 1) * pieceBytes);
    const content = Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('base64');
    const row = { job_id: jobId, position, content };
    await sharing(() => db.insertInto('job_piece').values(row).execute());
  }
};

/** A file that was made, as it is handed out. */
export interface KeptFile {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The file of a job that is done, or `undefined` when it is not, or its day is over. */
export const fileOfJob = async (
  db: Db,
  jobId: string,
  now: string,
): Promise<KeptFile | undefined> => {
  const row = await db
    .selectFrom('job')
    .select(['file_name as fileName', 'type', 'size'])
    .where('id', '=', jobId)
    .where('state', '=', 'done')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const { fileName, type, size } = row ?? {};
  if (!fileName || !type || size === null || size === undefined) return undefined;
  const bytes = await piecesOf(db, jobId, size);
  return bytes && { fileName, type, bytes };
};

/** Read one by one, as they were written; `undefined` when they were taken away meanwhile. */
const piecesOf = async (db: Db, jobId: string, size: number): Promise<Uint8Array | undefined> => {
  const bytes = Buffer.alloc(size);
  let at = 0;
  for (let position = 0; at < size; position += 1) {
    const piece = await sharing(() => pieceAt(db, jobId, position));
    if (!piece) return undefined;
    at += bytes.write(piece.content, at, 'base64');
  }
  return bytes;
};

const pieceAt = (db: Db, jobId: string, position: number) =>
  db
    .selectFrom('job_piece')
    .select('content')
    .where('job_id', '=', jobId)
    .where('position', '=', position)
    .executeTakeFirst();
