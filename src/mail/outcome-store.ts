import type { Updateable } from 'kysely';
import { sql } from 'kysely';
import type { MailRow } from '../db/mail-schema.ts';
import type { Db } from '../db/schema.ts';

const free = { leased_by: null, lease_until: null } as const;

/** The server has it: true whoever holds the lease by now. */
export const markSent = async (db: Db, id: string, at: string): Promise<void> => {
  await db
    .updateTable('mail')
    .set({ ...free, state: 'sent', sent_at: at, error: null })
    .where('id', '=', id)
    .where('state', '!=', 'sent')
    .execute();
};

/** A taken mail, and whose it is: when its lease has ended and another took it, nothing is written. */
export interface Held {
  readonly id: string;
  readonly leasedBy: string;
}

/** It is tried again at the instant `dueAt`. `words`: what the server said. */
export const markLater = (db: Db, held: Held, dueAt: string, words: string): Promise<void> =>
  mark(db, held, { due_at: dueAt, error: words });

/** It is given up. */
export const markFailed = (db: Db, held: Held, words: string): Promise<void> =>
  mark(db, held, { state: 'failed', error: words });

/** It is no longer needed; the minute's pace is free for another one. */
export const markDropped = (db: Db, held: Held, reason: string): Promise<void> =>
  mark(db, held, { state: 'dropped', error: reason, attempted_at: null });

/** Back into the line as if it had not been tried: the trouble was none of this mail. */
export const putBack = async (db: Db, held: Held, words: string): Promise<void> => {
  await db
    .updateTable('mail')
    .set({ ...free, attempts: sql<number>`attempts - 1`, error: words })
    .where('id', '=', held.id)
    .where('leased_by', '=', held.leasedBy)
    .where('state', '=', 'waiting')
    .execute();
};

const mark = async (db: Db, { id, leasedBy }: Held, set: Updateable<MailRow>): Promise<void> => {
  await db
    .updateTable('mail')
    .set({ ...free, ...set })
    .where('id', '=', id)
    .where('leased_by', '=', leasedBy)
    .where('state', '=', 'waiting')
    .execute();
};

/** Drops what waits beyond its time, held by nobody; how many there were comes back. */
export const dropExpired = async (db: Db, now: string, reason: string): Promise<number> => {
  const dropped = await db
    .updateTable('mail')
    .set({ ...free, state: 'dropped', error: reason })
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .returning('id')
    .execute();
  return dropped.length;
};
