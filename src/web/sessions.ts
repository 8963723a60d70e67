import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Actor } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { addSeconds, secondsBetween } from '../kit/time.ts';
import { sessionIdleSeconds } from '../sessions/session.ts';
import {
  endSession,
  endSessionsUnseenSince,
  keepSession,
  markSessionSeen,
  openSession,
  rewriteSession,
} from '../sessions/store.ts';

declare module 'express-session' {
  interface SessionData {
    accountId?: string;
    /** Who is signed in, read anew with each request; `null` once the account is out of use. */
    actor?: Actor | null;
    /** When the stored row was last marked as seen; a session that begins has no row yet. */
    seenAt?: string;
    /** Where a session that begins comes from; kept in columns of its own. */
    from?: { address: string; agent: string };
  }
}

/** How stale "last seen" may be: not every request is worth a write. */
const seenEverySeconds = 60;

/** Cookie sessions kept in the product's own database. */
export const sessions = (context: Context): RequestHandler =>
  session({
    name: 'phuluc',
    secret: context.config.sessionSecret,
    store: new DatabaseSessions(context),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  });

/** Removes sessions that have run out; called now and then. */
export const sweepSessions = (context: Context): Promise<void> =>
  endSessionsUnseenSince(context.db, oldestSeen(context));

const oldestSeen = (context: Context): string =>
  addSeconds(context.clock.now().toISOString(), -sessionIdleSeconds);

type Done<T> = (error: unknown, value?: T) => void;

/** The work's value or failure, handed to express-session's callback. */
const settle = <T>(work: Promise<T>, done: Done<T> = () => {}): void => {
  work.then((value) => done(null, value)).catch((error: unknown) => done(error));
};

class DatabaseSessions extends session.Store {
  readonly #context: Context;

  constructor(context: Context) {
    super();
    this.#context = context;
  }

  override get(id: string, done: Done<session.SessionData | null>): void {
    settle(this.#stored(id), done);
  }

  override set(id: string, content: session.SessionData, done?: Done<void>): void {
    const seenAt = this.#now();
    const { seenAt: before, from, actor: _actor, ...kept } = content;
    const accountId = content.accountId ?? null;
    const row = { data: JSON.stringify(kept), accountId, seenAt, ...from };
    const keep = before === undefined ? keepSession : rewriteSession;
    settle(keep(this.#context.db, id, row), done);
  }

  override destroy(id: string, done?: Done<void>): void {
    settle(endSession(this.#context.db, id), done);
  }

  /** Reading a session is using it. express-session's own way, `touch`, costs each answer a detour. */
  async #stored(id: string): Promise<session.SessionData | null> {
    const { db } = this.#context;
    const stored = await openSession(db, id, oldestSeen(this.#context));
    if (!stored) return null;
    const { data, seenAt, actor } = stored;
    const now = this.#now();
    if (secondsBetween(seenAt, now) >= seenEverySeconds) await markSessionSeen(db, id, now);
    return { ...JSON.parse(data), seenAt, actor };
  }

  #now(): string {
    return this.#context.clock.now().toISOString();
  }
}
