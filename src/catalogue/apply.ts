import type { Actor } from '../accounts/account.ts';
import { addressChanged } from '../accounts/address-changed.ts';
import { type Inviting, mailInvitations } from '../accounts/invite-by-mail.ts';
import { accountCards } from '../accounts/people-store.ts';
import { type AccountChange, addAccount, changeAccount } from '../accounts/store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { everyUnit, lockCatalogue, type Unit } from '../units/catalogue-store.ts';
import { addUnitWithin, changeUnitWithin } from '../units/keep-unit.ts';
import { deactivateWithin } from '../units/retire.ts';
import type { Change } from './catalogue.ts';
import type { AccountOutcome, WantedAccount } from './compare-accounts.ts';
import type { UnitOutcome } from './compare-units.ts';
import { planOf } from './plan.ts';
import { resultsOf } from './results.ts';
import { claimUpload, keepResults, type StoredUpload } from './store.ts';

export interface Applying {
  readonly actor: Actor;
  readonly doer: SignedDoer;
  /** Codes of units to take out of use. Only those count that the file does not name. */
  readonly retire: readonly string[];
  /** New accounts with an e-mail are invited by mail, with links derived from this secret. */
  readonly inviting?: { readonly secret: string } | undefined;
}

/**
 * Does what a file says: compared anew with units and accounts as they are at this moment, all good
 * rows in one transaction. A file is applied once; the second time nothing happens.
 */
export const applyUpload = (
  db: Db,
  { id, rows }: StoredUpload,
  { actor, doer, retire, inviting }: Applying,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    if (!(await claimUpload(tx, id, doer.at))) return;
    // The history's row, which this takes, lines up those who change accounts.
    await record(tx, doer, 'catalogue.applied', id);
    const { units, accounts } = await planOf(tx, rows, actor);
    for (const outcome of units.outcomes) await applyUnit(tx, outcome, doer);
    const retired = units.missing.filter(({ code }) => retire.includes(code));
    for (const unit of retired) await deactivateWithin(tx, unit, doer);
    const ids = idsByCode(await everyUnit(tx));
    const added: string[] = [];
    for (const outcome of accounts) added.push(...(await applyAccount(tx, outcome, ids, doer)));
    if (inviting) await inviteAdded(tx, added, { ...inviting, occasion: id }, doer);
    const done = { retired: retired.length, invited: inviting !== undefined };
    await keepResults(tx, id, resultsOf({ units: units.outcomes, accounts }, done));
  });

const inviteAdded = async (
  tx: Tx,
  ids: readonly string[],
  inviting: Inviting,
  doer: SignedDoer,
): Promise<void> => {
  const added = new Set(ids);
  const cards = (await accountCards(tx)).filter(({ id }) => added.has(id));
  await mailInvitations(tx, cards, inviting, doer);
};

const applyUnit = async (tx: Tx, outcome: UnitOutcome, doer: SignedDoer): Promise<void> => {
  if (outcome.kind !== 'added' && outcome.kind !== 'changed') return;
  const { facts, group } = outcome.wanted;
  const kept = { facts, group: group.code };
  if (outcome.kind === 'added') await addUnitWithin(tx, kept, doer);
  else await changeUnitWithin(tx, outcome.stored, kept, doer);
};

type Ids = ReadonlyMap<string, string>;

const idsByCode = (units: readonly Unit[]): Ids => new Map(units.map(({ code, id }) => [code, id]));

/** The id of an account that was added comes back. */
const applyAccount = async (
  tx: Tx,
  outcome: AccountOutcome,
  ids: Ids,
  doer: SignedDoer,
): Promise<string[]> => {
  if (outcome.kind === 'added') {
    const { units, ...facts } = outcome.wanted;
    return [await addAccount(tx, { ...facts, unitIds: idsOf(units, ids) }, doer)];
  }
  if (outcome.kind === 'changed') {
    const change = changeOf(outcome, ids);
    await changeAccount(tx, outcome.stored.id, change, doer);
    if (change.email !== undefined)
      await addressChanged(tx, outcome.stored.id, change.email, doer.at);
  }
  return [];
};

const idsOf = (codes: readonly string[], ids: Ids): string[] =>
  codes.flatMap((code) => ids.get(code) ?? []);

const changeOf = (
  { wanted, changes }: { wanted: WantedAccount; changes: readonly Change[] },
  ids: Ids,
): AccountChange => {
  const { name, email, phone, units } = wanted;
  const changed = new Set(changes.map(({ what }) => what));
  return {
    ...(changed.has('name') ? { name } : {}),
    ...(changed.has('email') ? { email } : {}),
    ...(changed.has('phone') ? { phone } : {}),
    ...(changed.has('units') ? { unitIds: idsOf(units, ids) } : {}),
  };
};
