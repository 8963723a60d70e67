import { v7 as newId } from 'uuid';
import type { JobRow } from '../db/jobs-schema.ts';
import type { Db, Tx } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';
import { type Job, type JobFailure, keptSeconds, silentSince } from './job.ts';
import type { Wanted } from './kind.ts';
import type { Progress } from './progress.ts';

/** A job that somebody asks for, and who and when. */
export interface AskedJob extends Wanted {
  /** Equal for the same file of the same data. */
  readonly key: string;
  readonly askedBy: string;
  readonly now: string;
}

/**
 * The job with this key that is under way or done, or a new one. Of several who ask at once one alone
 * is told that it is new, and has to do it.
 */
export const claimJob = async (
  tx: Tx,
  asked: AskedJob,
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  await breakOffSilent(tx, silentSince(asked.now), asked.now);
  const known = await usableJob(tx, asked.key);
  if (known !== undefined) return { id: known, isNew: false };
  const added = await tx
    .insertInto('job')
    .values(newRow(asked))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  // Somebody else was quicker, in a transaction that has ended by now.
  const id = added?.id ?? (await usableJob(tx, asked.key));
  if (id === undefined) throw new Error('a job was taken away while it was asked for');
  return { id, isNew: added !== undefined };
};

const usableJob = async (db: Db, key: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('key', '=', key)
    .where('state', '<>', 'failed')
    .executeTakeFirst();
  return row?.id;
};

const newRow = ({ kind, campaignId, params, key, askedBy, now }: AskedJob): JobRow => ({
  id: newId(),
  kind: kind.code,
  campaign_id: campaignId,
  params: JSON.stringify(params),
  key,
  title: kind.title(params),
  state: 'waiting',
  asked_by: askedBy,
  asked_at: now,
  beat_at: now,
  expires_at: addSeconds(now, keptSeconds),
  rows_done: 0,
  rows_of: 0,
  finished_at: null,
  file_name: null,
  type: kind.type(params),
  size: null,
  error: null,
});

/** Its server is at it, this far; without any progress it waits for its turn. */
export const beat = async (
  db: Db,
  id: string,
  progress: Progress | null,
  now: string,
): Promise<void> => {
  const far = progress && { state: 'running' as const, ...rowsOf(progress) };
  await underWay(db, id)
    .set({ beat_at: now, ...far })
    .execute();
};

const rowsOf = ({ done, of }: Progress) => ({ rows_done: done, rows_of: of });

/** There is no file, and why. */
export const failJob = async (
  db: Db,
  id: string,
  error: JobFailure,
  now: string,
): Promise<void> => {
  await underWay(db, id).set({ state: 'failed', error, finished_at: now }).execute();
};

/** There is the file: its pieces are stored already. */
export const finishJob = async (
  db: Db,
  id: string,
  file: { readonly fileName: string; readonly size: number },
  now: string,
): Promise<void> => {
  await underWay(db, id)
    .set({ state: 'done', file_name: file.fileName, size: file.size, finished_at: now })
    .set({ expires_at: addSeconds(now, keptSeconds) })
    .execute();
};

const underWay = (db: Db, id: string) =>
  db.updateTable('job').where('id', '=', id).where('state', 'in', ['waiting', 'running']);

/** Marks as broken off what no server has spoken of since an instant. */
export const breakOffSilent = async (db: Db, since: string, now: string): Promise<void> => {
  await db
    .updateTable('job')
    .set({ state: 'failed', error: 'broken-off', finished_at: now })
    .where('state', 'in', ['waiting', 'running'])
    .where('beat_at', '<', since)
    .execute();
};

/** Forgets the jobs that nobody sees any more, with their files. */
export const forgetJobsUntil = async (db: Db, now: string): Promise<void> => {
  await db.deleteFrom('job').where('expires_at', '<=', now).execute();
};

/** The job with this id, or `undefined` when there is none or its day is over. */
export const jobById = async (db: Db, id: string, now: string): Promise<Job | undefined> => {
  const row = await jobRows(db, now).where('job.id', '=', id).executeTakeFirst();
  return row && jobFrom(row, now);
};

const mostListed = 100;

/** The jobs of the last day, newest first. */
export const newestJobs = async (db: Db, now: string): Promise<Job[]> => {
  const newest = jobRows(db, now).orderBy('job.asked_at', 'desc').orderBy('job.id', 'desc');
  const rows = await newest.limit(mostListed).execute();
  return rows.map((row) => jobFrom(row, now));
};

type ListedRow = Awaited<ReturnType<ReturnType<typeof jobRows>['execute']>>[number];

const jobRows = (db: Db, now: string) =>
  db
    .selectFrom('job')
    .innerJoin('account', 'account.id', 'job.asked_by')
    .innerJoin('campaign', 'campaign.id', 'job.campaign_id')
    .selectAll('job')
    .select(['account.name as asker', 'campaign.code', 'campaign.title as campaign'])
    .where('job.expires_at', '>', now);

const jobFrom = (row: ListedRow, now: string): Job => {
  const isSilent =
    (row.state === 'waiting' || row.state === 'running') && row.beat_at < silentSince(now);
  return {
    id: row.id,
    kind: row.kind,
    campaignId: row.campaign_id,
    campaign: { code: row.code, title: row.campaign },
    params: JSON.parse(row.params),
    title: row.title,
    state: isSilent ? 'failed' : row.state,
    error: isSilent ? 'broken-off' : row.error,
    askedBy: row.asker,
    askedAt: row.asked_at,
    done: row.rows_done,
    of: row.rows_of,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    size: row.size,
  };
};
