import type { Request } from 'express';
import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { sessionMark } from '../sessions/store.ts';
import type { Visit } from './page.ts';
import { uploadOf } from './upload.ts';
import { uploadsOf } from './uploads.ts';

/** Where this request reached us: the configured address, or the one that the browser used. */
const baseUrlOf = (context: Context, request: Request): string =>
  context.config.baseUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;

/** A script of ours asks, which wants data instead of a page. */
export const wantsData = (request: Request): boolean =>
  request.get('accept') === 'application/json';

/** The request as a page sees it: person, time, address, fields. */
export const visitOf = (context: Context, request: Request): Visit => {
  const now = context.clock.now().toISOString();
  const actor = request.session.actor ?? null;
  // PostgreSQL has no text with NUL in it, so nothing can be found under such a name.
  if (Object.values(request.params).some((value) => String(value).includes('\0')))
    throw new Problem('not-found');
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  return {
    params: request.params as Record<string, string>,
    path: request.path,
    query: new URLSearchParams(request.originalUrl.split('?')[1] ?? ''),
    form,
    now,
    actor,
    doer: { accountId: actor?.accountId ?? null, address: request.ip ?? '', at: now },
    baseUrl: baseUrlOf(context, request),
    wantsData: wantsData(request),
    upload: () => uploadOf(request),
    uploads: () => uploadsOf(request),
    get sessionMark() {
      return sessionMark(request.sessionID);
    },
    signIn: (accountId) => beginSession(request, accountId),
    signOut: () => inSession((done) => request.session.destroy(done)),
  };
};

const longestAgent = 300;

/** A new session id at sign-in, so that an id planted before is worth nothing. */
const beginSession = async (request: Request, accountId: string): Promise<void> => {
  await inSession((done) => request.session.regenerate(done));
  request.session.accountId = accountId;
  const agent = (request.get('user-agent') ?? '').slice(0, longestAgent);
  request.session.from = { address: request.ip ?? '', agent };
  await inSession((done) => request.session.save(done));
};

const inSession = (work: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
