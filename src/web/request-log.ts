import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/**
 * One line for each request: number, method, pattern of the page (never the address itself, which
 * may hold a one-time link or a searched name), status and time.
 */
export const requestLog = (logger: Logger) =>
  pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    serializers: {
      req: (request: { id: string; method: string }) => ({
        id: request.id,
        method: request.method,
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customProps: (request: IncomingMessage & { route?: { path: string } }) => ({
      page: request.route?.path ?? 'none',
    }),
    autoLogging: { ignore: (request) => /^\/(assets|healthz)/.test(request.url ?? '') },
  });
