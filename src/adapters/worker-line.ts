import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { Problem, type ProblemCode } from '../kit/problem.ts';

/**
 * A function that runs in a worker: the file that exports it, its name, how long it may take, what
 * changes hands with its input, and what breaks it off.
 */
export interface Task {
  readonly file: string;
  readonly name: string;
  readonly milliseconds?: number;
  readonly transferList?: [MessagePort];
  readonly signal?: AbortSignal | undefined;
}

/** Under tsx and vitest the sources themselves run; a built server runs `dist`. */
const fromSource = import.meta.url.endsWith('.ts');
/** The address of a file that a thread runs, as the one that runs now: `./reading-worker`. */
export const fileOf = (path: string): string =>
  new URL(`${path}.${fromSource ? 'ts' : 'js'}`, import.meta.url).href;

/** One thread, started by the first task and ended when nobody needed it for a minute. */
export const openLine = (busy: ProblemCode) => {
  const pool = new Piscina<unknown, unknown>({
    execArgv: fromSource ? understandingTypeScript() : [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMilliseconds,
    // People who wait for a page come first.
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  pool.on('error', () => {}); // A thread that dies idle must not take the server along.
  const inTurn = oneAtATime(busy);
  const closing = new AbortController();
  return {
    run: <Result>(task: Task, input: unknown): Promise<Result> =>
      inTurn(() => run<Result>(pool, task, input, closing.signal)),
    close: () => {
      closing.abort();
      return pool.destroy();
    },
  };
};

/** Work that is done one after another in one thread. */
export type Line = ReturnType<typeof openLine>;

const mostInLine = 16;
const idleMilliseconds = 60_000;
const megabytes = 512;

/** Piscina's own line is not used: work that waits there is forgotten when the thread dies. */
const oneAtATime = (busy: ProblemCode) => {
  let inLine = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inLine >= mostInLine) throw new Problem(busy);
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
const run = async <Result>(
  pool: Piscina<unknown, unknown>,
  task: Task,
  input: unknown,
  closing: AbortSignal,
): Promise<Result> => {
  const failed = new AbortController();
  const fail = (error: Error) => failed.abort(error);
  pool.once('error', fail);
  try {
    const signals = [closing, failed.signal, ...(task.signal ? [task.signal] : [])];
    return await inTime<Result>(pool, task, input, AbortSignal.any(signals));
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    pool.off('error', fail);
  }
};

/** The time of a task begins when its thread is there and has loaded the file: on a busy machine that alone takes seconds. */
const inTime = async <Result>(
  pool: Piscina<unknown, unknown>,
  { file, name, milliseconds, transferList = [] as never }: Task,
  input: unknown,
  ended: AbortSignal,
): Promise<Result> => {
  if (milliseconds === undefined)
    return (await pool.run(input, { filename: file, name, signal: ended, transferList })) as Result;
  await pool.run(undefined, { filename: file, name: 'ready', signal: ended });
  const late = AbortSignal.timeout(milliseconds);
  const signal = AbortSignal.any([ended, late]);
  try {
    return (await pool.run(input, { filename: file, name, signal })) as Result;
  } catch (error) {
    throw late.aborted ? late.reason : error;
  }
};

/** `--import tsx` alone does nothing in a worker thread: tsx registers itself in the main one only. */
const understandingTypeScript = (): string[] => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const api = new URL('dist/esm/api/index.mjs', tsx);
  return ['--import', `data:text/javascript,import{register}from"${api}";register()`];
};
