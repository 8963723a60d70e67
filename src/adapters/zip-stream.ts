import { type PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { ZipFile } from 'yazl';

/** One file of an archive. */
export interface ZipEntry {
  /** `folder/name`, plain ASCII. */
  readonly path: string;
  readonly at: Date;
  readonly bytes: Uint8Array;
}

/**
 * An archive that is read while its entries are still being made: the next is asked for when the one
 * before has left, so one at a time is in memory. Nothing is packed: what comes is packed already.
 * When the reader goes away, no entry is asked for any more; when one fails, the stream does.
 */
export const zipStream = (entries: AsyncIterable<ZipEntry>): Readable => {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const fail = (failure: Error) => output.destroy(failure);
  zip.on('error', fail);
  fill(zip, output, entries).catch(fail);
  return output;
};

const fill = async (
  zip: ZipFile,
  output: PassThrough,
  entries: AsyncIterable<ZipEntry>,
): Promise<void> => {
  for await (const entry of entries) {
    if (output.destroyed) return;
    await gone(zip, output, entry);
  }
  if (!output.destroyed) zip.end();
};

/** Adds an entry and waits until all of it has left. */
const gone = async (
  zip: ZipFile,
  output: PassThrough,
  { path, at, bytes }: ZipEntry,
): Promise<void> => {
  const content = Readable.from(pieces(bytes), { objectMode: false });
  const left = () => content.destroy();
  output.once('close', left);
  const options = { compress: false, size: bytes.length, mtime: at };
  zip.addReadStreamLazy(path, options, handedOverOnce(content));
  try {
    await finished(content, { writable: false });
  } catch (failure) {
    if (!output.destroyed) throw failure;
  } finally {
    output.off('close', left);
  }
};

type Taker = (failure: null, content: NodeJS.ReadableStream) => void;

/** The archive remembers each entry until its end and must not remember the bytes, so this stands alone. */
const handedOverOnce = (content: Readable): ((take: Taker) => void) => {
  let waiting: Readable | null = content;
  return (take) => {
    if (waiting) take(null, waiting);
    waiting = null;
  };
};

const pieceBytes = 64 * 1024;

/** To a fast reader all pieces would leave in one go, and nobody else be answered meanwhile. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    yield bytes.subarray(from, from + pieceBytes);
    await othersFirst();
  }
}
