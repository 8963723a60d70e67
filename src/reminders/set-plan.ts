import type { Campaign } from '../campaigns/campaign.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { planOf, writeReminders } from './plan-store.ts';
import type { ReminderPlan, Step } from './schedule.ts';

/**
 * Sets when a campaign reminds by itself, from checked steps. A plan that changes nothing leaves no
 * trace; one that does makes up for nothing that lies before it.
 */
export const setPlan = (
  db: Db,
  campaign: Campaign,
  plan: Pick<ReminderPlan, 'isOn' | 'steps'>,
  doer: Doer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await planOf(tx, campaign.id);
    if (before.isOn === plan.isOn && stepsWord(before.steps) === stepsWord(plan.steps)) return;
    await writeReminders(tx, campaign.id, plan, doer.at);
    const details = { on: plan.isOn ? 1 : 0, steps: stepsWord(plan.steps) };
    await record(tx, doer, 'reminder.plan-changed', campaign.id, details);
  });

/** `3@08:00 0@08:00 -1@08:00` */
const stepsWord = (steps: readonly Step[]): string =>
  steps.map(({ daysBefore, hour }) => `${daysBefore}@${hour}`).join(' ');
