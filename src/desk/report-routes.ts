import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { type Deciding, decide, decidedAs } from '../reports/decide.ts';
import { signedDoer } from '../reports/found.ts';
import type { Decision } from '../reports/report.ts';
import { eventsOf, type Found } from '../reports/store.ts';
import { submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit } from '../web/page.ts';
import { handledOne } from './handled-notice.ts';
import { onToNext } from './next-waiting.ts';
import { owingDeeds } from './owing-routes.ts';
import { reasonOf, remarksIn, returningOf } from './returning.ts';
import { foundFor, pathOf, reportPage } from './show-report-routes.ts';
import { waitingReports } from './waiting-store.ts';

const decisions: Readonly<Record<string, Decision>> = {
  'tiep-nhan': 'accept',
  'tra-lai': 'return',
  'mo-lai': 'reopen',
};

/** One unit's report as the office sees it, and the decisions about it. */
export const deskReportPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/:unit', 'run campaigns', (visit) => reportPage(context, visit)),
  ...Object.entries(decisions).map(([word, decision]) =>
    deedPage(context, word, (visit) => decideAbout(context, visit, decision)),
  ),
  ...Object.entries(owingDeeds).map(([word, deed]) =>
    deedPage(context, word, async (visit) => {
      const found = await foundFor(context, visit);
      await deed(context, found, visit);
      return redirect(`${pathOf(found)}?xong=${word}`);
    }),
  ),
];

/** A form of the report's page; refused, it is shown again with everything typed. */
const deedPage = (
  context: Context,
  word: string,
  deed: (visit: SignedVisit) => Promise<Answer>,
): Page =>
  page(
    'post',
    `/tien-do/:campaign/:unit/${word}`,
    'run campaigns',
    (visit) =>
      submit(
        () => deed(visit),
        (problem) => reportPage(context, visit, problem),
      ),
    'list',
  );

const decideAbout = async (
  context: Context,
  visit: SignedVisit,
  decision: Decision,
): Promise<Answer> => {
  const returning = returningOf(visit.form);
  // A button beside the list: fields for remarks, or searching while they are being written.
  if (decision === 'return' && rawOf(visit.form, 'action') === 'rows')
    return reportPage(context, visit);
  const found = await foundFor(context, visit);
  const before = await waitingReports(context.db, found.campaign.id);
  const deciding = {
    decision,
    state: rawOf(visit.form, 'state'),
    version: numberOf(visit.form, 'lastVersion'),
    reason: reasonOf(returning),
    remarks: decision === 'return' ? remarksIn(returning) : [],
  };
  await decideOnce(context, found, deciding, visit);
  // Only who was in the queue is followed by the next of it.
  if (decision === 'reopen' || deciding.state !== 'submitted')
    return redirect(`${pathOf(found)}?xong=${decidedAs[decision]}`);
  const code = found.report.unitCode;
  const handled = handledOne(decidedAs[decision], code);
  return onToNext(context, found.campaign, handled, { code, before });
};

/** Decides; the same click of the same officer a second time is not a change by somebody else. */
const decideOnce = async (
  { db }: Context,
  { report }: Found,
  deciding: Deciding,
  visit: SignedVisit,
): Promise<void> => {
  try {
    await decide(db, report, deciding, signedDoer(visit));
  } catch (refusal) {
    if (!(refusal instanceof Problem) || refusal.code !== 'state-changed') throw refusal;
    const [newest] = await eventsOf(db, report.id);
    const isOwn =
      newest?.byId === visit.actor.accountId &&
      newest.kind === decidedAs[deciding.decision] &&
      newest.version === deciding.version &&
      (newest.reason ?? '') === deciding.reason;
    if (!isOwn) throw refusal;
  }
};
