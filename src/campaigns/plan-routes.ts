import type { Context } from '../context.ts';
import { lineOf, numberOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { categoryHasData } from '../reports/categories-store.ts';
import { owingUnits } from '../reports/owed-store.ts';
import { submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit } from '../web/page.ts';
import { beginCampaign } from './add.ts';
import type { Campaign } from './campaign.ts';
import { changeCampaign } from './change.ts';
import { checkPlan } from './check-plan.ts';
import { type Editing, edited } from './edit-page.ts';
import { campaignFor } from './found.ts';
import { campaignPath } from './list-page.ts';
import { blankPlan, copiedPlan } from './new-plan.ts';
import { planFromForm, planOnForm, type TypedPlan } from './plan.ts';
import { planDifferences } from './plan-differences.ts';
import { type RowPress, rowPressed, withRows } from './plan-rows.ts';
import { documentsOf, revisionOf } from './plan-store.ts';
import { campaignByCode, campaignLines } from './store.ts';
import { tickedUnits, ticksAfter, ticksPressed } from './unit-ticks.ts';

/** Making a campaign, from nothing or from another one, and changing it. */
export const planPages = (context: Context): Page[] => [
  page('get', '/dot-bao-cao/moi', 'run campaigns', (visit) => blank(context, visit)),
  page('post', '/dot-bao-cao/moi', 'run campaigns', (visit) => begin(context, visit), 'list'),
  page('get', '/dot-bao-cao/:campaign', 'run campaigns', (visit) => stored(context, visit)),
  page(
    'post',
    '/dot-bao-cao/:campaign',
    'run campaigns',
    (visit) => change(context, visit),
    'list',
  ),
];

const blank = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { db } = context;
  const units = await owingUnits(db, undefined);
  const lines = await campaignLines(db);
  const from = visit.query.get('tu');
  const source = await campaignByCode(db, from ?? lines[0]?.code ?? '');
  if (from === null || !source) {
    if (from !== null) throw new Problem('not-found');
    return edited({ typed: blankPlan(source), units, ticked: units.map(({ code }) => code) });
  }
  const owing = (await owingUnits(db, source.id)).filter(({ owes }) => owes);
  const codes = lines.map(({ code }) => code);
  return edited({
    typed: copiedPlan(source, await documentsOf(db, source.id), codes),
    units,
    ticked: owing.map(({ code }) => code),
    from: source,
  });
};

const begin = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { db } = context;
  const { form } = visit;
  const units = await owingUnits(db, undefined);
  const from = await campaignByCode(db, lineOf(form, 'from'));
  const ticked = tickedUnits(form);
  const editing = { typed: planFromForm(form), units, ticked, from };
  const ticks = ticksPressed(form);
  if (ticks !== '') return edited({ ...editing, ticked: ticksAfter(ticked, ticks, units) });
  const pressed = rowPressed(form);
  if (pressed) return edited({ ...editing, typed: withRows(editing.typed, pressed) });
  const { plan, faults } = checkPlan(editing.typed, visit.now);
  if (!plan) return edited({ ...editing, faults });
  return submit(
    async () => {
      const beginning = { units: ticked, copiedFromId: from?.id };
      await beginCampaign(db, plan, beginning, visit.doer);
      return redirect('/dot-bao-cao?xong=da-tao');
    },
    (problem) => edited({ ...editing, problem }),
  );
};

const stored = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  return edited({
    campaign,
    typed: planOnForm(campaign, await documentsOf(context.db, campaign.id)),
    revision: await revisionOf(context.db, campaign.id),
    notice: visit.query.get('xong'),
  });
};

const change = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const typed = { ...planFromForm(visit.form), code: campaign.code };
  const revision = numberOf(visit.form, 'revision');
  const editing: Editing = { campaign, typed, revision };
  const pressed = rowPressed(visit.form);
  return submit(
    async () => {
      if (pressed) return edited({ ...editing, typed: await after(context, editing, pressed) });
      const { plan, faults } = checkPlan(typed, visit.now);
      if (!plan) return edited({ ...editing, faults });
      await changeCampaign(context.db, campaign.id, { plan, revision }, visit.doer);
      return redirect(`${campaignPath(campaign.code)}?xong=da-luu`);
    },
    (problem) => refused(context, editing, problem),
  );
};

/** The form after a row button; a category with data stays. */
const after = async (
  { db }: Context,
  { campaign, typed }: Editing,
  pressed: RowPress,
): Promise<TypedPlan> => {
  const id = pressed.deed === 'category-remove' ? typed.categories[pressed.row]?.id : undefined;
  const category = campaign?.categories.find((one) => one.id === id);
  if (campaign && category && (await categoryHasData(db, campaign.id, category)))
    throw new Problem('category-in-use', `category-${pressed.row + 1}`, {
      category: category.name,
    });
  return withRows(typed, pressed);
};

/** The page again with everything typed; a colleague's newer state beside it. */
const refused = async (context: Context, editing: Editing, problem: Problem): Promise<Answer> => {
  const { typed, campaign: before } = editing;
  const campaign = before && (await campaignByCode(context.db, before.code));
  if (!campaign) throw new Problem('not-found');
  if (problem.code === 'category-in-use')
    return edited({ ...editing, typed: withAllOf(campaign, typed), problem });
  if (problem.code !== 'campaign-changed-elsewhere') return edited({ ...editing, problem });
  const newer = planOnForm(campaign, await documentsOf(context.db, campaign.id));
  return edited({
    ...editing,
    campaign,
    revision: await revisionOf(context.db, campaign.id),
    elsewhere: planDifferences(newer, typed),
    problem,
  });
};

/** The categories that are missing on the form stand at its end again. */
const withAllOf = ({ categories }: Campaign, typed: TypedPlan): TypedPlan => {
  const missing = categories.filter(({ id }) => !typed.categories.some((one) => one.id === id));
  const back = missing.map(({ id, name }) => ({ id, name }));
  return { ...typed, categories: [...typed.categories, ...back] };
};
