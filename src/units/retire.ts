import { shareUnit } from '../accounts/clerks-store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { exemptUnsent } from '../reports/exempt.ts';
import { inactiveReason, mergedReason } from '../strings/units.ts';
import {
  lockCatalogue,
  setDeactivated,
  setMerged,
  type Unit,
  unitByCode,
} from './catalogue-store.ts';

/**
 * The unit owes nothing in new campaigns; what it reported stays, and what it has not sent in open
 * campaigns is exempted. Throws `unit-changed` when it is inactive already.
 */
export const deactivate = (db: Db, unit: Unit, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    await deactivateWithin(tx, unit, doer);
  });

/** The same inside a transaction that has locked the catalogue; how many reports were exempted. */
export const deactivateWithin = async (
  tx: Tx,
  unit: Pick<Unit, 'id'>,
  doer: SignedDoer,
): Promise<number> => {
  if (!(await setDeactivated(tx, unit.id, doer.at))) throw new Problem('unit-changed');
  const exempted = await exemptUnsent(tx, unit.id, inactiveReason, doer);
  await record(tx, doer, 'unit.deactivated', unit.id, { exempted });
  return exempted;
};

/** The unit owes reports in new campaigns again. Throws `unit-merged` or `unit-changed`. */
export const activate = (db: Db, unit: Unit, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    const now = await unitByCode(tx, unit.code);
    if (now?.mergedIntoName)
      throw new Problem('unit-merged', undefined, { into: now.mergedIntoName });
    if (!(await setDeactivated(tx, unit.id, null))) throw new Problem('unit-changed');
    await record(tx, doer, 'unit.activated', unit.id);
  });

/**
 * Another unit takes over: this one is deactivated for good, its people report for the other one too,
 * and what it has not sent in open campaigns is exempted. Its past reports stay under its own name.
 * Throws `merge-target-missing` or `unit-changed`.
 */
export const merge = (db: Db, code: string, intoCode: string, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx);
    const unit = await unitByCode(tx, code);
    if (!unit || unit.mergedIntoId !== null) throw new Problem('unit-changed');
    // An active unit was never merged into another one, so no circle can come about.
    const into = await unitByCode(tx, intoCode);
    if (!into || into.deactivatedAt !== null || into.id === unit.id)
      throw new Problem('merge-target-missing', 'into');
    await setMerged(tx, unit, into.id, doer.at);
    const exempted = await exemptUnsent(tx, unit.id, mergedReason(into.name), doer);
    const accounts = await shareUnit(tx, unit.id, into.id, doer);
    await record(tx, doer, 'unit.merged', unit.id, { into: into.id, exempted, accounts });
  });
