import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { dropOwed, owe, owingUnits } from '../reports/owed-store.ts';
import { unitLines } from '../units/store.ts';
import type { Campaign } from './campaign.ts';

/** Codes of units that must report from now on, and of those that need not after all. */
export interface UnitsChosen {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Changes who must report. A unit goes only while nothing was ever typed, sent or decided; all others
 * are named in `units-have-reports`, and nothing is changed.
 */
export const chooseUnits = async (
  db: Db,
  campaign: Pick<Campaign, 'id'>,
  { added, removed }: UnitsChosen,
  doer: Doer,
): Promise<void> => {
  if (added.length + removed.length === 0) return;
  await inTransaction(db, async (tx) => {
    const dropped = await dropAll(tx, campaign.id, removed);
    const chosen = await notOwing(tx, campaign.id, added);
    if (dropped.length + chosen.length === 0) return;
    const ids = chosen.map(({ id }) => id);
    await owe(tx, campaign.id, doer.at, ids);
    const details = {
      added: chosen.map(({ code }) => code).join(', '),
      removed: dropped.join(', '),
    };
    await record(tx, doer, 'campaign.units-chosen', campaign.id, details);
  });
};

/** Those of the units that owe nothing yet: the history tells from when on each of them had to report. */
const notOwing = async (tx: Tx, campaignId: string, codes: readonly string[]) => {
  const units = await owingUnits(tx, campaignId);
  const owing = new Set(units.filter(({ owes }) => owes).map(({ code }) => code));
  return (await unitLines(tx)).filter(({ code }) => codes.includes(code) && !owing.has(code));
};

const dropAll = async (tx: Tx, campaignId: string, codes: readonly string[]): Promise<string[]> => {
  const dropped: string[] = [];
  const kept: string[] = [];
  for (const code of codes) {
    const gone = await dropOwed(tx, campaignId, code);
    if (gone === true) dropped.push(code);
    if (gone === false) kept.push(code);
  }
  if (kept.length > 0) {
    const units = await owingUnits(tx, campaignId);
    const names = units.filter(({ code }) => kept.includes(code)).map(({ name }) => name);
    throw new Problem('units-have-reports', `unit-${kept[0]}`, { units: names.join('; ') });
  }
  return dropped;
};
