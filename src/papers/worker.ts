import { handedOver } from '../adapters/worker-pool.ts';
import { openDatabase, type Place } from '../db/open.ts';
import { Problem } from '../kit/problem.ts';
import { writeUnitFile } from './write-unit-file.ts';

/**
 * What runs in a worker thread; the pool calls it by this name. Opens and closes its own connection.
 * `null`: there is no such version (refusals lose their class between threads).
 */
export const unitFile = async (task: { place: Place; reportId: string; version: number }) => {
  const db = openDatabase(task.place);
  try {
    const file = await writeUnitFile(db, task.reportId, task.version);
    return handedOver(file, file.bytes);
  } catch (failure) {
    if (failure instanceof Problem) return null;
    throw failure;
  } finally {
    await db.destroy();
  }
};
