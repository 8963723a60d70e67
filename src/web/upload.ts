import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { Problem } from '../kit/problem.ts';

/** A file that came with a form. */
export interface Upload {
  /** As the sender's computer calls it: to be shown, never to be trusted. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is read. */
export const mostMegabytes = 10;

const multipart = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: {
    fileSize: mostMegabytes * 1024 * 1024,
    files: 1,
    fields: 50,
    fieldSize: 10_000,
    fieldNestingDepth: 0,
    parts: 51,
    headerPairs: 20,
  },
}).single('file');

/** What was wrong with the file of a request, for the page to say. */
const refusals = new WeakMap<Request, Problem>();

/** Reads a form with one file. The token's field stands before the file, so it is there even for a file that is too large. */
export const readUpload: RequestHandler = (request, response, next) => {
  multipart(request, response, (failure: unknown) => {
    if (failure instanceof multer.MulterError && failure.code === 'LIMIT_FILE_SIZE') {
      refusals.set(request, new Problem('upload-too-large', 'file', { most: mostMegabytes }));
      next();
    } else next(failure === undefined || failure === null ? undefined : unreadable());
  });
};

/** A body that ends half-way, too many fields, a file under another name. */
const unreadable = (): Problem => new Problem('form-unreadable');

/** The file of this request. Throws `upload-missing` or `upload-too-large`. */
export const uploadOf = (request: Request): Upload => {
  const refusal = refusals.get(request);
  if (refusal) throw refusal;
  if (!request.file) throw new Problem('upload-missing', 'file');
  return { name: request.file.originalname, bytes: request.file.buffer };
};
