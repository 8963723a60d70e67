import { handedOver } from '../adapters/worker-pool.ts';
import { openDatabase, type Place } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type WrittenFile, writeAppendix, writeFinal } from './write-appendix.ts';

/** What runs in a worker thread; the pool calls it by this name. Opens and closes its own connection. */
export const appendix = (task: { place: Place; campaignId: string; at: string; asOf?: string }) =>
  written(task.place, (db) => writeAppendix(db, task.campaignId, task.at, task.asOf));

/** The same for a file that is to be made final. */
export const final = (task: { place: Place; campaignId: string; number: number; at: string }) =>
  written(task.place, (db) => writeFinal(db, task.campaignId, task.number, task.at));

const written = async <File extends WrittenFile>(
  place: Place,
  write: (db: Db) => Promise<File>,
): Promise<File> => {
  const db = openDatabase(place);
  try {
    const file = await write(db);
    return handedOver(file, file.bytes);
  } finally {
    await db.destroy();
  }
};
