import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

/** On SQLite there are no connections to lose. */
test.runIf(inject('dialect') === 'postgres')(
  'a PostgreSQL server that drops its idle connections stops nothing: the next query opens a new one',
  async () => {
    const other = openDatabase(fresh.place);
    const own = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other);
    const pid = own.rows[0]?.pid;
    const gone = sql<{ ended: boolean }>`select pg_terminate_backend(${pid}, 5000) as ended`;
    expect((await gone.execute(fresh.db)).rows).toEqual([{ ended: true }]);
    const next = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other);
    expect(next.rows[0]?.pid).not.toBe(pid);
    await other.destroy();
  },
);
