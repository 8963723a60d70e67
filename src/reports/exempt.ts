import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { longestText } from '../participants/participant.ts';
import { isUnsent } from './report.ts';
import { addEvent, move, type Report } from './store.ts';
import { reportsOfUnit } from './unit-store.ts';

/**
 * The unit need not report: it leaves the denominator of "n/m đơn vị". Throws `reason-missing`,
 * `reason-too-long`, or `state-changed` once it has sent or when somebody was faster.
 */
export const exempt = async (
  db: Db,
  report: Report,
  reason: string,
  doer: SignedDoer,
): Promise<void> => {
  if (reason === '') throw new Problem('reason-missing', 'exempt-reason');
  refuseLong(reason, 'exempt-reason');
  await inTransaction(db, async (tx) => {
    if (!(await moveOut(tx, report, doer))) throw new Problem('state-changed');
    await tell(tx, report, reason, doer);
  });
};

/** Inside a transaction; `false` once the unit has sent or when somebody was faster. */
const moveOut = (tx: Tx, report: Unsent, doer: SignedDoer): Promise<boolean> =>
  move(tx, report, 'exempt', { lastVersion: 0 }, doer.at);

type Unsent = Pick<Report, 'id' | 'state' | 'lastVersion'>;

const tell = async (tx: Tx, report: Unsent, reason: string, doer: SignedDoer): Promise<void> => {
  await addEvent(tx, report.id, { kind: 'exempted', version: null, reason }, doer);
  await record(tx, doer, 'report.exempted', report.id, { reason });
};

/**
 * Exempts a unit in every campaign not closed where it has never sent; how many reports that were.
 * All are moved before the first is told of: who sends takes a report first and then the history, and
 * two that take them in this order never wait for each other.
 */
export const exemptUnsent = async (
  tx: Tx,
  unitId: string,
  reason: string,
  doer: SignedDoer,
): Promise<number> => {
  const exempted: Unsent[] = [];
  for (const report of (await reportsOfUnit(tx, unitId)).filter(isUnsent))
    if (await moveOut(tx, report, doer)) exempted.push(report);
  for (const report of exempted) await tell(tx, report, reason, doer);
  return exempted.length;
};

/**
 * An exempt unit owes its report after all, with the draft that it had. The reason may be empty.
 * Throws `reason-too-long` or `state-changed`.
 */
export const oweAgain = async (
  db: Db,
  report: Report,
  reason: string,
  doer: SignedDoer,
): Promise<void> => {
  refuseLong(reason, 'owe-reason');
  const by = report.draftSavedAt === null ? 'owe' : 'resume';
  await inTransaction(db, async (tx) => {
    if (!(await move(tx, report, by, { draftRevision: report.draftRevision }, doer.at)))
      throw new Problem('state-changed');
    const event = { kind: 'owed_again' as const, version: null, reason: reason || null };
    await addEvent(tx, report.id, event, doer);
    await record(tx, doer, 'report.owed-again', report.id);
  });
};

const refuseLong = (reason: string, field: string): void => {
  if (reason.length > longestText)
    throw new Problem('reason-too-long', field, { most: longestText });
};
