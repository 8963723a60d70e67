import { handedOver } from '../adapters/worker-pool.ts';
import { openDatabase, type Place } from '../db/open.ts';
import { writeAppendix } from './write-appendix.ts';

/** What runs in a worker thread; the pool calls it by this name. Opens and closes its own connection. */
export const appendix = async (task: { place: Place; campaignId: string; at: string }) => {
  const db = openDatabase(task.place);
  try {
    const file = await writeAppendix(db, task.campaignId, task.at);
    return handedOver(file, file.bytes);
  } finally {
    await db.destroy();
  }
};
