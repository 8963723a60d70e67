import type { Config } from '../config.ts';
import { migrate, openDatabase } from '../db/open.ts';
import { consoleText } from '../strings/console.ts';

/** Brings the configured database up to date and says what was done. */
export const migrateCommand = async (config: Config): Promise<void> => {
  const db = openDatabase(config.database);
  try {
    console.log(consoleText.migrated(await migrate(db)));
  } finally {
    await db.destroy();
  }
};
