import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import { foldMarks } from '../vietnamese/text.ts';
import type { UnitFacts } from './unit.ts';

/**
 * Lines up everybody who changes units, groups or their order, so that each sees what the one before
 * left. Must be the first statement of the transaction.
 */
export const lockCatalogue = async (tx: Tx): Promise<void> => {
  await tx
    .updateTable('unit_group')
    .set((row) => ({ position: row.ref('position') }))
    .where('id', '=', (where) =>
      where.selectFrom('unit_group as first').select((row) => row.fn.min('first.id').as('id')),
    )
    .execute();
};

/** A unit as the office keeps it. */
export interface Unit extends UnitFacts {
  readonly id: string;
  readonly groupId: string;
  readonly group: string;
  readonly groupName: string;
  readonly searchName: string;
  readonly deactivatedAt: string | null;
  readonly mergedIntoId: string | null;
  /** Of the unit that took over, or `null`. */
  readonly mergedIntoCode: string | null;
  readonly mergedIntoName: string | null;
}

const units = (db: Db) =>
  db
    .selectFrom('unit')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('unit as heir', 'heir.id', 'unit.merged_into_id')
    .select(['unit.id', 'unit.code', 'unit.name', 'unit.search_name as searchName'])
    .select(['unit.contact_name as contactName', 'unit.email', 'unit.phone'])
    .select(['unit.deactivated_at as deactivatedAt', 'unit.merged_into_id as mergedIntoId'])
    .select(['heir.code as mergedIntoCode', 'heir.name as mergedIntoName'])
    .select(['unit_group.id as groupId', 'unit_group.code as group'])
    .select('unit_group.name as groupName');

/** All units, active or not, in the office's order. */
export const everyUnit = (db: Db): Promise<Unit[]> =>
  units(db)
    .orderBy('unit_group.position')
    .orderBy('unit_group.id')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .execute();

/** The unit with this code, active or not, or `undefined`. */
export const unitByCode = (db: Db, code: string): Promise<Unit | undefined> =>
  units(db).where('unit.code', '=', code).executeTakeFirst();

/** The units that this one took over. */
export const unitsMergedInto = (db: Db, unitId: string): Promise<Unit[]> =>
  units(db).where('unit.merged_into_id', '=', unitId).orderBy('unit.code').execute();

/** How many active accounts report for each unit, by its id. */
export const accountCounts = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('account_unit')
    .innerJoin('account', 'account.id', 'account_unit.account_id')
    .select(['account_unit.unit_id as id', sql<number>`cast(count(*) as integer)`.as('accounts')])
    .where('account.deactivated_at', 'is', null)
    .groupBy('account_unit.unit_id')
    .execute();
  return new Map(rows.map(({ id, accounts }) => [id, accounts]));
};

/** Adds a unit at the end of its group. Its id comes back. */
export const insertUnit = async (tx: Tx, facts: UnitFacts, groupId: string): Promise<string> => {
  const id = newId();
  const position = await placeAtEnd(tx, groupId);
  const row = { id, group_id: groupId, position, deactivated_at: null, ...columnsOf(facts) };
  await tx.insertInto('unit').values(row).execute();
  return id;
};

/** Writes what is kept of a unit. */
export const updateUnit = async (tx: Tx, id: string, facts: UnitFacts): Promise<void> => {
  await tx.updateTable('unit').set(columnsOf(facts)).where('id', '=', id).execute();
};

const columnsOf = ({ code, name, contactName, email, phone }: UnitFacts) => ({
  code,
  name,
  search_name: foldMarks(name),
  contact_name: contactName,
  email,
  phone,
});

/** Puts a unit into another group, at its end; the old group closes up. */
export const putIntoGroup = async (tx: Tx, unit: Unit, groupId: string): Promise<void> => {
  const position = await placeAtEnd(tx, groupId);
  await tx
    .updateTable('unit')
    .set({ group_id: groupId, position })
    .where('id', '=', unit.id)
    .execute();
  await setUnitOrder(tx, await idsInGroup(tx, unit.groupId));
};

/** The place after all others of a group. Positions may have gaps: the first catalogue counts through all groups. */
const placeAtEnd = async (tx: Tx, groupId: string): Promise<number> => {
  const last = await tx
    .selectFrom('unit')
    .select((row) => row.fn.max('position').as('position'))
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  return (last?.position ?? 0) + 1;
};

/** The ids of a group's units in order, active or not. */
export const idsInGroup = async (tx: Tx, groupId: string): Promise<string[]> => {
  const query = tx.selectFrom('unit').select('id').where('group_id', '=', groupId);
  return (await query.orderBy('position').orderBy('id').execute()).map(({ id }) => id);
};

/** Numbers the units of a group from 1 on, without gaps. */
export const setUnitOrder = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const [index, id] of ids.entries())
    await tx
      .updateTable('unit')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .where('position', '!=', index + 1)
      .execute();
};

/** The unit owes nothing new from `at` on, or (`null`) does so again; `false` when that was so already. */
export const setDeactivated = async (tx: Tx, id: string, at: string | null): Promise<boolean> => {
  const change = tx
    .updateTable('unit')
    .set({ deactivated_at: at })
    .where('id', '=', id)
    .where('merged_into_id', 'is', null)
    .where('deactivated_at', at === null ? 'is not' : 'is', null);
  return (await change.returning('id').executeTakeFirst()) !== undefined;
};

/** Another unit takes over from this one. */
export const setMerged = async (tx: Tx, unit: Unit, into: string, at: string): Promise<void> => {
  await tx
    .updateTable('unit')
    .set({ merged_into_id: into, deactivated_at: unit.deactivatedAt ?? at })
    .where('id', '=', unit.id)
    .execute();
};
