import { finished } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import type { Answer } from './page.ts';

type Kind<Name> = Extract<Answer, { kind: Name }>;

/** Gives what people uploaded: a file of theirs, its small picture, or many files as one stream. */
export const giveUploaded = async (
  context: Context,
  answer: Kind<'foreign-file' | 'picture' | 'stream'>,
  exchange: Exchange,
): Promise<void> => {
  if (answer.kind === 'stream') await giveStream(context, answer, exchange);
  else if (answer.kind === 'picture') givePicture(exchange.response, answer);
  else giveForeign(exchange.response, answer);
};

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Even where a browser shows such a file, it is alone: no scripts, no forms, nothing loaded, no origin. */
const alone = "default-src 'none'; sandbox; frame-ancestors 'none'";

const giveForeign = (response: Response, answer: Kind<'foreign-file'>): void => {
  response.set({ 'Content-Security-Policy': alone, 'Cache-Control': 'private, no-store' });
  response.attachment(answer.fileName).type(answer.type).send(asBuffer(answer.bytes));
};

/** A page shows dozens of them, so the browser keeps them for a while, for this person alone. */
const givePicture = (response: Response, answer: Kind<'picture'>): void => {
  response.set({ 'Content-Security-Policy': alone, 'Cache-Control': 'private, max-age=600' });
  response.type(answer.type).send(asBuffer(answer.bytes));
};

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Bytes leave while others are still being made. When the visitor goes away, the making ends too; when
 * the making fails, the connection breaks off, so that nobody takes half a file for a whole one.
 */
const giveStream = async (
  context: Context,
  { fileName, type, stream }: Kind<'stream'>,
  { request, response }: Exchange,
): Promise<void> => {
  response.attachment(fileName).type(type);
  let failed: unknown;
  finished(stream, { writable: false }, (failure) => {
    // Broken off from the other side, which is no fault of ours.
    if (failure && failure.code !== 'ERR_STREAM_PREMATURE_CLOSE') failed = failure;
  });
  try {
    await pipeline(stream, response);
  } catch {
    if (failed) context.log.error({ id: request.id, err: failed }, 'download broken off');
    response.destroy();
  }
};
