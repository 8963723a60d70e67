import type { Logger } from 'pino';
import type { Workers } from '../adapters/worker-pool.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { Clock } from '../kit/time.ts';
import { keepPieces } from './file-store.ts';
import type { JobFailure } from './job.ts';
import { keyOf } from './key-store.ts';
import type { Wanted } from './kind.ts';
import type { Progress } from './progress.ts';
import { beat, claimJob, failJob, finishJob } from './store.ts';

/** Files that are made in the background. */
export interface Jobs {
  /**
   * Has a file made, or finds the one that is being made or was made of the same data. Waits for it as
   * long as a person waits for a page. The id of its job comes back.
   */
  ask(wanted: Wanted, doer: SignedDoer): Promise<string>;
  /** Breaks off what is under way; it can be done again after the next start. */
  stop(): Promise<void>;
}

export interface JobLine {
  readonly db: Db;
  readonly workers: Workers;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long somebody who asks waits before seeing a page with progress. */
  readonly patienceMilliseconds?: number | undefined;
}

const patience = 1000;
const beatEveryMilliseconds = 1000;

/** Starts taking jobs. What goes wrong with one is stored with it and logged. */
export const openJobs = (line: JobLine): Jobs => {
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const start = (id: string, wanted: Wanted, at: string) => {
    const work = made(line, { id, wanted, at, signal: stopping.signal });
    underWay.set(
      id,
      work.finally(() => underWay.delete(id)),
    );
  };
  return {
    ask: async (wanted, doer) => {
      const now = doer.at;
      const key = await keyOf(line.db, wanted, now);
      const asked = { ...wanted, key, askedBy: doer.accountId, now };
      const { id, isNew } = await inTransaction(line.db, (tx) => claimJob(tx, asked));
      if (isNew) start(id, wanted, now);
      await patiently(underWay.get(id), line.patienceMilliseconds ?? patience);
      return id;
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(underWay.values());
    },
  };
};

/** Another server's work, and what is done already, is not waited for. */
const patiently = async (work: Promise<void> | undefined, milliseconds: number): Promise<void> => {
  if (!work) return;
  let timer: NodeJS.Timeout | undefined;
  const patienceEnds = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patienceEnds]);
  clearTimeout(timer);
};

interface Made {
  readonly id: string;
  readonly wanted: Wanted;
  readonly at: string;
  readonly signal: AbortSignal;
}

/** Makes a file and stores it. Never throws. */
const made = async (line: JobLine, { id, wanted, at, signal }: Made): Promise<void> => {
  const { db, workers } = line;
  const pulse = beating(line, id);
  const now = () => line.clock.now().toISOString();
  try {
    const { kind, campaignId, params } = wanted;
    const task = { ...params, campaignId, at };
    const { fileName, bytes } = await workers.make(kind.work, task, { tell: pulse.tell, signal });
    await pulse.end();
    await keepPieces(db, id, bytes);
    await finishJob(db, id, { fileName, size: bytes.length }, now());
  } catch (failure) {
    const error = failureOf(failure, signal);
    if (error === 'failed') line.log.error({ job: id, err: failure }, 'a file was not made');
    await pulse.end();
    await safely(line, () => failJob(db, id, error, now()));
  }
};

const failureOf = (failure: unknown, signal: AbortSignal): JobFailure => {
  if (signal.aborted) return 'broken-off';
  return failure instanceof Problem && failure.code === 'export-busy' ? 'busy' : 'failed';
};

/** Says each second that the job is alive, and how far it is. */
const beating = (line: JobLine, id: string) => {
  let newest: Progress | null = null;
  let telling = Promise.resolve();
  const timer = setInterval(() => {
    const now = line.clock.now().toISOString();
    telling = telling.then(() => safely(line, () => beat(line.db, id, newest, now)));
  }, beatEveryMilliseconds);
  return {
    tell: (progress: Progress) => {
      newest = progress;
    },
    end: () => {
      clearInterval(timer);
      return telling;
    },
  };
};

/** A database that does not answer leaves the job silent, which tells the same. */
const safely = async (line: JobLine, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (failure) {
    line.log.error({ err: failure }, 'the state of a file could not be stored');
  }
};
