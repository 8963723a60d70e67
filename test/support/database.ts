import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Place } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { administer } from './postgres.ts';

export interface FreshDatabase {
  readonly place: Place;
  readonly db: Db;
  /** Closes `db` and removes the database. */
  close(): Promise<void>;
}

export type Dialect = 'sqlite' | 'postgres';

/** A migrated database that nobody else has, of the dialect of this test run unless told otherwise. */
export const freshDatabase = async (
  dialect: Dialect = inject('dialect'),
): Promise<FreshDatabase> => {
  const { place, remove } = await freshPlace(dialect);
  const db = openDatabase(place);
  const close = async () => {
    await db.destroy();
    await remove();
  };
  return { place, db, close };
};

export interface FreshPlace {
  readonly place: Place;
  remove(): Promise<void>;
}

/** The same without a connection, for tests that give the place to another process. */
export const freshPlace = (dialect: Dialect = inject('dialect')): Promise<FreshPlace> =>
  dialect === 'postgres' ? freshOnServer() : Promise.resolve(freshFile());

/** A new folder of this run; it is swept away at the end with all that lies in it. */
export const freshFolder = (): string => {
  const folder = join(inject('scratch'), randomUUID());
  mkdirSync(folder);
  return folder;
};

const freshFile = (): FreshPlace => {
  const folder = freshFolder();
  const file = join(folder, 'phuluc.sqlite');
  copyFileSync(inject('templates').file, file);
  const remove = () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
  return { place: { file }, remove };
};

const freshOnServer = async (): Promise<FreshPlace> => {
  const name = `test_${randomUUID()}`;
  const quoted = pg.escapeIdentifier(name);
  const template = inject('templates').url;
  await administer(template, `create database ${quoted} template template strategy file_copy`);
  const remove = () => administer(template, `drop database if exists ${quoted} with (force)`);
  return { place: { url: new URL(name, template).href }, remove };
};
