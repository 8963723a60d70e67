import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { inTransaction, migrate, openDatabase } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const renamed = (db: Db, id: string, name: string) =>
  db.updateTable('unit_group').set({ name }).where('id', '=', id).execute();

const group = { id: 'g', code: 'phuong', name: 'Các phường', position: 1 };

describe('a database', () => {
  test('is up to date when it is opened, and migrating again changes nothing', async () => {
    expect(await migrate(fresh.db)).toEqual([]);
  });

  test('keeps all of a transaction', async () => {
    await inTransaction(fresh.db, (tx) => tx.insertInto('unit_group').values(group).execute());
    expect(await groups()).toEqual([group]);
  });

  test('keeps nothing of a transaction that fails half-way', async () => {
    const work = inTransaction(fresh.db, async (tx) => {
      await tx.insertInto('unit_group').values(group).execute();
      throw new Error('the lights went out');
    });
    await expect(work).rejects.toThrow('the lights went out');
    expect(await groups()).toEqual([]);
  });

  test('lets two writers wait for each other', async () => {
    const writers = ['a', 'b', 'c', 'd'].map((id, index) =>
      inTransaction(fresh.db, (tx) =>
        tx
          .insertInto('unit_group')
          .values({ ...group, id, code: id, position: index })
          .execute(),
      ),
    );
    await Promise.all(writers);
    expect(await groups()).toHaveLength(4);
  });

  test('of several writers at once takes back the failing one alone, and answers when all lies there', async () => {
    const reader = openDatabase(fresh.place);
    const written = (id: string, index: number) =>
      inTransaction(fresh.db, async (tx) => {
        const row = { ...group, id, code: id, position: index };
        await tx.insertInto('unit_group').values(row).execute();
        if (id === 'c') throw new Error('the lights went out');
        return id;
      });
    const answers = ['a', 'b', 'c', 'd'].map(async (id, index) => {
      const answer = await written(id, index);
      const row = reader.selectFrom('unit_group').select('id').where('id', '=', answer);
      return (await row.executeTakeFirst())?.id;
    });
    const settled = await Promise.allSettled(answers);
    await reader.destroy();
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))).toEqual([
      'a',
      'b',
      new Error('the lights went out'),
      'd',
    ]);
    expect((await groups()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'd']);
  });

  test('finishes two transactions that wait for each other', async () => {
    const other = { ...group, id: 'h', code: 'xa', position: 2 };
    await fresh.db.insertInto('unit_group').values([group, other]).execute();
    let begun = 0;
    const inOrder = (first: string, second: string) =>
      inTransaction(fresh.db, async (tx) => {
        await renamed(tx, first, `${first}${second}`);
        begun += 1;
        // On SQLite the other one begins only when this one is done: no use in waiting for it long.
        for (let turns = 0; begun < 2 && turns < 50; turns++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        await renamed(tx, second, `${first}${second}`);
      });
    await Promise.all([inOrder('g', 'h'), inOrder('h', 'g')]);
    const names = (await groups()).map(({ name }) => name);
    expect(new Set(names).size).toBe(1);
  });

  test('is not shared with another test', async () => {
    await fresh.db.insertInto('unit_group').values(group).execute();
    const other = await freshDatabase();
    expect(await other.db.selectFrom('unit_group').selectAll().execute()).toEqual([]);
    await other.close();
  });

  test('refuses to change or delete what is on record', async () => {
    await fresh.db
      .insertInto('history')
      .values({
        seq: 1,
        at: '2024-12-11T01:00:00.000Z',
        account_id: null,
        address: '127.0.0.1',
        action: 'signed-in',
        subject: 'account',
        details: '{}',
        hash: 'h',
      })
      .execute();
    const change = fresh.db.updateTable('history').set({ address: 'elsewhere' }).execute();
    await expect(change).rejects.toThrow('append-only');
    await expect(fresh.db.deleteFrom('history').execute()).rejects.toThrow('append-only');
  });

  test('is the one of this run: SQLite or PostgreSQL', async () => {
    const version =
      inject('dialect') === 'sqlite'
        ? sql`select sqlite_version() as v`
        : sql`select version() as v`;
    const { rows } = await version.execute(fresh.db);
    expect(String((rows[0] as { v: string }).v)).toMatch(
      inject('dialect') === 'sqlite' ? /^3\./ : /^PostgreSQL 18/,
    );
  });
});

test('SQLite flushes once for writers who wait at the same time', async () => {
  if ('url' in fresh.place) return;
  const reader = openDatabase(fresh.place);
  const seen: number[] = [];
  const writing = ['a', 'b', 'c'].map((id, index) =>
    inTransaction(fresh.db, async (tx) => {
      const row = { ...group, id, code: id, position: index };
      await tx.insertInto('unit_group').values(row).execute();
      seen.push((await reader.selectFrom('unit_group').select('id').execute()).length);
    }),
  );
  await Promise.all(writing);
  await reader.destroy();
  expect(seen).toEqual([0, 0, 0]);
  expect(await groups()).toHaveLength(3);
});

test('SQLite answers only when what was written lies on the disk', async () => {
  if ('url' in fresh.place) return;
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(fresh.db);
  const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(fresh.db);
  const foreignKeys = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(fresh.db);
  expect(journal.rows).toEqual([{ journal_mode: 'wal' }]);
  expect(synchronous.rows).toEqual([{ synchronous: 2 }]);
  expect(foreignKeys.rows).toEqual([{ foreign_keys: 1 }]);
});

const groups = () => fresh.db.selectFrom('unit_group').selectAll().execute();
