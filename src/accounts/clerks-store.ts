import type { Db, Tx } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';

/** The accounts that report for a unit, by name. */
export const clerksOf = (db: Db, unitId: string) =>
  db
    .selectFrom('account_unit')
    .innerJoin('account', 'account.id', 'account_unit.account_id')
    .select(['account.id', 'account.name', 'account.email', 'account.phone'])
    .select('account.deactivated_at as deactivatedAt')
    .where('account_unit.unit_id', '=', unitId)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();

/** Who reports for the unit `from` also reports for `to` from now on. How many accounts that is new for. */
export const shareUnit = async (tx: Tx, from: string, to: string, doer: Doer): Promise<number> => {
  let shared = 0;
  for (const { id } of await clerksOf(tx, from)) {
    const added = await tx
      .insertInto('account_unit')
      .values({ account_id: id, unit_id: to })
      .onConflict((conflict) => conflict.doNothing())
      .returning('account_id')
      .executeTakeFirst();
    if (!added) continue;
    await record(tx, doer, 'account.changed', id, { what: 'units', added: to });
    shared += 1;
  }
  return shared;
};
