import { v7 as newId } from 'uuid';
import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { Actor, Role } from './account.ts';

/** An account as the list of people shows it. */
export interface AccountLineRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly hasPassword: boolean;
  readonly units: readonly string[];
}

/** The active account with this id as an actor, or `undefined`. */
export const actorById = async (db: Db, accountId: string): Promise<Actor | undefined> => {
  const rows = await actorRows(db, accountId);
  const first = rows[0];
  if (!first) return undefined;
  const unitIds = rows.flatMap((row) => row.unit_id ?? []);
  return { accountId, role: first.role, name: first.name, unitIds };
};

const actorRows = builtOnce((db, accountId: string) =>
  db
    .selectFrom('account')
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .select(['account.role', 'account.name', 'account_unit.unit_id'])
    .where('account.id', '=', accountId)
    .where('account.deactivated_at', 'is', null),
);

export interface Credentials {
  readonly id: string;
  readonly passwordHash: string | null;
}

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
    .limit(5)
    .execute();
  return rows;
};

export interface NewAccount {
  readonly role: Role;
  readonly name: string;
  /** Lower case, or `null`. */
  readonly email: string | null;
  readonly unitIds: readonly string[];
}

/** Adds an account and says so in the history. Its id comes back. Throws `email-taken`. */
export const addAccount = async (tx: Tx, account: NewAccount, doer: Doer): Promise<string> => {
  const id = newId();
  const { role, name, email, unitIds } = account;
  const row = { id, role, name, email, created_at: doer.at };
  const added = await tx
    .insertInto('account')
    .values({ ...row, password_hash: null, deactivated_at: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem('email-taken', 'email');
  if (unitIds.length > 0)
    await tx
      .insertInto('account_unit')
      .values(unitIds.map((unit_id) => ({ account_id: id, unit_id })))
      .execute();
  await record(tx, doer, 'account.added', id, { role });
  return id;
};

/** What a one-time link lets its owner change of the own account. `undefined` leaves a thing as it is. */
export interface AccountChange {
  readonly name?: string;
  readonly email?: string;
  readonly passwordHash?: string;
}

export const changeAccount = async (
  tx: Tx,
  accountId: string,
  change: AccountChange,
  doer: Doer,
): Promise<void> => {
  const columns = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.email === undefined ? {} : { email: change.email }),
    ...(change.passwordHash === undefined ? {} : { password_hash: change.passwordHash }),
  };
  if (Object.keys(columns).length === 0) return;
  await tx.updateTable('account').set(columns).where('id', '=', accountId).execute();
  await record(tx, doer, 'account.changed', accountId, { what: Object.keys(columns).join(',') });
};

/** The id of the account with this e-mail, or `undefined`. */
export const accountIdByEmail = async (db: Db, email: string): Promise<string | undefined> => {
  const query = db.selectFrom('account').select('id').where('email', '=', email);
  return (await query.executeTakeFirst())?.id;
};

/** All active accounts: office first, then in the order of the units. */
export const accountLines = async (db: Db): Promise<AccountLineRow[]> =>
  inLines(
    await namedAccounts(db)
      .orderBy((row) => row.case('account.role').when('clerk').then(1).else(0).end())
      .orderBy('unit.position')
      .orderBy('account.name')
      .execute(),
  );

/** The active account with this id, or `undefined`. */
export const accountLine = async (db: Db, id: string): Promise<AccountLineRow | undefined> =>
  inLines(await namedAccounts(db).where('account.id', '=', id).execute())[0];

const namedAccounts = (db: Db) =>
  db
    .selectFrom('account')
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .leftJoin('unit', 'unit.id', 'account_unit.unit_id')
    .select(['account.id', 'account.name', 'account.email', 'account.role'])
    .select(['account.password_hash', 'unit.name as unit'])
    .where('account.deactivated_at', 'is', null)
    .where('account.name', '<>', '');

type NamedAccount = Awaited<ReturnType<ReturnType<typeof namedAccounts>['execute']>>[number];

/** One line for each account, however many units it has. */
const inLines = (rows: readonly NamedAccount[]): AccountLineRow[] => {
  const lines = new Map<string, AccountLineRow>();
  for (const row of rows) {
    const units = [...(lines.get(row.id)?.units ?? []), ...(row.unit ? [row.unit] : [])];
    const { id, name, email, role } = row;
    lines.set(id, { id, name, email, role, hasPassword: row.password_hash !== null, units });
  }
  return [...lines.values()];
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
