import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Workers } from '../../src/adapters/worker-pool.ts';
import type { Place } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { type KeptDatabase, keptFile, keptOnServer } from './kept-database.ts';
import { administer } from './postgres.ts';

export interface FreshDatabase {
  readonly place: Place;
  readonly db: Db;
  /** Threads that serve this database; they outlive it and are never closed by a test. */
  readonly workers: Workers;
  /** Gives it back. What was read from it stays valid, what is asked afterwards does not. */
  close(): Promise<void>;
}

export type Dialect = 'sqlite' | 'postgres';

/** Not in use just now. A test process makes as many as one test needs at the same time. */
const idle: Record<Dialect, KeptDatabase[]> = { sqlite: [], postgres: [] };

/**
 * A migrated database that nobody else has, of the dialect of this test run unless told otherwise.
 * It is as empty as a new one, but its connections and threads are warm: making all of that anew
 * would take longer than most tests.
 */
export const freshDatabase = async (
  dialect: Dialect = inject('dialect'),
): Promise<FreshDatabase> => {
  const kept = idle[dialect].pop() ?? (await (dialect === 'sqlite' ? keptFile() : keptOnServer()));
  // One that can't be emptied is not used again.
  const db = await kept.emptied();
  const close = async () => {
    await kept.left();
    idle[dialect].push(kept);
  };
  return { place: kept.place, workers: kept.workers, db, close };
};

/** Where no table is yet. `remove` fails on PostgreSQL while anybody is connected. */
export const emptyPlace = async (): Promise<{ place: Place; remove(): Promise<void> }> => {
  if (inject('dialect') === 'sqlite') {
    const folder = freshFolder();
    const remove = () => Promise.resolve(rmSync(folder, { recursive: true }));
    return { place: { file: join(folder, 'phuluc.sqlite') }, remove };
  }
  const server = inject('templates').url;
  const name = `test_${randomUUID()}`;
  const quoted = pg.escapeIdentifier(name);
  await administer(server, `create database ${quoted}`);
  const remove = () => administer(server, `drop database ${quoted}`);
  return { place: { url: new URL(name, server).href }, remove };
};

/** A new folder of this run; it is swept away at the end with all that lies in it. */
export const freshFolder = (): string => {
  const folder = join(inject('scratch'), randomUUID());
  mkdirSync(folder);
  return folder;
};
