import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { foldMarks } from '../vietnamese/text.ts';
import { lockCatalogue } from './catalogue-store.ts';
import {
  deleteGroup,
  everyGroup,
  type Group,
  insertGroup,
  setGroupName,
  setGroupOrder,
} from './groups-store.ts';
import { codeForGroup, type Direction, longestName, moved } from './unit.ts';

/** Adds a group after all others. Throws `group-name-missing`, `text-too-long` or `group-name-taken`. */
export const addGroup = (db: Db, name: string, doer: Doer): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    await addGroupWithin(tx, name, doer);
  });

/** The same inside a transaction that has locked the catalogue; the group's code comes back. */
const addGroupWithin = async (tx: Tx, name: string, doer: Doer): Promise<string> => {
  const groups = await everyGroup(tx);
  refuseName(name, groups);
  const taken = groups.map((group) => group.code);
  const code = codeForGroup(name, taken);
  const id = await insertGroup(tx, { code, name, position: groups.length + 1 });
  if (id === undefined) throw new Problem('group-name-taken', 'name');
  await record(tx, doer, 'group.added', id, { name });
  return code;
};

/** Throws `not-found`, `group-name-missing`, `text-too-long` or `group-name-taken`. */
export const renameGroup = (db: Db, code: string, name: string, doer: Doer): Promise<void> =>
  changing(db, code, async (tx, group, groups) => {
    refuseName(
      name,
      groups.filter(({ id }) => id !== group.id),
    );
    if (name === group.name) return;
    await setGroupName(tx, group.id, name);
    await record(tx, doer, 'group.renamed', group.id, { before: group.name, after: name });
  });

/** A place further up or down; nothing at the end of the list. Throws `not-found`. */
export const moveGroup = (db: Db, code: string, direction: Direction, doer: Doer): Promise<void> =>
  changing(db, code, async (tx, group, groups) => {
    const before = groups.map(({ id }) => id);
    const after = moved(before, group.id, direction);
    if (after === before) return;
    await setGroupOrder(tx, after);
    await record(tx, doer, 'group.moved', group.id, { direction });
  });

/** Removes a group without units; the others close up. Throws `not-found` or `group-not-empty`. */
export const removeGroup = (db: Db, code: string, doer: Doer): Promise<void> =>
  changing(db, code, async (tx, group, groups) => {
    if (group.units > 0)
      throw new Problem('group-not-empty', `name-${code}`, { units: group.units });
    await deleteGroup(tx, group.id);
    const others = groups.filter(({ id }) => id !== group.id);
    await setGroupOrder(
      tx,
      others.map(({ id }) => id),
    );
    await record(tx, doer, 'group.removed', group.id, { name: group.name });
  });

const changing = (
  db: Db,
  code: string,
  work: (tx: Tx, group: Group, groups: readonly Group[]) => Promise<void>,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    const groups = await everyGroup(tx);
    const group = groups.find((each) => each.code === code);
    if (!group) throw new Problem('not-found');
    await work(tx, group, groups);
  });

const refuseName = (name: string, others: readonly Group[]): void => {
  if (name === '') throw new Problem('group-name-missing', 'name');
  if (name.length > longestName) throw new Problem('text-too-long', 'name', { most: longestName });
  if (others.some((group) => foldMarks(group.name) === foldMarks(name)))
    throw new Problem('group-name-taken', 'name');
};
