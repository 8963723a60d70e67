import { createHash } from 'node:crypto';
import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';

/** Who does something, from where and when: comes with every write. */
export interface Doer {
  /** `null`: the system itself, or somebody not signed in. */
  readonly accountId: string | null;
  /** Network address, or `command line`. */
  readonly address: string;
  /** UTC ISO text. */
  readonly at: string;
}

/** A doer who is signed in. */
export interface SignedDoer extends Doer {
  readonly accountId: string;
}

export type HistoryDetails = Readonly<Record<string, string | number | null>>;

/**
 * Adds one entry to the history, inside the caller's transaction. `action` reads `noun.verb`,
 * `subject` is the id of what was touched; details carry no names of participants.
 * Each entry carries the hash of the one before, so that a gap or a change shows.
 */
export const record = (
  tx: Tx,
  doer: Doer,
  action: string,
  subject: string,
  details: HistoryDetails = {},
): Promise<void> => recordEach(tx, doer, action, [{ subject, details }]);

/** The same done to many things at once: an entry for each, in few statements. */
export const recordEach = async (
  tx: Tx,
  doer: Doer,
  action: string,
  touched: readonly { readonly subject: string; readonly details: HistoryDetails }[],
): Promise<void> => {
  if (touched.length === 0) return;
  // Taking the row for writing first lines up writers on PostgreSQL as well.
  await tx
    .updateTable('history_head')
    .set((row) => ({ seq: row('seq', '+', touched.length) }))
    .execute();
  const head = await tx.selectFrom('history_head').selectAll().executeTakeFirstOrThrow();
  let { hash } = head;
  const entries = touched.map(({ subject, details }, index) => {
    const entry = {
      seq: head.seq - touched.length + index + 1,
      at: doer.at,
      account_id: doer.accountId,
      address: doer.address,
      action,
      subject,
      details: JSON.stringify(details),
    };
    hash = entryHash(hash, entry);
    return { ...entry, hash };
  });
  for (let from = 0; from < entries.length; from += entriesInStatement)
    await tx
      .insertInto('history')
      .values(entries.slice(from, from + entriesInStatement))
      .execute();
  await tx.updateTable('history_head').set({ hash }).execute();
};

/** Both dialects take tens of thousands of parameters in one statement; an entry has eight. */
const entriesInStatement = 1000;

/** Who did this to something last, and when; `undefined` while nobody did. */
export const lastDone = (db: Db, subject: string, action: string) =>
  db
    .selectFrom('history')
    .innerJoin('account', 'account.id', 'history.account_id')
    .select(['account.name as by', 'history.at'])
    .where('history.subject', '=', subject)
    .where('history.action', '=', action)
    .orderBy('history.seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The number of the newest entry; 0 while there is none. */
export const lastEntry = async (db: Db): Promise<number> => (await heads(db))[0]?.seq ?? 0;

const heads = builtOnce((db) => db.selectFrom('history_head').select('seq'));

/** The hash of an entry: over the hash before it and all its own columns. */
export const entryHash = (
  before: string,
  entry: {
    seq: number;
    at: string;
    account_id: string | null;
    address: string;
    action: string;
    subject: string;
    details: string;
  },
): string => {
  const { seq, at, account_id, address, action, subject, details } = entry;
  const text = JSON.stringify([before, seq, at, account_id, address, action, subject, details]);
  return createHash('sha256').update(text).digest('hex');
};
