import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';

/** A group with its number of units, active or not. */
export interface Group {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly units: number;
}

/** All groups in the office's order, also those without a unit. */
export const everyGroup = (db: Db): Promise<Group[]> =>
  db
    .selectFrom('unit_group')
    .leftJoin('unit', 'unit.group_id', 'unit_group.id')
    .select(['unit_group.id', 'unit_group.code', 'unit_group.name'])
    .select(sql<number>`cast(count(unit.id) as integer)`.as('units'))
    .groupBy(['unit_group.id', 'unit_group.code', 'unit_group.name', 'unit_group.position'])
    .orderBy('unit_group.position')
    .orderBy('unit_group.id')
    .execute();

/** Adds a group at a place in the order. Its id comes back, or `undefined` when the code is taken. */
export const insertGroup = async (
  tx: Tx,
  group: { readonly code: string; readonly name: string; readonly position: number },
): Promise<string | undefined> => {
  const added = await tx
    .insertInto('unit_group')
    .values({ id: newId(), ...group })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id;
};

/** Gives a group another name. */
export const setGroupName = async (tx: Tx, id: string, name: string): Promise<void> => {
  await tx.updateTable('unit_group').set({ name }).where('id', '=', id).execute();
};

/** Numbers the groups from 1 on. */
export const setGroupOrder = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const [index, id] of ids.entries())
    await tx
      .updateTable('unit_group')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .where('position', '!=', index + 1)
      .execute();
};

/** Removes a group that has no unit. */
export const deleteGroup = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('unit_group').where('id', '=', id).execute();
};
