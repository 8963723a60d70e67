import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, lastDone, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { datesChanged } from '../reminders/plan-store.ts';
import { categoryHasData, renameInDrafts } from '../reports/categories-store.ts';
import { whoWasFaster } from '../strings/overtaken.ts';
import type { Campaign, Category } from './campaign.ts';
import { categoryCode } from './new-plan.ts';
import { type Plan, planOnForm, type TypedCategory } from './plan.ts';
import { planDifferences } from './plan-differences.ts';
import {
  claimCampaign,
  documentsOf,
  dropCategory,
  writeCategories,
  writePlan,
} from './plan-store.ts';
import { campaignById } from './store.ts';

/**
 * Changes a campaign to what a checked plan says; `revision` is what the officer's form was made
 * from. The code stays. A plan that changes nothing leaves no trace. Throws
 * `campaign-changed-elsewhere` or `category-in-use`.
 */
export const changeCampaign = (
  db: Db,
  campaignId: string,
  { plan, revision }: { readonly plan: Plan; readonly revision: number },
  doer: Doer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await campaignById(tx, campaignId);
    if (!before) throw new Problem('not-found');
    const stored = planOnForm(before, await documentsOf(tx, campaignId));
    const differences = planDifferences(
      stored,
      planOnForm({ ...plan, code: before.code }, plan.documents),
    );
    if (differences.length === 0) return;
    if (!(await claimCampaign(tx, campaignId, revision))) throw await overtaken(tx, campaignId);
    await writePlan(tx, campaignId, plan, doer.at);
    await changeCategories(tx, before, plan.categories);
    if (plan.deadlineAt !== before.deadlineAt || plan.opensAt !== before.opensAt)
      await datesChanged(tx, campaignId, doer.at);
    const details = differences.map(({ part, ...texts }) => [
      part,
      `${texts.before} → ${texts.after}`,
    ]);
    await record(tx, doer, 'campaign.changed', campaignId, Object.fromEntries(details));
  });

const overtaken = async (tx: Tx, campaignId: string): Promise<Problem> => {
  const faster = whoWasFaster(await lastDone(tx, campaignId, 'campaign.changed'));
  return new Problem('campaign-changed-elsewhere', undefined, faster);
};

const changeCategories = async (
  tx: Tx,
  before: Campaign,
  planned: readonly TypedCategory[],
): Promise<void> => {
  for (const category of before.categories) {
    const kept = planned.find(({ id }) => id === category.id);
    if (!kept) await removeCategory(tx, before.id, category);
    else if (kept.name !== category.name)
      await renameInDrafts(tx, before.id, category.name, kept.name);
  }
  const taken = before.categories.map(({ code }) => code);
  const categories = planned.map(({ id, name }): Category => {
    const known = before.categories.find((category) => category.id === id);
    const code = known?.code ?? categoryCode(name, taken);
    if (!known) taken.push(code);
    return { id: known?.id ?? '', code, name };
  });
  await writeCategories(tx, before.id, categories);
};

const removeCategory = async (tx: Tx, campaignId: string, category: Category): Promise<void> => {
  if (await categoryHasData(tx, campaignId, category))
    throw new Problem('category-in-use', 'category-1', { category: category.name });
  await dropCategory(tx, category.id);
};
