import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina';
import type { Workbook } from '../appendix/sheet.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Place } from '../db/open.ts';
import { Problem, type ProblemCode } from '../kit/problem.ts';
import type { ReadSheet } from '../kit/read-sheet.ts';
import type { Marks } from '../lists/marks.ts';
import type { ListRead, ListTask } from '../lists/reading.ts';
import type { Scan } from '../signed/signed.ts';
import { opened, type Refusable } from './refusals.ts';

/** Long computing, away from the thread that answers requests. */
export interface Workers {
  /**
   * The appendix as an xlsx file; `at` is the instant of the export (UTC ISO text).
   * Refuses with `export-busy` when too many are waiting already.
   */
  appendix(campaignId: string, at: string): Promise<WrittenFile>;
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
  /** A file of a signed copy, looked through; images are made upright. Refuses with `scan-…` and `upload-busy`. */
  scan(bytes: Uint8Array): Promise<Scan>;
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
  const scanTask = timed(scanFile, 'scan');
  const limited = <Result>(task: Task, input: unknown, tooHeavy?: ProblemCode) =>
    withinLimits(reading.run<Result>(task, input), tooHeavy);
  return {
    appendix: (campaignId, at) => writing.run<WrittenFile>(appendixTask, { place, campaignId, at }),
    eFile: async (reportId, version) =>
      there(await writing.run<WrittenFile | null>(eFileTask, { place, reportId, version })),
    write: (workbook) => writing.run<Uint8Array<ArrayBuffer>>(writeTask, workbook),
    read: async (bytes) => opened(await limited<Refusable<readonly ReadSheet[]>>(readTask, bytes)),
    list: async (task) => opened(await limited<Refusable<ListRead>>(listTask, task)),
    scan: async (bytes) =>
      opened(await limited<Refusable<Scan>>(scanTask, bytes, 'scan-too-heavy')),
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
const withinLimits = async <Result>(
  work: Promise<Result>,
  tooHeavy: ProblemCode = 'upload-too-heavy',
): Promise<Result> => {
  try {
    return await work;
  } catch (failure) {
    const name = failure instanceof Error ? failure.name : '';
    const code = (failure as { code?: unknown } | null)?.code;
    if (name === 'TimeoutError' || code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new Problem(tooHeavy, 'file');
    throw failure;
  }
};

/** A function that runs in a worker: the file that exports it, its name, and how long it may take. */
interface Task {
  readonly file: string;
  readonly name: string;
  readonly milliseconds?: number;
}

/** Under tsx and vitest the sources themselves run; a built server runs `dist`. */
const fromSource = import.meta.url.endsWith('.ts');
const fileOf = (path: string): string =>
  new URL(`${path}.${fromSource ? 'ts' : 'js'}`, import.meta.url).href;

const appendixTask: Task = { file: fileOf('../appendix/worker'), name: 'appendix' };
const eFileTask: Task = { file: fileOf('../papers/worker'), name: 'unitFile' };
const writeTask: Task = { file: fileOf('./writing-worker'), name: 'write' };
const readerFile = fileOf('./reading-worker');
const listFile = fileOf('./list-worker');
const scanFile = fileOf('./scan-worker');

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
    return await inTime<Result>(pool, task, input, AbortSignal.any([closing, failed.signal]));
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    pool.off('error', fail);
  }
};

/** The time of a task begins when its thread is there and has loaded the file: on a busy machine that alone takes seconds. */
const inTime = async <Result>(
  pool: Piscina<unknown, unknown>,
  { file, name, milliseconds }: Task,
  input: unknown,
  ended: AbortSignal,
): Promise<Result> => {
  if (milliseconds === undefined)
    return (await pool.run(input, { filename: file, name, signal: ended })) as Result;
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
