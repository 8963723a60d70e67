import type { Config } from '../config.ts';
import { consoleText } from '../strings/console.ts';
import { openMigrated } from './open-migrated.ts';

/** Brings the configured database up to date and says what was done. */
export const migrateCommand = async (config: Config): Promise<void> => {
  const { db, done } = await openMigrated(config.database);
  console.log(consoleText.migrated(done));
  await db.destroy();
};
