import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import { foldMarks } from '../vietnamese/text.ts';

export interface NewGroup {
  readonly code: string;
  readonly name: string;
}

export interface NewUnit {
  readonly group: string;
  readonly code: string;
  readonly name: string;
}

/** Adds groups and their units in the given order. */
export const addUnits = async (
  tx: Tx,
  groups: readonly NewGroup[],
  units: readonly NewUnit[],
): Promise<void> => {
  const ids = new Map(groups.map(({ code }) => [code, newId()]));
  const groupRows = groups.map(({ code, name }, index) => ({
    id: ids.get(code) ?? '',
    code,
    name,
    position: index + 1,
  }));
  await tx.insertInto('unit_group').values(groupRows).execute();
  const rows = units.map(({ group, code, name }, index) => ({
    id: newId(),
    group_id: ids.get(group) ?? '',
    code,
    name,
    search_name: foldMarks(name),
    position: index + 1,
    contact_name: null,
    email: null,
    phone: null,
    deactivated_at: null,
  }));
  await tx.insertInto('unit').values(rows).execute();
};

export interface UnitLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly group: string;
}

/** Active units in the office's order, with the name of their group. */
export const unitLines = (db: Db): Promise<UnitLine[]> =>
  db
    .selectFrom('unit')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit.id', 'unit.code', 'unit.name', 'unit_group.name as group'])
    .where('unit.deactivated_at', 'is', null)
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();

export const groupLines = (db: Db) =>
  db.selectFrom('unit_group').select(['code', 'name']).orderBy('position').execute();
