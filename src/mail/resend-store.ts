import { type ExpressionBuilder, sql } from 'kysely';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { addressNow, filtered, type OutboxFilter } from './outbox-store.ts';

/** Why a mail can't be sent any more: its time has passed, or its one-time link opens nothing. */
export type Outlived = 'expired' | 'link-ended';

/** What keeps a mail from being sent again, or `undefined`. */
export const outlivedBy = async (
  db: Db,
  mail: { readonly expires_at: string | null; readonly link_hash: string | null },
  now: string,
): Promise<Outlived | undefined> => {
  if (mail.link_hash !== null && !(await isOpen(db, mail.link_hash, now))) return 'link-ended';
  return mail.expires_at !== null && mail.expires_at <= now ? 'expired' : undefined;
};

const isOpen = async (db: Db, linkHash: string, now: string): Promise<boolean> =>
  (await db
    .selectFrom('sign_in_link')
    .select('token_hash')
    .where('token_hash', '=', linkHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()) !== undefined;

/** Back into the line, as if it had never been tried, to the address of today. */
const asNew = (at: string) => ({
  recipient: addressNow,
  search_text: sql<string>`replace(search_text, lower(recipient), lower(${addressNow}))`,
  state: 'waiting' as const,
  attempts: 0,
  due_at: at,
  error: null,
  leased_by: null,
  lease_until: null,
});

/** Puts a mail that failed or was dropped back into the line; `false` when it is neither (any more). */
export const queueAgain = async (tx: Tx, id: string, at: string): Promise<boolean> => {
  const queued = await tx
    .updateTable('mail')
    .set(asNew(at))
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'dropped'])
    .returning('id')
    .executeTakeFirst();
  return queued !== undefined;
};

/** The same for all failed mails of a filter that can still be sent; how many there were comes back. */
export const queueFailedAgain = async (
  tx: Tx,
  filter: OutboxFilter,
  at: string,
): Promise<number> => {
  const meant = filtered(tx.selectFrom('mail'), filter).select('mail.id');
  const queued = await tx
    .updateTable('mail')
    .set(asNew(at))
    .where('state', '=', 'failed')
    .where('id', 'in', meant)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', at)]))
    .where((where) => where.or([where('link_hash', 'is', null), openLink(where, at)]))
    .returning('id')
    .execute();
  return queued.length;
};

const openLink = (where: ExpressionBuilder<Tables, 'mail'>, at: string) =>
  where.exists(
    where
      .selectFrom('sign_in_link')
      .select('token_hash')
      .whereRef('token_hash', '=', 'mail.link_hash')
      .where('spent_at', 'is', null)
      .where('sign_in_link.expires_at', '>', at),
  );

/** Gives a mail up that failed, or that nobody is sending just now; `false` when it is neither. */
export const giveUp = async (
  tx: Tx,
  id: string,
  { at, reason }: { readonly at: string; readonly reason: string },
): Promise<boolean> => {
  const dropped = await tx
    .updateTable('mail')
    .set({ state: 'dropped', error: reason, leased_by: null, lease_until: null })
    .where('id', '=', id)
    .where((where) =>
      where.or([
        where('state', '=', 'failed'),
        where.and([
          where('state', '=', 'waiting'),
          where.or([where('lease_until', 'is', null), where('lease_until', '<=', at)]),
        ]),
      ]),
    )
    .returning('id')
    .executeTakeFirst();
  return dropped !== undefined;
};

const mostCopies = 99;

/** How often a mail was sent once more: copies of one mail are numbered in their occasion. */
export const copiesOf = async (db: Db, occasion: string): Promise<number> => {
  const possible = Array.from({ length: mostCopies }, (_, at) => copyOccasion(at + 1, occasion));
  const copies = db.selectFrom('mail').select('id').where('occasion', 'in', possible);
  return (await copies.execute()).length;
};

/** The occasion of the copy with this number. */
export const copyOccasion = (number: number, occasion: string): string =>
  `again ${number}:${occasion.replace(/^again \d+:/, '')}`;
