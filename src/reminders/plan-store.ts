import type { Db, Tx } from '../db/schema.ts';
import { earlierFirst } from './plan.ts';
import { defaultSteps, type ReminderPlan, type Step } from './schedule.ts';

/** When a campaign reminds by itself: as the office has set it, otherwise as the product brings it. */
export const planOf = async (db: Db, campaignId: string): Promise<ReminderPlan> => {
  const row = await db
    .selectFrom('campaign')
    .leftJoin('reminder_plan', 'reminder_plan.campaign_id', 'campaign.id')
    .select(['reminder_plan.off_at as offAt', 'reminder_plan.changed_at as changedAt'])
    .select('campaign.created_at as createdAt')
    .where('campaign.id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const steps = await db
    .selectFrom('reminder_step')
    .select(['days_before as daysBefore', 'hour'])
    .where('campaign_id', '=', campaignId)
    .execute();
  return {
    isOn: row.offAt === null,
    steps: steps.length > 0 ? steps.sort(earlierFirst) : defaultSteps,
    changedAt: row.changedAt ?? row.createdAt,
  };
};

/** Writes a campaign's plan. What it would have sent before `at` it does not make up for. */
export const writeReminders = async (
  tx: Tx,
  campaignId: string,
  plan: Pick<ReminderPlan, 'isOn' | 'steps'>,
  at: string,
): Promise<void> => {
  await writeHead(tx, campaignId, { off_at: plan.isOn ? null : at, changed_at: at });
  await tx.deleteFrom('reminder_step').where('campaign_id', '=', campaignId).execute();
  await tx.insertInto('reminder_step').values(stepRows(campaignId, plan.steps)).execute();
};

const writeHead = (
  tx: Tx,
  campaignId: string,
  columns: { off_at: string | null; changed_at: string },
): Promise<unknown> =>
  tx
    .insertInto('reminder_plan')
    .values({ campaign_id: campaignId, ...columns })
    .onConflict((conflict) => conflict.column('campaign_id').doUpdateSet(columns))
    .execute();

const stepRows = (campaignId: string, steps: readonly Step[]) =>
  steps.map(({ daysBefore, hour }, index) => ({
    campaign_id: campaignId,
    position: index + 1,
    days_before: daysBefore,
    hour,
  }));

/** A new campaign reminds as the one that it was copied from. */
export const copyReminders = async (
  tx: Tx,
  fromId: string,
  campaignId: string,
  at: string,
): Promise<void> => writeReminders(tx, campaignId, await planOf(tx, fromId), at);

/**
 * The dates of a campaign have changed: what its plan would have sent before `at` by the new dates is
 * not made up for. The steps stay.
 */
export const datesChanged = async (tx: Tx, campaignId: string, at: string): Promise<void> => {
  await tx
    .insertInto('reminder_plan')
    .values({ campaign_id: campaignId, off_at: null, changed_at: at })
    .onConflict((conflict) => conflict.column('campaign_id').doUpdateSet({ changed_at: at }))
    .execute();
};
