import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkers } from '../../src/adapters/worker-pool.ts';
import { appendixKind } from '../../src/appendix/kinds.ts';
import { start } from '../../src/commands/serve.ts';
import { inTransaction } from '../../src/db/open.ts';
import { record } from '../../src/history/store.ts';
import { fileOfJob } from '../../src/jobs/file-store.ts';
import { keyOf } from '../../src/jobs/key-store.ts';
import { type Kind, wantedFile } from '../../src/jobs/kind.ts';
import { type JobLine, openJobs } from '../../src/jobs/runner.ts';
import { claimJob, forgetJobsUntil, jobById } from '../../src/jobs/store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { configOf, morning, SetClock } from '../support/product.ts';

let database: FreshDatabase;
let city: City;
let line: JobLine;
const clock = new SetClock(morning);

beforeAll(async () => {
  database = await freshDatabase();
  city = await aCity(database.db);
  const { db, workers } = database;
  line = { db, workers, clock, log: pino({ level: 'silent' }), patienceMilliseconds: 60_000 };
});
afterAll(() => database.close());

const lan = () => ({ accountId: city.ids.lan, address: 'test', at: clock.now().toISOString() });
const appendix = () => wantedFile(appendixKind, city.campaign.id);
const stored = (id: string) => jobById(database.db, id, clock.now().toISOString());
const numberOf = async (table: 'job' | 'job_piece') =>
  (await database.db.selectFrom(table).selectAll().execute()).length;

test('what is under way when the server stops is broken off, and made anew by the next one', async () => {
  const workers = openWorkers(database.place);
  const stopping = openJobs({ ...line, workers, patienceMilliseconds: 0 });
  const id = await stopping.ask(appendix(), lan());
  expect(await stored(id)).toMatchObject({ state: 'waiting', askedBy: 'Trần Thị Lan' });
  await stopping.stop();
  await workers.close();
  expect(await stored(id)).toMatchObject({ state: 'failed', error: 'broken-off' });
  const jobs = openJobs(line);
  const next = await jobs.ask(appendix(), lan());
  expect(next).not.toBe(id);
  expect(await stored(next)).toMatchObject({ state: 'done', error: null });
  const file = await fileOfJob(database.db, next, morning);
  expect(file?.fileName).toBe('Phu-luc_cchc-2024_20241211-0800.xlsx');
  await jobs.stop();
});

test('a server that begins finds what a crash left, where nobody else can be at it', async () => {
  const asked = { ...appendix(), key: 'left', askedBy: city.ids.lan, now: morning };
  const { id } = await inTransaction(database.db, (tx) => claimJob(tx, asked));
  const { db, workers } = database;
  const served = await start(configOf(database.place), { clock, opened: { db, workers } });
  await served.stop();
  const state = 'file' in database.place ? 'failed' : 'waiting';
  expect((await stored(id))?.state).toBe(state);
  // Several processes share a server: there the silence of a minute tells.
  expect(await jobById(db, id, addSeconds(morning, 61))).toMatchObject({ error: 'broken-off' });
});

test('of many who ask at once one does the work', async () => {
  const asked = { ...appendix(), key: 'at once', askedBy: city.ids.lan, now: morning };
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => inTransaction(database.db, (tx) => claimJob(tx, asked))),
  );
  expect(claims.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(1);
});

test('work that throws, or finds the line full, leaves a job that says so', async () => {
  const broken: Kind = {
    ...appendixKind,
    code: 'broken',
    work: { file: 'appendix/worker', name: 'nothing' },
  };
  const jobs = openJobs(line);
  const id = await jobs.ask(wantedFile(broken, city.campaign.id), lan());
  expect(await stored(id)).toMatchObject({ state: 'failed', error: 'failed' });
  const full = Array.from({ length: 40 }, () =>
    database.workers.make(appendixKind.work, { campaignId: city.campaign.id, at: morning }),
  );
  const waiting = Promise.allSettled(full);
  const refused = await jobs.ask(wantedFile({ ...broken, code: 'late' }, city.campaign.id), lan());
  expect(await stored(refused)).toMatchObject({ state: 'failed', error: 'busy' });
  await waiting;
  await jobs.stop();
});

test('taking files and signing in leave the state of the data as it is; drafts and reports do not', async () => {
  const key = () => keyOf(database.db, appendix(), morning);
  const happens = (action: string) =>
    inTransaction(database.db, (tx) => record(tx, lan(), action, city.campaign.id));
  const before = await key();
  for (const action of ['appendix.exported', 'list.exported', 'account.signed-in'])
    await happens(action);
  expect(await key()).toBe(before);
  await happens('unit.changed');
  const changed = await key();
  expect(changed).not.toBe(before);
  const found = await reportFound(database.db, 'cchc-2024', 'mn-binh-han');
  const draft = aDraft(city.campaign, { 'vien-chuc': '9' }, aList(2));
  const tam = { ...lan(), accountId: city.ids.tam };
  await saveDraft(database.db, found, draft, found.report.draftRevision, tam);
  expect(await key()).not.toBe(changed);
  expect(await keyOf(database.db, appendix(), addSeconds(morning, 24 * 3600))).not.toBe(
    await key(),
  );
});

test('after a day a file is gone, from the database too', async () => {
  const jobs = openJobs(line);
  const id = await jobs.ask(appendix(), lan());
  const dayLater = addSeconds(morning, 24 * 3600);
  expect(await fileOfJob(database.db, id, addSeconds(dayLater, -1))).toBeDefined();
  expect(await fileOfJob(database.db, id, dayLater)).toBeUndefined();
  expect(await jobById(database.db, id, dayLater)).toBeUndefined();
  await forgetJobsUntil(database.db, dayLater);
  expect([await numberOf('job'), await numberOf('job_piece')]).toEqual([0, 0]);
  await jobs.stop();
});
