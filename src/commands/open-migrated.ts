import { WrongSetting } from '../config.ts';
import { migrate, openDatabase, type Place } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { consoleText } from '../strings/console.ts';

export interface Migrated {
  readonly db: Db;
  /** Names of the migrations that were done just now. */
  readonly done: readonly string[];
}

/**
 * The database at `place`, opened and up to date. A database server that can't be reached is a
 * setting to be mended, not a bug: throws `WrongSetting`.
 */
export const openMigrated = async (place: Place): Promise<Migrated> => {
  const db = openDatabase(place);
  try {
    return { db, done: await migrate(db) };
  } catch (failure) {
    await db.destroy();
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : undefined;
    if ('url' in place && code !== undefined) throw new WrongSetting(consoleText.noDatabase(code));
    throw failure;
  }
};
