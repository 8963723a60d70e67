import { createHash } from 'node:crypto';
import type { Actor } from '../accounts/account.ts';
import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';

/** Sessions are kept under a hash of their id: who reads the table can't enter with it. */
const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** A stored session, and who is signed in with it: `null` for nobody, or for an account out of use. */
export interface OpenSession {
  readonly data: string;
  readonly seenAt: string;
  readonly actor: Actor | null;
}

/** The session that was seen since `since`, or `undefined`. */
export const openSession = async (
  db: Db,
  id: string,
  since: string,
): Promise<OpenSession | undefined> => {
  const rows = await sessionRows(db, hashOf(id), since);
  const first = rows[0];
  if (!first) return undefined;
  const { data, seenAt, accountId, role, name } = first;
  if (accountId === null || role === null || name === null) return { data, seenAt, actor: null };
  const unitIds = rows.flatMap((row) => row.unitId ?? []);
  return { data, seenAt, actor: { accountId, role, name, unitIds } };
};

/** Asked by every request, so session and person come with one statement: a row for each unit. */
const sessionRows = builtOnce((db, idHash: string, since: string) =>
  db
    .selectFrom('session')
    .leftJoin('account', (join) =>
      join.onRef('account.id', '=', 'session.account_id').on('account.deactivated_at', 'is', null),
    )
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .select(['session.data', 'session.seen_at as seenAt', 'account.id as accountId'])
    .select(['account.role', 'account.name', 'account_unit.unit_id as unitId'])
    .where('session.id_hash', '=', idHash)
    .where('session.seen_at', '>', since),
);

export interface SessionContent {
  readonly data: string;
  readonly accountId: string | null;
  readonly seenAt: string;
  /** Network address and browser that it began with. */
  readonly address?: string;
  readonly agent?: string;
}

/** Keeps a session that begins with this request. */
export const keepSession = async (db: Db, id: string, content: SessionContent): Promise<void> => {
  const { data, accountId, seenAt, address = '', agent = '' } = content;
  const row = { data, account_id: accountId, seen_at: seenAt };
  await db
    .insertInto('session')
    .values({ id_hash: hashOf(id), created_at: seenAt, address, agent, ...row })
    .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(row))
    .execute();
};

/** Rewrites a session that was there before; one that was ended meanwhile stays ended. */
export const rewriteSession = async (
  db: Db,
  id: string,
  { data, accountId, seenAt }: SessionContent,
): Promise<void> => {
  await db
    .updateTable('session')
    .set({ data, account_id: accountId, seen_at: seenAt })
    .where('id_hash', '=', hashOf(id))
    .execute();
};

export const markSessionSeen = async (db: Db, id: string, at: string): Promise<void> => {
  await db.updateTable('session').set({ seen_at: at }).where('id_hash', '=', hashOf(id)).execute();
};

export const endSession = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('session').where('id_hash', '=', hashOf(id)).execute();
};

/** What may be shown of a session's id: it names the session but opens nothing. */
export const sessionMark = (id: string): string => markOf(hashOf(id));

const markOf = (idHash: string): string => idHash.slice(0, 16);

export interface SessionLine {
  readonly mark: string;
  readonly begunAt: string;
  readonly seenAt: string;
  readonly address: string;
  readonly agent: string;
}

/** The sessions of an account that were seen since `since`, the latest first. */
export const sessionLines = async (
  db: Db,
  accountId: string,
  since: string,
): Promise<SessionLine[]> => {
  const rows = await db
    .selectFrom('session')
    .select(['id_hash', 'created_at as begunAt', 'seen_at as seenAt', 'address', 'agent'])
    .where('account_id', '=', accountId)
    .where('seen_at', '>', since)
    .orderBy('seen_at', 'desc')
    .orderBy('id_hash')
    .execute();
  return rows.map(({ id_hash, ...line }) => ({ mark: markOf(id_hash), ...line }));
};

/** Ends those sessions of an account whose mark is chosen; how many there were comes back. */
export const endSessionsOf = async (
  tx: Tx,
  accountId: string,
  chosen: (mark: string) => boolean = () => true,
): Promise<number> => {
  const own = tx.selectFrom('session').select('id_hash').where('account_id', '=', accountId);
  const hashes = (await own.execute()).map((row) => row.id_hash);
  const ending = hashes.filter((hash) => chosen(markOf(hash)));
  if (ending.length > 0) await tx.deleteFrom('session').where('id_hash', 'in', ending).execute();
  return ending.length;
};

/** Removes sessions that were last seen before `before`. */
export const endSessionsUnseenSince = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('session').where('seen_at', '<=', before).execute();
};

/**
 * Counts one more attempt under `key` and returns how many there are now; when the window has run
 * out, a new one until `expiresAt` begins. One statement, so that attempts at once all count.
 */
export const countAttempt = async (
  db: Db,
  key: string,
  window: { now: string; expiresAt: string },
): Promise<number> => {
  const { points } = await db
    .insertInto('sign_in_attempt')
    .values({ key, points: 1, expires_at: window.expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => {
        const over = row('sign_in_attempt.expires_at', '<=', window.now);
        const more = row('sign_in_attempt.points', '+', 1);
        const until = row.ref('sign_in_attempt.expires_at');
        return {
          points: row.case().when(over).then(1).else(more).end(),
          expires_at: row.case().when(over).then(window.expiresAt).else(until).end(),
        };
      }),
    )
    .returning('points')
    .executeTakeFirstOrThrow();
  return points;
};

/** Takes one attempt back: it succeeded. */
export const uncountAttempt = async (db: Db, key: string): Promise<void> => {
  await db
    .updateTable('sign_in_attempt')
    .set((row) => ({ points: row('points', '-', 1) }))
    .where('key', '=', key)
    .where('points', '>', 0)
    .execute();
};

export const forgetAttempts = async (db: Db, key: string): Promise<void> => {
  await db.deleteFrom('sign_in_attempt').where('key', '=', key).execute();
};

/** Removes counters whose window ended before `before`. */
export const forgetAttemptsBefore = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('sign_in_attempt').where('expires_at', '<=', before).execute();
};
