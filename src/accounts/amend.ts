import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import type { Doer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { addressChanged } from './address-changed.ts';
import type { AccountCard } from './people-store.ts';
import { type AccountChange, changeAccount, hasAdmin } from './store.ts';
import { type AccountFacts, checkAccount, type TypedAccount } from './typed-account.ts';

/**
 * Changes who somebody is: name, e-mail, phone, role, units. Throws what is wrong with it, and
 * `last-admin` when nobody would be left to let others in.
 */
export const amend = async (
  db: Db,
  card: AccountCard,
  typed: TypedAccount,
  doer: Doer,
): Promise<void> => {
  const change = changeBetween(card, checkAccount(typed));
  await inTransaction(db, async (tx) => {
    // The history's row, which changing takes, lines up two who demote each other.
    await changeAccount(tx, card.id, change, doer);
    if (change.email !== undefined) await addressChanged(tx, card.id, change.email, doer.at);
    const demoted = card.role === 'admin' && change.role !== undefined;
    if (demoted && !(await hasAdmin(tx))) throw new Problem('last-admin', 'role');
  });
};

/** What differs, so that the history says what was changed. */
const changeBetween = (card: AccountCard, facts: AccountFacts): AccountChange => {
  const { name, email, phone, role, unitIds } = facts;
  return {
    ...(name === card.name ? {} : { name }),
    ...(email === card.email ? {} : { email }),
    ...(phone === card.phone ? {} : { phone }),
    ...(role === card.role ? {} : { role }),
    ...(sameUnits(card, unitIds) ? {} : { unitIds }),
  };
};

const sameUnits = (card: AccountCard, unitIds: readonly string[]): boolean =>
  card.units.length === unitIds.length && card.units.every(({ id }) => unitIds.includes(id));
