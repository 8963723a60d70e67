import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, lastDone, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { whoWasFaster } from '../strings/overtaken.ts';
import { unitFieldNow } from '../strings/units.ts';
import {
  everyUnit,
  idsInGroup,
  insertUnit,
  lockCatalogue,
  putIntoGroup,
  setUnitOrder,
  type Unit,
  unitByCode,
  updateUnit,
} from './catalogue-store.ts';
import { everyGroup } from './groups-store.ts';
import type { TypedFields } from './pages.ts';
import { sinceSeen, type UnitField } from './since-seen.ts';
import { type Direction, moved, type UnitFacts } from './unit.ts';
import { fieldsOf } from './unit-form.ts';

/** What is kept of a unit, checked by `checkUnit`, and the code of the group that it stands in. */
export interface KeptUnit {
  readonly facts: UnitFacts;
  readonly group: string;
}

/** Adds a unit at the end of its group. Throws `group-missing` or `unit-code-taken`. */
export const addUnit = (db: Db, unit: KeptUnit, doer: Doer): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    await addUnitWithin(tx, unit, doer);
  });

/** The same inside a transaction that has locked the catalogue; the unit's id comes back. */
export const addUnitWithin = async (tx: Tx, unit: KeptUnit, doer: Doer): Promise<string> => {
  const groupId = await groupIdOf(tx, unit.group);
  await refuseTaken(tx, unit.facts.code);
  const id = await insertUnit(tx, unit.facts, groupId);
  await record(tx, doer, 'unit.added', id, { code: unit.facts.code });
  return id;
};

/**
 * Writes what the office changed of a unit; `seen` is what the officer's form was made from. What a
 * colleague has changed since and this officer has not stays. Throws `group-missing`,
 * `unit-code-taken`, `unit-changed`, or `unit-changed-elsewhere` where both changed the same.
 */
export const changeUnit = (
  db: Db,
  code: string,
  { to, seen }: { readonly to: KeptUnit; readonly seen: TypedFields },
  doer: Doer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    const unit = await unitByCode(tx, code);
    if (!unit) throw new Problem('unit-changed');
    const { newer, contested } = sinceSeen(seen, fieldsOf(unit), wantedFields(to));
    if (contested.length > 0) throw await overtaken(tx, unit, contested);
    await changeUnitWithin(tx, unit, withNewer(to, unit, newer), doer);
  });

const wantedFields = ({ facts, group }: KeptUnit): TypedFields => fieldsOf({ ...facts, group });

const withNewer = (to: KeptUnit, unit: Unit, newer: readonly UnitField[]): KeptUnit => {
  const kept = Object.fromEntries(newer.map((field) => [field, unit[field]]));
  return {
    facts: { ...to.facts, ...kept },
    group: newer.includes('group') ? unit.group : to.group,
  };
};

const overtaken = async (tx: Tx, unit: Unit, fields: readonly UnitField[]): Promise<Problem> => {
  const faster = whoWasFaster(await lastDone(tx, unit.id, 'unit.changed'));
  const now = fields.map((field) =>
    unitFieldNow(field, field === 'group' ? unit.groupName : (unit[field] ?? '')),
  );
  return new Problem('unit-changed-elsewhere', fields[0], { ...faster, now: now.join('; ') });
};

/** The same inside a transaction that has locked the catalogue; `false` when nothing was different. */
export const changeUnitWithin = async (
  tx: Tx,
  unit: Unit,
  { facts, group }: KeptUnit,
  doer: Doer,
): Promise<boolean> => {
  const groupId = await groupIdOf(tx, group);
  if (facts.code !== unit.code) await refuseTaken(tx, facts.code);
  const what = [...differences(unit, facts), ...(groupId === unit.groupId ? [] : ['group'])];
  if (what.length === 0) return false;
  await updateUnit(tx, unit.id, facts);
  if (groupId !== unit.groupId) await putIntoGroup(tx, unit, groupId);
  const codes = facts.code === unit.code ? {} : { before: unit.code, after: facts.code };
  await record(tx, doer, 'unit.changed', unit.id, { what: what.join(','), ...codes });
  return true;
};

const kept = ['code', 'name', 'contactName', 'email', 'phone'] as const;

const differences = (unit: UnitFacts, facts: UnitFacts): string[] =>
  kept.filter((key) => unit[key] !== facts[key]);

const groupIdOf = async (tx: Tx, code: string): Promise<string> => {
  const group = (await everyGroup(tx)).find((each) => each.code === code);
  if (!group) throw new Problem('group-missing', 'group');
  return group.id;
};

const refuseTaken = async (tx: Tx, code: string): Promise<void> => {
  const owner = await unitByCode(tx, code);
  if (owner) throw new Problem('unit-code-taken', 'code', { owner: owner.name });
};

/** A place further up or down among the active units of its group; nothing at the end of the list. */
export const moveUnit = (db: Db, code: string, direction: Direction, doer: Doer): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    const unit = await unitByCode(tx, code);
    if (!unit) throw new Problem('unit-changed');
    const active = (await everyUnit(tx)).filter((each) => each.deactivatedAt === null);
    const before = await idsInGroup(tx, unit.groupId);
    const after = moved(before, unit.id, direction, new Set(active.map(({ id }) => id)));
    if (after === before) return;
    await setUnitOrder(tx, after);
    await record(tx, doer, 'unit.moved', unit.id, { direction });
  });
