import type { Actor } from '../accounts/account.ts';
import { accountCards } from '../accounts/people-store.ts';
import type { Db } from '../db/schema.ts';
import { everyUnit } from '../units/catalogue-store.ts';
import { everyGroup } from '../units/groups-store.ts';
import type { FileRows } from './catalogue.ts';
import { type AccountOutcome, compareAccounts } from './compare-accounts.ts';
import { compareUnits, type UnitPlan } from './compare-units.ts';

/** What a file would do to the units and accounts as they are at this moment. */
export interface Plan {
  readonly units: UnitPlan;
  readonly accounts: readonly AccountOutcome[];
}

/** Reads units and accounts, and compares the rows with them. Changes nothing. */
export const planOf = async (db: Db, rows: FileRows, actor: Pick<Actor, 'role'>): Promise<Plan> => {
  const stored = await everyUnit(db);
  const units = compareUnits(rows.units, await everyGroup(db), stored);
  const active = stored.filter(({ deactivatedAt }) => deactivatedAt === null);
  const added = units.outcomes.flatMap((outcome) =>
    outcome.kind === 'added' ? outcome.wanted.facts.code : [],
  );
  const codes = new Set([...active.map(({ code }) => code), ...added]);
  const accounts = await accountCards(db);
  return { units, accounts: compareAccounts(rows.accounts, { accounts, units: codes, actor }) };
};
