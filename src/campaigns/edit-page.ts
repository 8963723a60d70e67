import { boardPath } from '../desk/board-page.ts';
import type { Problem } from '../kit/problem.ts';
import type { OwingUnit } from '../reports/owed-store.ts';
import { campaignNotices, planFaultText, planLabels } from '../strings/campaigns.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine } from '../web/forms.ts';
import { type Answer, view } from '../web/page.ts';
import type { Campaign } from './campaign.ts';
import { campaignPath } from './list-page.ts';
import type { EditPage } from './pages.ts';
import type { PlanFault, TypedPlan } from './plan.ts';
import type { PlanDifference } from './plan-differences.ts';
import { tickGroups } from './unit-ticks.ts';

/** What stands on the form of a campaign, and what is wrong with it. */
export interface Editing {
  /** Missing for a new campaign. */
  readonly campaign?: Campaign | undefined;
  readonly typed: TypedPlan;
  readonly revision?: number;
  readonly units?: readonly OwingUnit[];
  readonly ticked?: readonly string[];
  /** The campaign that a new one is made from. */
  readonly from?: Campaign | undefined;
  readonly faults?: readonly PlanFault[];
  readonly problem?: Problem;
  readonly elsewhere?: readonly PlanDifference[];
  /** The word of the address that says what was done. */
  readonly notice?: string | null;
}

/** The page with the form of a campaign. */
export const edited = (editing: Editing): Answer => {
  const { campaign, faults = [], problem, ticked = [], units = [], typed } = editing;
  const path = campaignPath(campaign?.code ?? 'moi');
  const heading = campaign ? 'Sửa đợt báo cáo' : 'Tạo đợt báo cáo';
  const model: Omit<EditPage, 'chrome'> = {
    errors: problem
      ? [errorLine(problem)]
      : faults.map((fault) => ({ field: fault.field, text: planFaultText(fault) })),
    notice: campaignNotices.get(editing.notice ?? '') ?? null,
    heading,
    path,
    campaign: campaign?.title ?? null,
    from: editing.from ? { code: editing.from.code, title: editing.from.title } : null,
    typed: withBlankRow(withMendedCode(typed, faults)),
    elsewhere: (editing.elsewhere ?? []).map(({ part, before }) => ({
      label: planLabels[part],
      stored: before,
    })),
    revision: editing.revision ?? 0,
    groups: tickGroups(units, ticked, ''),
    ticked: ticked.length,
    unitsPath: `${path}/don-vi`,
    boardPath: campaign ? boardPath(campaign.code) : '',
  };
  const status = problem ? statusOf(problem) : faults.length > 0 ? 422 : 200;
  return view<EditPage>('campaigns/edit', heading, model, status);
};

/** A code with marks or blanks is offered as it could be. */
const withMendedCode = (typed: TypedPlan, faults: readonly PlanFault[]): TypedPlan => {
  const mended = faults.find(({ code }) => code === 'code-unfit')?.details.mended;
  return mended ? { ...typed, code: String(mended) } : typed;
};

/** There is always a category to type into. */
const withBlankRow = (typed: TypedPlan): TypedPlan =>
  typed.categories.length > 0 ? typed : { ...typed, categories: [{ id: '', name: '' }] };
