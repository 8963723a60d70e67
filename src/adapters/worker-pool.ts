import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Workbook } from '../appendix/sheet.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Place } from '../db/open.ts';
import type { Kind } from '../jobs/kind.ts';
import type { Progress, Tell } from '../jobs/progress.ts';
import { Problem, type ProblemCode } from '../kit/problem.ts';
import type { ReadSheet } from '../kit/read-sheet.ts';
import type { Marks } from '../lists/marks.ts';
import type { ListRead, ListTask } from '../lists/reading.ts';
import type { Wanted } from '../papers/unit-report.ts';
import type { Scan } from '../signed/signed.ts';
import { opened, type Refusable } from './refusals.ts';
import { fileOf, type Line, openLine, type Task } from './worker-line.ts';

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
  /** A unit's written report as a .docx file. Refuses with `not-found` and `export-busy`. */
  unitPaper(wanted: Wanted): Promise<WrittenFile>;
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
  return {
    ...writers(writing, place),
    ...readers(reading, readMilliseconds),
    close: async () => {
      await Promise.all([writing.close(), reading.close()]);
    },
  };
};

const writers = (
  line: Line,
  place: Place,
): Pick<Workers, 'make' | 'eFile' | 'unitPaper' | 'write'> => ({
  make: (work, task, watch) =>
    watched(watch, (progress, transferList) =>
      line.run(
        { file: fileOf(`../${work.file}`), name: work.name, transferList, signal: watch?.signal },
        { ...task, place, progress },
      ),
    ),
  eFile: async (reportId, version) =>
    there(await line.run<WrittenFile | null>(eFileTask, { place, reportId, version })),
  unitPaper: async (wanted) =>
    there(await line.run<WrittenFile | null>(unitPaperTask, { place, ...wanted })),
  write: (workbook) => line.run<Uint8Array<ArrayBuffer>>(writeTask, workbook),
});

/** What people send: each file within its time. */
const readers = (
  line: Line,
  milliseconds: number,
): Pick<Workers, 'read' | 'list' | 'scan' | 'marked'> => {
  const limited = <Result>(file: string, name: string, input: unknown, tooHeavy?: ProblemCode) =>
    withinLimits(line.run<Result>({ file, name, milliseconds }, input), tooHeavy);
  return {
    read: async (bytes) =>
      opened(await limited<Refusable<readonly ReadSheet[]>>(readerFile, 'read', bytes)),
    list: async (task) => opened(await limited<Refusable<ListRead>>(listFile, 'list', task)),
    scan: async (bytes) =>
      opened(await limited<Refusable<Scan>>(scanFile, 'scan', bytes, 'scan-too-heavy')),
    marked: (bytes, marks) =>
      limited<Uint8Array<ArrayBuffer>>(listFile, 'marked', { bytes, marks }),
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

const eFileTask: Task = { file: fileOf('../papers/worker'), name: 'unitFile' };
const unitPaperTask: Task = { file: fileOf('../papers/worker'), name: 'unitPaperFile' };
const writeTask: Task = { file: fileOf('./writing-worker'), name: 'write' };
const readerFile = fileOf('./reading-worker');
const listFile = fileOf('./list-worker');
const scanFile = fileOf('./scan-worker');

/** Marks a worker's answer so that its bytes change threads without being copied. */
export const handedOver = <Value>(value: Value, bytes: Uint8Array<ArrayBuffer>): Value =>
  move({
    [transferableSymbol]: [bytes.buffer],
    [valueSymbol]: value,
  } as never) as unknown as Value;
