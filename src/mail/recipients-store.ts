import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';
import type { Recipient } from './mail.ts';

/**
 * Who gets a unit's mails: its own address and its clerks' that are not deactivated, each address once
 * (capitals make no difference). A unit without any address is missing in the answer.
 */
export const recipientsOf = async (
  db: Db,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Recipient[]>> => {
  const found = new Map<string, Recipient[]>();
  const known = new Set<string>();
  for (let from = 0; from < unitIds.length; from += idsInStatement) {
    for (const row of await addressRows(db, unitIds.slice(from, from + idsInStatement))) {
      const key = `${row.unitId} ${row.address.toLowerCase()}`;
      if (known.has(key)) continue;
      known.add(key);
      const { address, name, accountId } = row;
      found.set(row.unitId, [...(found.get(row.unitId) ?? []), { address, name, accountId }]);
    }
  }
  return found;
};

const idsInStatement = 1000;

/** Accounts first, so that a mail to an address that is both goes to the person. */
const addressRows = async (db: Db, unitIds: readonly string[]) => {
  const clerks = db
    .selectFrom('account_unit')
    .innerJoin('account', 'account.id', 'account_unit.account_id')
    .select(['account_unit.unit_id as unitId', 'account.name', 'account.id as accountId'])
    .select(sql<string>`account.email`.as('address'))
    .where('account_unit.unit_id', 'in', unitIds)
    .where('account.email', 'is not', null)
    .where('account.deactivated_at', 'is', null)
    .orderBy('account.id');
  const units = db
    .selectFrom('unit')
    .select(['id as unitId', sql<string>`coalesce(contact_name, name)`.as('name')])
    .select([sql<string | null>`null`.as('accountId'), sql<string>`email`.as('address')])
    .where('id', 'in', unitIds)
    .where('email', 'is not', null)
    .where('email', '!=', '');
  return [...(await clerks.execute()), ...(await units.execute())];
};
