import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina';
import type { Workbook } from '../appendix/sheet.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Place } from '../db/open.ts';
import type { Kind } from '../jobs/kind.ts';
import type { Progress, Tell } from '../jobs/progress.ts';
import { Problem, type ProblemCode } from '../kit/problem.ts';
import type { ReadSheet } from '../kit/read-sheet.ts';
import type { Marks } from '../lists/marks.ts';
import type { ListRead, ListTask } from '../lists/reading.ts';
import { opened, type Refusable } from './refusals.ts';

/** Long computing, away from the thread that answers requests. */
export interface Workers {
  /**
   * A file made by a worker function of the product (`jobs/kind.ts`), which is given `task` with the
   * place of the database and a port for progress. Aborting `signal` breaks it off.
   * Refuses with `export-busy` when too many are waiting already.
   */
  make<File extends WrittenFile>(work: Kind['work'], task: object, watch?: Watch): Promise<File>;
  /**
   * The electronic file of a sent version. Refuses with `not-found` when there is none, and with
   * `export-busy`.
   */
  eFile(reportId: string, version: number): Promise<WrittenFile>;
  /** The bytes of an xlsx file. The rows of its sheets must be arrays. Refuses with `export-busy`. */
  write(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>>;
  /** What stands in an xlsx file that somebody sent. Refuses with `upload-…`. */
  read(bytes: Uint8Array): Promise<readonly ReadSheet[]>;
  /** A clerk's own list, in whatever shape. Refuses with `upload-…`. */
  list(task: ListTask): Promise<ListRead>;
  /** A clerk's own workbook with what is wrong marked in it. Refuses with `upload-…`. */
  marked(bytes: Uint8Array, marks: Marks): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the threads; what is running or waiting is broken off. */
  close(): Promise<void>;
}

/** Two lines, so that a file which takes long to read keeps nobody from the appendix. */
export const openWorkers = (place: Place, readMilliseconds = 10_000): Workers => {
  const writing = openLine('export-busy');
  const reading = openLine('upload-busy');
  const timed = (file: string, name: string): Task => ({
    file,
    name,
    milliseconds: readMilliseconds,
  });
  const readTask = timed(readerFile, 'read');
  const listTask = timed(listFile, 'list');
  const markTask = timed(listFile, 'marked');
  const limited = <Result>(task: Task, input: unknown) =>
    withinLimits(reading.run<Result>(task, input));
  return {
    make: (work, task, watch) =>
      watched(watch, (progress, transferList) =>
        writing.run(
          { file: fileOf(`../${work.file}`), name: work.name, transferList, signal: watch?.signal },
          { ...task, place, progress },
        ),
      ),
    eFile: async (reportId, version) =>
      there(await writing.run<WrittenFile | null>(eFileTask, { place, reportId, version })),
    write: (workbook) => writing.run<Uint8Array<ArrayBuffer>>(writeTask, workbook),
    read: async (bytes) => opened(await limited<Refusable<readonly ReadSheet[]>>(readTask, bytes)),
    list: async (task) => opened(await limited<Refusable<ListRead>>(listTask, task)),
    marked: (bytes, marks) => limited<Uint8Array<ArrayBuffer>>(markTask, { bytes, marks }),
    close: async () => {
      await Promise.all([writing.close(), reading.close()]);
    },
  };
};

const there = (file: WrittenFile | null): WrittenFile => {
  if (file === null) throw new Problem('not-found');
  return file;
};

/** A file that takes too long or too much memory is refused; its thread is gone already. */
const withinLimits = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (failure) {
    const name = failure instanceof Error ? failure.name : '';
    const code = (failure as { code?: unknown } | null)?.code;
    if (name === 'TimeoutError' || code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new Problem('upload-too-heavy', 'file');
    throw failure;
  }
};

/** Who is told how far a file is, and what breaks it off. */
export interface Watch {
  readonly tell?: Tell;
  readonly signal?: AbortSignal;
}

/** Opens a channel for the progress of `work` while it goes on. */
const watched = async <Result>(
  watch: Watch | undefined,
  work: (progress: MessagePort, transferList: [MessagePort]) => Promise<Result>,
): Promise<Result> => {
  const { port1: ours, port2: theirs } = new MessageChannel();
  ours.on('message', (progress: Progress) => watch?.tell?.(progress));
  try {
    return await work(theirs, [theirs]);
  } finally {
    ours.close();
  }
};

/**
 * A function that runs in a worker: the file that exports it, its name, how long it may take, what
 * changes hands with its input, and what breaks it off.
 */
interface Task {
  readonly file: string;
  readonly name: string;
  readonly milliseconds?: number;
  readonly transferList?: [MessagePort];
  readonly signal?: AbortSignal | undefined;
}

/** Under tsx and vitest the sources themselves run; a built server runs `dist`. */
const fromSource = import.meta.url.endsWith('.ts');
const fileOf = (path: string): string =>
  new URL(`${path}.${fromSource ? 'ts' : 'js'}`, import.meta.url).href;

const eFileTask: Task = { file: fileOf('../papers/worker'), name: 'unitFile' };
const writeTask: Task = { file: fileOf('./writing-worker'), name: 'write' };
const readerFile = fileOf('./reading-worker');
const listFile = fileOf('./list-worker');

/** One thread, started by the first task and ended when nobody needed it for a minute. */
const openLine = (busy: ProblemCode) => {
  const pool = new Piscina<unknown, unknown>({
    execArgv: fromSource ? understandingTypeScript() : [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMilliseconds,
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

/** Marks a worker's answer so that its bytes change threads without being copied. */
export const handedOver = <Value>(value: Value, bytes: Uint8Array<ArrayBuffer>): Value =>
  move({
    [transferableSymbol]: [bytes.buffer],
    [valueSymbol]: value,
  } as never) as unknown as Value;

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
