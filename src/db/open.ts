import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  Migrator,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { GroupCommits } from './group-commit.ts';
import type { Db, Tables, Tx } from './schema.ts';

/** Where the data lies: one SQLite file, or a PostgreSQL server. */
export type Place = { readonly file: string } | { readonly url: string };

/** Opens the database at `place`, making the SQLite file and its folder when they are missing. */
export const openDatabase = (place: Place): Db => {
  if ('url' in place) return new Kysely<Tables>({ dialect: postgres(place.url) });
  const db = new Kysely<Tables>({ dialect: new ImmediateSqlite(place.file) });
  groupCommits.set(db, new GroupCommits(db));
  return db;
};

/** Brings the tables to the newest migration. Throws the first failure. */
export const migrate = async (db: Db): Promise<readonly string[]> => {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
};

/**
 * Runs `work` in one transaction: all of it is stored, or nothing. Within it only `tx` may be used.
 * `work` may run more than once and must have no other effects: on SQLite works that wait at the same
 * time share a commit, and are done again one by one when one of them fails; PostgreSQL breaks off one
 * of two transactions that wait for each other, and that one is done again.
 */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const commits = groupCommits.get(db);
  return commits ? commits.add(work) : alone(db, work);
};

/** Of the databases that are SQLite files. */
const groupCommits = new WeakMap<Db, GroupCommits>();

const alone = async <T>(db: Db, work: (tx: Tx) => Promise<T>, triesLeft = 3): Promise<T> => {
  try {
    return await db.transaction().execute(work);
  } catch (failure) {
    if (triesLeft <= 1 || !isDeadlock(failure)) throw failure;
    return alone(db, work, triesLeft - 1);
  }
};

/** PostgreSQL's code for it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const isDeadlock = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === '40P01';

/** Its driver is loaded only here: a server on SQLite does without some megabytes. */
const postgres = (url: string): PostgresDialect => {
  const { Pool } = createRequire(import.meta.url)('pg') as typeof pg;
  const pool = new Pool({ connectionString: url, max: 10 });
  // An idle connection that the server ends is no failure: the next query opens another one.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
};

/** SQLite whose write transactions take their lock at the beginning, so that none fails half-way. */
class ImmediateSqlite extends SqliteDialect {
  readonly #config;

  constructor(file: string) {
    const config = { database: () => Promise.resolve(preparedOnce(openFile(file))) };
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

const openFile = (file: string): Sqlite.Database => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Sqlite(file, { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it `insert or replace` deletes a row without asking the triggers that keep it.
  database.pragma('recursive_triggers = ON');
  database.pragma('cache_size = -8000');
  return database;
};

const statementsKept = 200;

/** Keeps prepared statements: preparing the same text again costs more than running it. */
const preparedOnce = (database: Sqlite.Database): SqliteDatabase => {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = statements.get(text);
      if (known) return known;
      const statement = inRows(database.prepare<unknown[]>(text));
      if (statements.size >= statementsKept) statements.clear();
      statements.set(text, statement);
      return statement;
    },
  };
};

/** Rows are read as arrays and put together here: the driver takes twice as long to make objects. */
const inRows = (statement: Sqlite.Statement<unknown[]>): SqliteStatement => {
  if (!statement.reader) return statement;
  const names = statement.columns().map(({ name }) => name);
  statement.raw();
  const asRow = (values: unknown) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++)
      row[names[index] as string] = (values as unknown[])[index];
    return row;
  };
  return {
    reader: true,
    all: (parameters) => statement.all(...parameters).map(asRow),
    run: (parameters) => statement.run(...parameters),
    iterate: (parameters) => statement.iterate(...parameters),
  };
};
