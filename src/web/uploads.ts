import type { Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import { Problem } from '../kit/problem.ts';
import { mostMegabytes, type Upload } from './upload.ts';

/** Files that came with a form: those that are read, and the names of those that were too large. */
export interface Uploads {
  readonly files: readonly Upload[];
  readonly tooLarge: readonly string[];
}

const mostFiles = 30;
const megabyte = 1024 * 1024;
/** Of one file; of all files of one form; of all that is listened to of one form; of all forms at the same time. */
const most = {
  file: mostMegabytes * megabyte,
  kept: 50 * megabyte,
  heard: 150 * megabyte,
  together: 200 * megabyte,
};

interface Count {
  kept: number;
  heard: number;
}

/** What has been kept and heard of a request so far, and of all that are not answered yet. */
const counted = new WeakMap<object, Count>();
let together = 0;

const keep = (count: Count, bytes: number): void => {
  count.kept += bytes;
  together += bytes;
};

/** Keeps a file in memory while it fits; of one that is too large nothing is kept, so that the others still arrive. */
const withinLimits: StorageEngine = {
  _handleFile: (request, file, done) => {
    const count = counted.get(request) ?? { kept: 0, heard: 0 };
    let chunks: Buffer[] | null = [];
    let size = 0;
    file.stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      count.heard += chunk.length;
      if (chunks) keep(count, chunk.length);
      if (chunks && size > most.file) {
        keep(count, -size);
        chunks = null;
      }
      chunks?.push(chunk);
      if (together > most.together) file.stream.destroy(new Problem('upload-busy', 'file'));
      else if (count.heard > most.heard || count.kept > most.kept) file.stream.destroy(tooMuch());
    });
    file.stream.on('error', (failure) => done(failure));
    file.stream.on('end', () =>
      done(null, chunks ? { buffer: Buffer.concat(chunks), size } : { size }),
    );
  },
  _removeFile: (_request, file, done) => {
    file.buffer = Buffer.alloc(0);
    done(null);
  },
};

const tooMuch = () =>
  new Problem('signed-too-much', 'file', { files: mostFiles, megabytes: most.kept / megabyte });

const multipart = multer({
  storage: withinLimits,
  defParamCharset: 'utf8',
  limits: {
    files: mostFiles,
    fields: 50,
    fieldSize: 10_000,
    fieldNestingDepth: 0,
    parts: mostFiles + 51,
    headerPairs: 20,
  },
}).array('file', mostFiles);

/** What was wrong with all the files of a request together, for the page to say. */
const refusals = new WeakMap<Request, Problem>();
const tooMany = ['LIMIT_FILE_COUNT', 'LIMIT_PART_COUNT', 'LIMIT_UNEXPECTED_FILE'];

/** Reads a form with several files named `file`; its other fields stand before them. */
export const readUploads: RequestHandler = (request, response, next) => {
  const count = { kept: 0, heard: 0 };
  counted.set(request, count);
  response.once('close', () => keep(count, -count.kept));
  multipart(request, response, (failure: unknown) => {
    const refusal = refusalOf(failure);
    if (refusal) refusals.set(request, refusal);
    const isRead = refusal !== undefined || failure === undefined || failure === null;
    next(isRead ? undefined : new Problem('form-unreadable'));
  });
};

const refusalOf = (failure: unknown): Problem | undefined => {
  if (failure instanceof Problem) return failure;
  const many = failure instanceof multer.MulterError && tooMany.includes(failure.code);
  return many ? tooMuch() : undefined;
};

/** The files of this request. Throws `scan-missing`, `signed-too-much` or `upload-busy`. */
export const uploadsOf = (request: Request): Uploads => {
  const refusal = refusals.get(request);
  if (refusal) throw refusal;
  const sent = Array.isArray(request.files) ? request.files : [];
  // A browser sends one empty part for a field in which nothing was chosen.
  const chosen = sent.filter(({ originalname, size }) => originalname !== '' || size > 0);
  if (chosen.length === 0) throw new Problem('scan-missing', 'file');
  return {
    files: chosen
      .filter(({ buffer }) => buffer !== undefined)
      .map(({ originalname, buffer }) => ({ name: originalname, bytes: new Uint8Array(buffer) })),
    tooLarge: chosen
      .filter(({ buffer }) => buffer === undefined)
      .map(({ originalname }) => originalname),
  };
};
