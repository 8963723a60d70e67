import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { copyReminders } from '../reminders/plan-store.ts';
import { owe } from '../reports/owed-store.ts';
import { unitLines } from '../units/store.ts';
import { categoryCode } from './new-plan.ts';
import type { Plan, TypedCategory } from './plan.ts';
import { addCampaign } from './store.ts';

/** Who reports in a new campaign, and what it was made from. */
export interface Beginning {
  /** Codes of the units that must report. */
  readonly units: readonly string[];
  readonly copiedFromId?: string | undefined;
}

/** Makes a campaign from a checked plan; the named active units owe a report. Throws `campaign-code-taken`. */
export const beginCampaign = (
  db: Db,
  plan: Plan,
  { units, copiedFromId }: Beginning,
  doer: Doer,
): Promise<string> =>
  inTransaction(db, async (tx) => {
    const categories = withCodes(plan.categories);
    const id = await addCampaign(tx, { ...plan, categories, copiedFromId }, doer);
    if (copiedFromId !== undefined) await copyReminders(tx, copiedFromId, id, doer.at);
    const chosen = (await unitLines(tx)).filter(({ code }) => units.includes(code));
    await owe(
      tx,
      id,
      doer.at,
      chosen.map((unit) => unit.id),
    );
    const added = chosen.map(({ code }) => code).join(', ');
    await record(tx, doer, 'campaign.units-chosen', id, { added, removed: '' });
    return id;
  });

const withCodes = (categories: readonly TypedCategory[]): { code: string; name: string }[] => {
  const taken: string[] = [];
  return categories.map(({ name }) => {
    const code = categoryCode(name, taken);
    taken.push(code);
    return { code, name };
  });
};
