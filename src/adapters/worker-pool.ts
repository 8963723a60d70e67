import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Place } from '../db/open.ts';
import { Problem } from '../kit/problem.ts';

/** Long computing, away from the thread that answers requests. */
export interface Exports {
  /**
   * The appendix as an xlsx file; `at` is the instant of the export (UTC ISO text).
   * Refuses with `export-busy` when too many are waiting already.
   */
  appendix(campaignId: string, at: string): Promise<WrittenFile>;
  /** Ends the thread; what is running or waiting is broken off. */
  close(): Promise<void>;
}

/** One thread, started by the first export and ended when nobody needed it for a minute. */
export const openExports = (place: Place): Exports => {
  const pool = new Piscina<Task, WrittenFile>({
    filename: entry.href,
    execArgv: fromSource ? understandingTypeScript() : [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMilliseconds,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  pool.on('error', () => {}); // A thread that dies idle must not take the server along.
  const inTurn = oneAtATime();
  const closing = new AbortController();
  const work = (name: string, task: Task) => inTurn(() => run(pool, name, task, closing.signal));
  return {
    appendix: (campaignId, at) => work('appendix', { place, campaignId, at }),
    close: () => {
      closing.abort();
      return pool.destroy();
    },
  };
};

/** Marks a worker's answer so that its bytes change threads without being copied. */
export const handedOver = (file: WrittenFile): WrittenFile =>
  move({
    [transferableSymbol]: [file.bytes.buffer],
    [valueSymbol]: file,
  } as never) as unknown as WrittenFile;

interface Task {
  readonly place: Place;
  readonly campaignId: string;
  readonly at: string;
}

const mostInLine = 16;
const idleMilliseconds = 60_000;
const megabytes = 512;

/** Piscina's own line is not used: work that waits there is forgotten when the thread dies. */
const oneAtATime = () => {
  let inLine = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inLine >= mostInLine) throw new Problem('export-busy');
    inLine += 1;
    const turn = last.then(work).finally(() => {
      inLine -= 1;
    });
    last = turn.catch(() => {});
    return turn;
  };
};

/**
 * A thread that can't even start says so by the pool's `error` event and leaves its task waiting;
 * a pool that was closed would start a new thread. So both are told to the task by its signal.
 */
const run = async (
  pool: Piscina<Task, WrittenFile>,
  name: string,
  task: Task,
  closing: AbortSignal,
): Promise<WrittenFile> => {
  const failed = new AbortController();
  const fail = (error: Error) => failed.abort(error);
  pool.once('error', fail);
  try {
    return await pool.run(task, { name, signal: AbortSignal.any([closing, failed.signal]) });
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    pool.off('error', fail);
  }
};

/** Under tsx and vitest the sources themselves run; a built server runs `dist`. */
const fromSource = import.meta.url.endsWith('.ts');
const entry = new URL(`../appendix/worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);

/** `--import tsx` alone does nothing in a worker thread: tsx registers itself in the main one only. */
const understandingTypeScript = (): string[] => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const api = new URL('dist/esm/api/index.mjs', tsx);
  return ['--import', `data:text/javascript,import{register}from"${api}";register()`];
};
