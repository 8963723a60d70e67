import type { Context } from '../context.ts';
import { boardPath } from '../desk/board-page.ts';
import { rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { owingUnits } from '../reports/owed-store.ts';
import { campaignNotices } from '../strings/campaigns.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { chooseUnits } from './choose-units.ts';
import { campaignFor } from './found.ts';
import { campaignPath } from './list-page.ts';
import type { UnitsPage } from './pages.ts';
import { tickedUnits, tickGroups, ticksAfter, ticksPressed } from './unit-ticks.ts';

/** Who must report in a campaign: a list of ticks by group. */
export const campaignUnitsPages = (context: Context): Page[] => [
  page('get', '/dot-bao-cao/:campaign/don-vi', 'run campaigns', (visit) => units(context, visit)),
  page(
    'post',
    '/dot-bao-cao/:campaign/don-vi',
    'run campaigns',
    (visit) => choose(context, visit),
    'list',
  ),
];

interface Ticks {
  readonly ticked: readonly string[];
  /** The ticks that the officer began with. */
  readonly before: string;
}

const choose = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const ticked = tickedUnits(visit.form);
  const before = rawOf(visit.form, 'before');
  const pressed = ticksPressed(visit.form);
  if (pressed !== '') {
    const all = await owingUnits(context.db, campaign.id);
    return units(context, visit, { ticked: ticksAfter(ticked, pressed, all), before });
  }
  const began = before.split(' ').filter((code) => code !== '');
  const added = ticked.filter((code) => !began.includes(code));
  const removed = began.filter((code) => !ticked.includes(code));
  return submit(
    async () => {
      await chooseUnits(context.db, campaign, { added, removed }, visit.doer);
      return redirect(`${campaignPath(campaign.code)}/don-vi?xong=da-chon`);
    },
    (problem) => units(context, visit, { ticked, before }, problem),
  );
};

const units = async (
  context: Context,
  visit: SignedVisit,
  ticks?: Ticks,
  problem?: Problem,
): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const all = await owingUnits(context.db, campaign.id);
  const owing = all.filter(({ owes }) => owes).map(({ code }) => code);
  const { ticked, before } = ticks ?? { ticked: owing, before: owing.join(' ') };
  const model: Omit<UnitsPage, 'chrome'> = {
    errors: problem ? [errorLine(problem)] : [],
    notice: campaignNotices.get(visit.query.get('xong') ?? '') ?? null,
    campaign: campaign.title,
    path: `${campaignPath(campaign.code)}/don-vi`,
    editPath: campaignPath(campaign.code),
    groups: tickGroups(all, ticked, boardPath(campaign.code)),
    ticked: ticked.length,
    before,
  };
  const status = problem ? statusOf(problem) : 200;
  return view<UnitsPage>('campaigns/units', 'Đơn vị phải báo cáo', model, status);
};
