import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

declare global {
  namespace Express {
    interface Request {
      /** The number of this request: on the error page and in the log. */
      id: string;
    }
  }
}

/** What is asked for all day and tells nothing. */
const quiet = /^\/(assets\/|healthz$)/;

/**
 * One line for each request: number, method, pattern of the page (never the address itself, which
 * may hold a one-time link or a searched name), status and time.
 */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    request.id = randomUUID();
    const begun = performance.now();
    const tell = () => {
      const { id, method } = request;
      const page = request.route?.path ?? 'none';
      const ms = Math.round(performance.now() - begun);
      log.info({ id, method, page, status: response.statusCode, ms }, 'request');
    };
    if (!quiet.test(request.path)) response.once('close', tell);
    next();
  };
