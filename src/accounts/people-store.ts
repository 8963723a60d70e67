import type { Db } from '../db/schema.ts';
import type { Role } from './account.ts';

/** An account as the office sees it. */
export interface AccountCard {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: Role;
  readonly hasPassword: boolean;
  /** The last time, or `null`: never. */
  readonly signedInAt: string | null;
  readonly deactivatedAt: string | null;
  /** In the office's order. */
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

/** All accounts, deactivated ones too: office first, then in the order of the units. */
export const accountCards = async (db: Db): Promise<AccountCard[]> =>
  asCards(
    await named(db)
      .orderBy((row) => row.case('account.role').when('clerk').then(1).else(0).end())
      .orderBy('unit_group.position')
      .orderBy('unit.position')
      .orderBy('account.name')
      .orderBy('account.id')
      .execute(),
  );

/** The account with this id, deactivated or not, or `undefined`. */
export const accountCard = async (db: Db, id: string): Promise<AccountCard | undefined> =>
  asCards(
    await named(db)
      .where('account.id', '=', id)
      .orderBy('unit_group.position')
      .orderBy('unit.position')
      .execute(),
  )[0];

const named = (db: Db) =>
  db
    .selectFrom('account')
    .leftJoin('account_unit', 'account_unit.account_id', 'account.id')
    .leftJoin('unit', 'unit.id', 'account_unit.unit_id')
    .leftJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['account.id', 'account.name', 'account.email', 'account.phone', 'account.role'])
    .select(['account.password_hash', 'account.signed_in_at as signedInAt'])
    .select(['account.deactivated_at as deactivatedAt'])
    .select(['unit.id as unitId', 'unit.code as unitCode', 'unit.name as unitName'])
    .where('account.name', '<>', '');

type Named = Awaited<ReturnType<ReturnType<typeof named>['execute']>>[number];

/** One card for each account, however many units it has. */
const asCards = (rows: readonly Named[]): AccountCard[] => {
  const cards = new Map<string, AccountCard>();
  for (const { unitId, unitCode, unitName, password_hash, ...row } of rows) {
    const unit =
      unitId === null ? [] : [{ id: unitId, code: unitCode ?? '', name: unitName ?? '' }];
    const units = [...(cards.get(row.id)?.units ?? []), ...unit];
    cards.set(row.id, { ...row, hasPassword: password_hash !== null, units });
  }
  return [...cards.values()];
};
