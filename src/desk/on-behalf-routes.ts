import type { Context } from '../context.ts';
import { numberOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { enterForUnit } from '../reports/enter-for-unit.ts';
import { signedDoer } from '../reports/found.ts';
import { reportPath } from '../reports/head.ts';
import { reportFound } from '../reports/store.ts';
import { submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit } from '../web/page.ts';
import { reportPage } from './report-routes.ts';

/** Paper came in: the office enters the report for its unit, on the unit's own form. */
export const onBehalfPages = (context: Context): Page[] => [
  page('post', '/tien-do/:campaign/:unit/nhap-thay', 'run campaigns', (visit) =>
    submit(
      () => enter(context, visit),
      (problem: Problem) => reportPage(context, visit, problem),
    ),
  ),
];

const enter = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { campaign = '', unit = '' } = visit.params;
  const found = await reportFound(context.db, campaign, unit);
  if (!found.report.isHeldByOffice)
    await enterForUnit(context.db, found, numberOf(visit.form, 'revision'), signedDoer(visit));
  return redirect(reportPath(campaign, unit));
};
