import { sql } from 'kysely';
import { inject } from 'vitest';
import type { Db } from '../../src/db/schema.ts';

/** Every row of every table that the product writes. */
export const allRows = async (db: Db): Promise<unknown[]> => {
  const names =
    inject('dialect') === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  const { rows } = await names.execute(db);
  return Promise.all(
    rows.map(async ({ name }) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows),
  );
};
