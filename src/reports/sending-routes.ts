import { dueAt } from '../campaigns/campaign.ts';
import { claimsOnReport } from '../claims/on-report-store.ts';
import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { deadlineText } from '../kit/time.ts';
import { warningText } from '../strings/checks.ts';
import { lateNoticeText } from '../strings/reports.ts';
import type { ErrorLine } from '../web/chrome.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { type Checked, checkDraft } from './check.ts';
import { type Draft, tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { explanationsFromForm } from './explanation.ts';
import { keepExplanations, writtenBefore } from './explanations-store.ts';
import { figuresOf } from './figures.ts';
import { entersForUnit, foundFor, mayEdit, signedDoer } from './found.ts';
import { deskPath, reportHead, reportPath } from './head.ts';
import { lastCounts } from './last-time-store.ts';
import type { ReviewPage } from './pages.ts';
import { queriesOf } from './queries.ts';
import { type QueryBox, queryBoxes } from './query-boxes.ts';
import { send } from './send.ts';
import { sentPage } from './sent-page.ts';
import type { Found } from './store.ts';
import { versionsOf } from './version-store.ts';
import { withdraw } from './withdraw.ts';

/** From the draft to a sent version and back: review, send, withdraw. */
export const sendingPages = (context: Context): Page[] => [
  page('get', '/bao-cao/:campaign/:unit/xem-lai', 'enter reports', async (visit) => {
    const found = await foundFor(context, visit);
    if (!mayEdit(found, visit)) return redirect(pathOf(found));
    return review(context, found, visit);
  }),
  page('post', '/bao-cao/:campaign/:unit/gui', 'enter reports', (visit) =>
    sendReviewed(context, visit),
  ),
  page('post', '/bao-cao/:campaign/:unit/giai-thich', 'enter reports', (visit) =>
    backToForm(context, visit),
  ),
  page('post', '/bao-cao/:campaign/:unit/thu-hoi', 'report units', async (visit) => {
    const found = await foundFor(context, visit);
    return submit(
      async () => {
        await withdraw(context.db, found, signedDoer(visit));
        return redirect(pathOf(found));
      },
      async (problem) => sentPage(context, await foundFor(context, visit), visit, problem),
    );
  }),
];

const sendReviewed = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const sending = {
    revision: numberOf(visit.form, 'revision'),
    confirmed: visit.form.getAll('confirm'),
    explanations: explanationsFromForm(visit.form),
    onBehalf: entersForUnit(visit),
  };
  return submit(
    async () => {
      await send(context.db, found, sending, signedDoer(visit));
      return redirect(afterSending(found, visit));
    },
    (problem) => notSent(context, visit, problem),
  );
};

/** Back to the form, to the input `to` if one is named; what was written is kept with the draft. */
const backToForm = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  await keepWritten(context, found, visit);
  const field = rawOf(visit.form, 'to');
  return redirect(`${pathOf(found)}${/^[a-zA-Z\d-]{1,60}$/.test(field) ? `#${field}` : ''}`);
};

/** A unit's own draft takes nothing from the office. */
const keepWritten = async ({ db }: Context, found: Found, visit: SignedVisit): Promise<void> => {
  if (entersForUnit(visit) && !mayEdit(found, visit)) return;
  await keepExplanations(db, found.report.id, explanationsFromForm(visit.form));
};

/** The unit's receipt; the office goes on where it decides. */
const afterSending = (found: Found, visit: SignedVisit): string =>
  entersForUnit(visit) ? `${deskPath(found)}?xong=nhap-thay` : `${pathOf(found)}/bien-nhan`;

const pathOf = ({ campaign, report }: Found): string => reportPath(campaign.code, report.unitCode);

/** The draft as it would be sent. One with faults goes back to the form, which shows them. */
const review = async (
  context: Context,
  found: Found,
  visit: SignedVisit,
  refusal?: Problem,
): Promise<Answer> => {
  const { report, campaign } = found;
  const draft = tidyDraft(await draftOf(context.db, report.id), campaign.categories);
  const checked = checkDraft(draft, campaign);
  if (checked.faults.length > 0) return redirect(`${pathOf(found)}?loi=1`);
  const [last] = await versionsOf(context.db, report.id);
  const queries = await boxesFor(context, found, checked, visit, refusal);
  const model = {
    head: reportHead(found, last, visit.now),
    errors: refusal ? errorsOf(refusal, queries) : [],
    revision: report.draftRevision,
    figures: await figuresToSend(context, found, draft, checked),
    warnings: tickable(checked, visit.form.getAll('confirm')),
    queries,
    lateNotice: lateNotice(found, visit.now),
  };
  const status = refusal ? statusOf(refusal) : 200;
  return view<ReviewPage>('reports/review', 'Xem lại trước khi gửi', model, status);
};

const boxesFor = async (
  { db }: Context,
  { report, campaign }: Found,
  checked: Checked,
  { form }: SignedVisit,
  refusal: Problem | undefined,
): Promise<QueryBox[]> => {
  const queries = queriesOf(checked, campaign, await lastCounts(db, report));
  const typed = explanationsFromForm(form);
  const written = { typed, ...(await writtenBefore(db, report.id)) };
  return queryBoxes(queries, written, campaign.categories, refusal !== undefined);
};

/** What was refused, and each query that still waits for an explanation. */
const errorsOf = (refusal: Problem, queries: readonly QueryBox[]): ErrorLine[] => [
  ...(refusal.code === 'queries-unexplained' ? [] : [errorLine(refusal)]),
  ...queries.flatMap(({ field, fault }) => (fault === null ? [] : [{ field, text: fault }])),
];

const figuresToSend = async (
  { db }: Context,
  { report, campaign }: Found,
  draft: Draft,
  { counts, participants }: Checked,
) => {
  const nobodyReason = draft.nobody ? draft.nobodyReason : null;
  const claims = await claimsOnReport(db, report, participants);
  return figuresOf({ counts, participants, nobodyReason }, campaign.categories, claims);
};

const tickable = ({ warnings }: Checked, ticked: readonly string[]): ReviewPage['warnings'] =>
  warnings.map((warning) => ({
    key: warning.key,
    text: warningText(warning),
    ticked: ticked.includes(warning.key),
  }));

const lateNotice = ({ campaign, report }: Found, now: string): string | null => {
  const due = dueAt(campaign, report.extendedUntil);
  return now >= due ? lateNoticeText(deadlineText(due)) : null;
};

/** Not sent, so the report is shown as it stands; what was written is kept with its draft. */
const notSent = async (context: Context, visit: SignedVisit, problem: Problem): Promise<Answer> => {
  const found = await foundFor(context, visit);
  await keepWritten(context, found, visit);
  if (mayEdit(found, visit)) return review(context, found, visit, problem);
  return sentPage(context, found, visit, problem);
};
