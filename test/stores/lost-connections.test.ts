import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

/** On SQLite there are no connections to lose, so this is about PostgreSQL in every run. */
let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase('postgres');
});
afterEach(() => fresh.close());

test('a PostgreSQL server that ends idle connections stops nothing: the next query opens one', async () => {
  const other = openDatabase(fresh.place);
  const backend = sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const first = (await backend.execute(other)).rows[0]?.pid;
  const ending = sql<{ ended: boolean }>`select pg_terminate_backend(${first}, 5000) as ended`;
  expect((await ending.execute(fresh.db)).rows).toEqual([{ ended: true }]);
  const next = (await backend.execute(other)).rows[0]?.pid;
  expect(next).not.toBe(first);
  await other.destroy();
});
