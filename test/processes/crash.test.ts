import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { numbersFrom } from '../../src/demo/made-up-people.ts';
import { entryHash } from '../../src/history/store.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { versionNumbered } from '../../src/reports/version-store.ts';
import { aCity, aPerson, password, people } from '../support/city.ts';
import { type Content, CrashClerk, type Known } from '../support/crash-clerk.ts';
import { freshFolder } from '../support/database.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Visitor } from '../support/visitor.ts';

const rounds = 20;
const mostAnswers = 40;
/** Longer than one request takes, in milliseconds. */
const longestPause = 12;
const campaign = 'cchc-2024';
const units = ['phong-noi-vu', 'phong-tu-phap', 'mn-binh-han', people.minh.unit, people.tam.unit];
/** Repeats the moments of an earlier run: `CRASH_SEED=… npm test -- crash`. */
const seed = Number(process.env.CRASH_SEED ?? 1 + (Date.now() % 1_000_000));

let server: ServerProcess | undefined;
afterEach(() => server?.end('SIGKILL'));

test(`what was answered survives ${rounds} kills of the server, whole (CRASH_SEED=${seed})`, {
  timeout: 300_000,
}, async () => {
  const dataDir = await withClerks();
  const file = join(dataDir, 'phuluc.sqlite');
  const next = numbersFrom(seed);
  const clerks = units.map((unit) => new CrashClerk(`/bao-cao/${campaign}/${unit}`, next));
  server = await ServerProcess.start({ DATA_DIR: dataDir });
  const sessions = await signedIn(server.address);
  for (let round = 1; round <= rounds; round += 1) {
    await killedUnderWork(server, clerks, sessions, next);
    server = await ServerProcess.start({ DATA_DIR: dataDir });
    await checkClerks(file, clerks, round);
    checkFile(file);
  }
});

/** Lets all clerks work, and kills the server at a random moment after a random number of answers. */
const killedUnderWork = async (
  server: ServerProcess,
  clerks: readonly CrashClerk[],
  sessions: readonly string[],
  next: () => number,
): Promise<void> => {
  const kill = async () => {
    await pause(next() * longestPause);
    await server.end('SIGKILL');
  };
  let left = 1 + Math.floor(next() * mostAnswers);
  const answered = () => {
    left -= 1;
    if (left === 0) void kill();
  };
  const working = clerks.map(async (clerk, index) =>
    clerk.work(await returning(server.address, sessions[index] ?? ''), answered),
  );
  await Promise.all(working);
};

/** A data folder with a campaign and one clerk for each unit. */
const withClerks = async (): Promise<string> => {
  const dataDir = freshFolder();
  const file = join(dataDir, 'phuluc.sqlite');
  copyFileSync(inject('templates').file, file);
  const db = openDatabase({ file });
  await aCity(db);
  for (const unit of units.slice(0, 3))
    await aPerson(db, {
      role: 'clerk',
      name: `Cán bộ ${unit}`,
      email: `${unit}@thu.example`,
      unit,
    });
  await db.destroy();
  return dataDir;
};

/** The clerks' session cookies: they must outlive every kill as well. */
const signedIn = async (address: string): Promise<string[]> => {
  const sessions: string[] = [];
  for (const unit of units) {
    const visitor = new Visitor(address);
    expect((await visitor.signIn(unit, password)).location).toBe('/');
    sessions.push(visitor.session ?? '');
  }
  return sessions;
};

/** A clerk who comes back with the old cookie and reads the token off a page. */
const returning = async (address: string, session: string): Promise<Visitor> => {
  const visitor = new Visitor(address);
  visitor.session = session;
  await visitor.get('/tro-giup').catch(() => undefined);
  return visitor;
};

/** Each report stands as its clerk was last told, or as the one unanswered question would have left it. */
const checkClerks = async (
  file: string,
  clerks: readonly CrashClerk[],
  round: number,
): Promise<void> => {
  for (const [index, clerk] of clerks.entries()) {
    const stored = await storedReport(file, units[index] ?? '');
    const expected =
      stored.revision === clerk.known.revision ? nearest(clerk, stored) : clerk.perhaps;
    expect(stored, `CRASH_SEED=${seed}, round ${round}`).toEqual(expected);
    clerk.known = stored;
  }
};

/** Sending keeps the revision: there the state tells whether it was done. */
const nearest = ({ known, perhaps }: CrashClerk, stored: Known): Known =>
  stored.state === known.state ? known : perhaps;

const storedReport = async (file: string, unit: string): Promise<Known> => {
  const db = openDatabase({ file });
  try {
    const { report, campaign: its } = await reportFound(db, campaign, unit);
    const staff = its.categories.find(({ code }) => code === 'vien-chuc');
    const draft = await draftOf(db, report.id);
    const versions: Content[] = [];
    for (let number = 1; number <= report.lastVersion; number += 1) {
      const version = await versionNumbered(db, report.id, number);
      const rows = version?.participants.map(({ categoryId, ...person }) => ({
        ...person,
        category: its.categories.find(({ id }) => id === categoryId)?.name ?? '',
      }));
      const headcount = version?.counts.find(
        ({ categoryId }) => categoryId === staff?.id,
      )?.headcount;
      versions.push({ headcount: String(headcount), rows: rows ?? [] });
    }
    const headcount = draft.headcounts[staff?.id ?? ''] ?? '';
    const { state, draftRevision: revision } = report;
    return { state, revision, draft: { headcount, rows: draft.rows }, versions };
  } finally {
    await db.destroy();
  }
};

/** The file is sound, no version is half there, and the history is one unbroken chain. */
const checkFile = (file: string): void => {
  const database = new Sqlite(file, { readonly: true });
  try {
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.prepare(halfVersions).all()).toEqual([]);
    checkHistory(database);
  } finally {
    database.close();
  }
};

const halfVersions = `select id from version where
  participants <> (select count(*) from version_participant where version_id = version.id)
  or categories <> (select count(*) from version_headcount where version_id = version.id)
  or headcount <> (select sum(headcount) from version_headcount where version_id = version.id)
  or participants <> (select sum(participants) from version_headcount where version_id = version.id)
  or not exists (select 1 from report_event as event where event.report_id = version.report_id
    and event.kind = 'sent' and event.version = version.number)
  or not exists (select 1 from history where action = 'report.sent' and subject = version.report_id
    and details like '{"version":' || version.number || ',%')`;

type Entry = Parameters<typeof entryHash>[1] & { readonly hash: string };

const checkHistory = (database: Sqlite.Database): void => {
  const entries = database.prepare('select * from history order by seq').all() as Entry[];
  let before = '';
  for (const [index, entry] of entries.entries()) {
    expect(entry.seq).toBe(index + 1);
    expect(entry.hash).toBe(entryHash(before, entry));
    before = entry.hash;
  }
  const head = database.prepare('select seq, hash from history_head').get();
  expect(head).toEqual({ seq: entries.length, hash: before });
};
