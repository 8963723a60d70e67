import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ready } from '../../scripts/ready.js';
import { migrate, openDatabase, type Place } from '../../src/db/open.ts';
import { startPostgres } from './postgres.ts';
import { makeScratch } from './scratch.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database under the tests of this project. */
    dialect: 'sqlite' | 'postgres';
    /** A folder for this run's files; it is gone afterwards. */
    scratch: string;
    /** Migrated and otherwise empty: every fresh database is a copy of one of these. */
    templates: { file: string; url: string };
  }
}

/** Once for a run: the built product, a PostgreSQL server, and a migrated template for each dialect. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const scratch = makeScratch();
  const [postgres] = await Promise.all([startPostgres(scratch), ready({ development: true })]);
  const file = join(scratch, 'template.sqlite');
  const url = await postgres.createDatabase('template');
  await Promise.all([migrated({ file }), migrated({ url })]);
  project.provide('scratch', scratch);
  project.provide('templates', { file, url });
  return postgres.stop;
};

const migrated = async (place: Place): Promise<void> => {
  const db = openDatabase(place);
  await migrate(db);
  await db.destroy();
};
