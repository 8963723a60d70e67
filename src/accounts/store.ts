import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { Role } from './account.ts';

export interface Credentials {
  readonly id: string;
  readonly passwordHash: string | null;
}

/** So many clerks of one unit may sign in with its code. */
const mostOfUnit = 20;

/** Active accounts that a sign-in name may mean: the one with this e-mail, or those of the unit with this code. */
export const accountsNamed = async (db: Db, identifier: string): Promise<Credentials[]> => {
  const name = identifier.toLowerCase();
  const rows = await db
    .selectFrom('account')
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .leftJoin('unit', 'unit.id', 'account_unit.unit_id')
    .select(['account.id', 'account.password_hash as passwordHash'])
    .distinct()
    .where((row) => row.or([row('account.email', '=', name), row('unit.code', '=', name)]))
    .where('account.deactivated_at', 'is', null)
    .where('account.password_hash', 'is not', null)
    .orderBy('account.id')
    .limit(mostOfUnit)
    .execute();
  return rows;
};

/** Active accounts with an e-mail that a sign-in name may mean. */
export const reachableNamed = async (
  db: Db,
  identifier: string,
): Promise<{ readonly id: string; readonly name: string; readonly email: string }[]> => {
  const name = identifier.toLowerCase();
  const rows = await db
    .selectFrom('account')
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .leftJoin('unit', 'unit.id', 'account_unit.unit_id')
    .select(['account.id', 'account.name', 'account.email'])
    .distinct()
    .where((row) => row.or([row('account.email', '=', name), row('unit.code', '=', name)]))
    .where('account.deactivated_at', 'is', null)
    .where('account.email', 'is not', null)
    .orderBy('account.id')
    .limit(mostOfUnit)
    .execute();
  return rows.map(({ email, ...row }) => ({ ...row, email: email ?? '' }));
};

export interface NewAccount {
  readonly role: Role;
  readonly name: string;
  /** Lower case, or `null`. */
  readonly email: string | null;
  /** Digits from the leading zero. */
  readonly phone?: string | null;
  readonly unitIds: readonly string[];
}

/** Adds an account and says so in the history. Its id comes back. Throws `email-taken`. */
export const addAccount = async (tx: Tx, account: NewAccount, doer: Doer): Promise<string> => {
  const id = newId();
  const { role, name, email, phone = null, unitIds } = account;
  const row = { id, role, name, email, phone, created_at: doer.at };
  const added = await tx
    .insertInto('account')
    .values({ ...row, password_hash: null, deactivated_at: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem('email-taken', 'email');
  await addUnitsTo(tx, id, unitIds);
  await record(tx, doer, 'account.added', id, { role });
  return id;
};

const addUnitsTo = async (tx: Tx, id: string, unitIds: readonly string[]): Promise<void> => {
  if (unitIds.length === 0) return;
  const rows = unitIds.map((unit_id) => ({ account_id: id, unit_id }));
  await tx.insertInto('account_unit').values(rows).execute();
};

/** What changes of an account. `undefined` leaves a thing as it is. */
export interface AccountChange {
  readonly name?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly role?: Role;
  readonly passwordHash?: string | null;
  readonly unitIds?: readonly string[];
}

/** Changes an account and says in the history what of it. Throws `email-taken`. */
export const changeAccount = async (
  tx: Tx,
  accountId: string,
  change: AccountChange,
  doer: Doer,
): Promise<void> => {
  const { passwordHash, unitIds, ...others } = change;
  const columns = {
    ...others,
    ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
  };
  const what = [...Object.keys(columns), ...(unitIds ? ['units'] : [])];
  if (what.length === 0) return;
  if (Object.keys(columns).length > 0)
    await tx
      .updateTable('account')
      .set(columns)
      .where('id', '=', accountId)
      .execute()
      .catch(refuseSecondEmail);
  if (unitIds) {
    await tx.deleteFrom('account_unit').where('account_id', '=', accountId).execute();
    await addUnitsTo(tx, accountId, unitIds);
  }
  await record(tx, doer, 'account.changed', accountId, { what: what.join(',') });
};

/** The e-mail is the only thing of an account that two can't have. */
const refuseSecondEmail = (failure: unknown): never => {
  const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === '23505')
    throw new Problem('email-taken', 'email');
  throw failure;
};

/** Marks an account as in use (`null`) or out of use since `at`; `false` when it was so before. */
export const setDeactivated = async (
  tx: Tx,
  accountId: string,
  at: string | null,
): Promise<boolean> => {
  const changed = await tx
    .updateTable('account')
    .set({ deactivated_at: at })
    .where('id', '=', accountId)
    .where('deactivated_at', at === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
};

export const markSignedIn = async (tx: Tx, accountId: string, at: string): Promise<void> => {
  await tx.updateTable('account').set({ signed_in_at: at }).where('id', '=', accountId).execute();
};

/** The id of the account with this e-mail, or `undefined`. */
export const accountIdByEmail = async (db: Db, email: string): Promise<string | undefined> => {
  const query = db.selectFrom('account').select('id').where('email', '=', email);
  return (await query.executeTakeFirst())?.id;
};

/** The nameless admin that waits for the first office person to take it over, or `undefined`. */
export const unclaimedAdminId = async (db: Db): Promise<string | undefined> => {
  const query = db.selectFrom('account').select('id').where('role', '=', 'admin');
  return (await query.where('name', '=', '').executeTakeFirst())?.id;
};

/** Whether anybody of the office has an account with a name. */
export const officeHasPeople = async (db: Db): Promise<boolean> => {
  const query = db.selectFrom('account').select('id').where('role', 'in', ['office', 'admin']);
  return (await query.where('name', '<>', '').limit(1).executeTakeFirst()) !== undefined;
};

/** Whether an admin is left who can sign in or be let in. */
export const hasAdmin = async (db: Db): Promise<boolean> => {
  const query = db.selectFrom('account').select('id').where('role', '=', 'admin');
  const active = query.where('name', '<>', '').where('deactivated_at', 'is', null);
  return (await active.limit(1).executeTakeFirst()) !== undefined;
};

/** How the account with this id proves who it is, or `undefined`. */
export const credentialsOf = (db: Db, accountId: string) =>
  db
    .selectFrom('account')
    .select(['email', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirst();
