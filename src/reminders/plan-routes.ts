import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import { campaignPath } from '../campaigns/list-page.ts';
import type { Context } from '../context.ts';
import { boardPath } from '../desk/board-page.ts';
import { rawOf } from '../kit/fields.ts';
import { sendingStands } from '../mail/ready-store.ts';
import { recipientsOf } from '../mail/recipients-store.ts';
import { notReadyText, reminderNotices, stepFaultText } from '../strings/reminders.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { askableUnits } from './askable-store.ts';
import { reminderSettings } from './calendar-store.ts';
import type { PlanPage } from './pages.ts';
import {
  checkSteps,
  remindersFromForm,
  type StepFault,
  stepsAfter,
  stepsOnForm,
  type TypedReminders,
} from './plan.ts';
import { phoneLines, planPath, previewsOf } from './plan-page.ts';
import { planOf } from './plan-store.ts';
import { setPlan } from './set-plan.ts';

/** When a campaign reminds by itself. */
export const reminderPlanPages = (context: Context): Page[] => [
  page('get', '/dot-bao-cao/:campaign/nhac', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    return planPage(context, visit, { campaign });
  }),
  page('post', '/dot-bao-cao/:campaign/nhac', 'run campaigns', (visit) => change(context, visit)),
];

interface Editing {
  readonly campaign: Campaign;
  /** What was typed; the stored plan when it is missing. */
  readonly typed?: TypedReminders;
  readonly faults?: readonly StepFault[];
}

const change = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const typed = remindersFromForm(visit.form);
  const pressed = rawOf(visit.form, 'row');
  const steps = stepsAfter(typed.steps, pressed);
  if (steps) return planPage(context, visit, { campaign, typed: { ...typed, steps } });
  const checked = checkSteps(typed.steps);
  if (checked.faults) return planPage(context, visit, { campaign, typed, faults: checked.faults });
  if (pressed === 'preview') return planPage(context, visit, { campaign, typed });
  const plan = { isOn: typed.isOn, steps: checked.steps };
  await setPlan(context.db, campaign, plan, visit.doer);
  return redirect(`${planPath(campaign.code)}?xong=da-luu`);
};

const planPage = async (
  context: Context,
  visit: SignedVisit,
  { campaign, typed, faults = [] }: Editing,
): Promise<Answer> => {
  const stored = await planOf(context.db, campaign.id);
  const shown = typed ?? { isOn: stored.isOn, steps: stepsOnForm(stored.steps) };
  const steps = checkSteps(shown.steps).steps;
  const plan = steps ? { isOn: shown.isOn, steps } : stored;
  const model: Omit<PlanPage, 'chrome'> = {
    errors: faults.map((fault) => ({ field: fault.field, text: stepFaultText(fault) })),
    notice: reminderNotices.get(visit.query.get('xong') ?? '') ?? null,
    campaign: campaign.title,
    path: planPath(campaign.code),
    editPath: campaignPath(campaign.code),
    askPath: `${boardPath(campaign.code)}/nhac`,
    typed: shown,
    isTrial: typed !== undefined && steps !== undefined,
    ...(await waitedFor(context, campaign, plan, visit.now)),
    notReady: notReadyText[await sendingStands(context.db, context.post.sender)],
    closed: campaign.closedAt !== null && campaign.closedAt <= visit.now,
  };
  return view<PlanPage>('reminders/plan', 'Nhắc tự động', model, faults.length > 0 ? 422 : 200);
};

const waitedFor = async (
  { db }: Context,
  campaign: Campaign,
  plan: Parameters<typeof previewsOf>[0]['plan'],
  now: string,
): Promise<Pick<PlanPage, 'previews' | 'unsent' | 'reachable' | 'phones'>> => {
  const { calendar } = await reminderSettings(db);
  const units = (await askableUnits(db, campaign.id)).filter(
    ({ lastVersion }) => lastVersion === 0,
  );
  const ids = units.map(({ unitId }) => unitId);
  const reached = await recipientsOf(db, ids);
  return {
    previews: previewsOf({ campaign, plan, calendar, units, now }),
    unsent: units.length,
    reachable: units.filter(({ unitId }) => reached.has(unitId)).length,
    phones: phoneLines(units, reached, boardPath(campaign.code)),
  };
};
