import { handedOver } from '../adapters/worker-pool.ts';
import { openDatabase, type Place } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type ProgressPort, tellThrough } from '../jobs/progress.ts';
import type { ListParams } from './kinds.ts';
import {
  type WrittenFile,
  type WrittenFinal,
  writeAppendix,
  writeFinal,
} from './write-appendix.ts';
import { writeList } from './write-list.ts';

/** What every task here holds. `at` is the instant at which somebody asked (UTC ISO text). */
interface Task {
  readonly place: Place;
  readonly campaignId: string;
  readonly at: string;
  readonly progress?: ProgressPort;
}

/** Runs in a worker thread; the pool calls it by this name. `asOf`: as it stood at that moment. */
export const appendix = (task: Task & { readonly asOf?: string }): Promise<WrittenFile> =>
  overOwnConnection(task, (db) =>
    writeAppendix(db, task.campaignId, task.at, {
      asOf: task.asOf,
      tell: tellThrough(task.progress),
    }),
  );

/** Runs in a worker thread; the pool calls it by this name. */
export const final = (task: Task & { readonly number: number }): Promise<WrittenFinal> =>
  overOwnConnection(task, (db) => writeFinal(db, task.campaignId, task.number, task.at));

/** Runs in a worker thread; the pool calls it by this name. */
export const list = (task: Task & ListParams): Promise<WrittenFile> =>
  overOwnConnection(task, (db) => writeList(db, task, tellThrough(task.progress)));

const overOwnConnection = async <File extends WrittenFile>(
  { place }: Task,
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
