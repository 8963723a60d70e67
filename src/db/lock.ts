import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Problem } from '../kit/problem.ts';

/**
 * Keeps a second server away from the same data folder: holds an exclusive transaction on a small
 * database beside the data for the life of the process. The system releases it even at SIGKILL, so
 * there are no stale locks. Returns the release. Throws `server-already-running`.
 */
export const holdServerLock = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Sqlite(join(dataDir, 'server-lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (failure) {
    lock.close();
    if (failure instanceof Sqlite.SqliteError && failure.code.startsWith('SQLITE_BUSY'))
      throw new Problem('server-already-running');
    throw failure;
  }
  return () => lock.close();
};
