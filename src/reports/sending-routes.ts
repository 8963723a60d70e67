import { dueAt } from '../campaigns/campaign.ts';
import type { Context } from '../context.ts';
import { numberOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { deadlineText } from '../kit/time.ts';
import { claimedByOthers } from '../participants/store.ts';
import { warningText } from '../strings/checks.ts';
import { lateNoticeText } from '../strings/reports.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { type Checked, checkDraft } from './check.ts';
import { type Draft, tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { figuresOf } from './figures.ts';
import { entersForUnit, foundFor, mayEdit, signedDoer } from './found.ts';
import { deskPath, reportHead, reportPath } from './head.ts';
import type { ReviewPage } from './pages.ts';
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
  const model = {
    head: reportHead(found, last, visit.now),
    errors: refusal ? [errorLine(refusal)] : [],
    revision: report.draftRevision,
    figures: await figuresToSend(context, found, draft, checked),
    warnings: tickable(checked, visit.form.getAll('confirm')),
    lateNotice: lateNotice(found, visit.now),
  };
  const status = refusal ? statusOf(refusal) : 200;
  return view<ReviewPage>('reports/review', 'Xem lại trước khi gửi', model, status);
};

const figuresToSend = async (
  { db }: Context,
  { report, campaign }: Found,
  draft: Draft,
  { counts, participants }: Checked,
) => {
  const nobodyReason = draft.nobody ? draft.nobodyReason : null;
  const claimed = await claimedByOthers(db, report, participants);
  return figuresOf({ counts, participants, nobodyReason }, campaign.categories, claimed);
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

const notSent = async (context: Context, visit: SignedVisit, problem: Problem): Promise<Answer> => {
  const found = await foundFor(context, visit);
  if (mayEdit(found, visit)) return review(context, found, visit, problem);
  return sentPage(context, found, visit, problem);
};
