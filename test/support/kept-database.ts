import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openWorkers, type Workers } from '../../src/adapters/worker-pool.ts';
import { openDatabase, type Place } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { administer } from './postgres.ts';

/** A database that serves one test after the other. */
export interface KeptDatabase {
  readonly place: Place;
  readonly workers: Workers;
  /** Makes it as it was when it was migrated, and opens it. */
  emptied(): Promise<Db>;
  /** When a test is done with it. */
  left(): Promise<void>;
}

/** A file is quickly copied and opened: only its path is kept, for the threads. */
export const keptFile = (): KeptDatabase => {
  const folder = join(inject('scratch'), randomUUID());
  const place = { file: join(folder, 'phuluc.sqlite') };
  let db: Db | undefined;
  return {
    place,
    workers: openWorkers(place),
    emptied: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      copyFileSync(inject('templates').file, place.file);
      db = openDatabase(place);
      return Promise.resolve(db);
    },
    left: async () => db?.destroy(),
  };
};

/** On the server a database is kept with its connections: a new one takes a third of a second. */
export const keptOnServer = async (): Promise<KeptDatabase> => {
  const name = `test_${randomUUID()}`;
  const template = inject('templates').url;
  await administer(template, `create database ${pg.escapeIdentifier(name)} template template`);
  const place = { url: new URL(name, template).href };
  const db = openDatabase(place);
  const empty = await emptying(db);
  const emptied = async () => {
    await empty();
    return db;
  };
  return { place, workers: openWorkers(place), emptied, left: () => Promise.resolve() };
};

/**
 * What brings a database back to what it is now. The rows are deleted and their room is given back,
 * so that rows without an order come as they would from a new table; `truncate` would take twice as long.
 */
const emptying = async (db: Db): Promise<() => Promise<void>> => {
  const tables = await tablesOf(db);
  await run(db, 'create schema initial');
  const filled: string[] = [];
  for (const table of tables) {
    const { rows } = await run(db, `select 1 from ${table} limit 1`);
    if (rows.length === 0) continue;
    await run(db, `create table initial.${table} as table ${table}`);
    filled.push(`insert into ${table} select * from initial.${table}`);
  }
  // Neither the triggers that keep what is on record nor foreign keys are asked.
  const settings = [
    "set local lock_timeout = '10s'",
    'set local session_replication_role = replica',
  ];
  const deletions = tables.map((table) => `delete from ${table}`);
  const statements = ['begin', ...settings, ...deletions, ...filled, 'commit'].join(';');
  return async () => {
    await run(db, statements);
    await run(db, `vacuum ${tables.join(', ')}`);
  };
};

/** What the migrations have made, as quoted names; what has been migrated is no test's business. */
const tablesOf = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  return rows.map(({ name }) => pg.escapeIdentifier(name));
};

const run = (db: Db, statements: string) => sql.raw(statements).execute(db);
