import type { Context } from '../context.ts';
import type { Problem } from '../kit/problem.ts';
import { countText } from '../kit/ratio.ts';
import { timeText } from '../kit/time.ts';
import { listTakenText, startedText, stillCountsText } from '../strings/reports.ts';
import { errorLine } from '../web/forms.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import type { Draft } from './draft.ts';
import { draftOnForm, type Shown } from './form-page.ts';
import type { FormPage } from './form-pages.ts';
import { entersForUnit } from './found.ts';
import { deskPath, reportHead, reportPath } from './head.ts';
import { lastSigner } from './last-signer-store.ts';
import { lastTime } from './last-time-store.ts';
import { remarksOf } from './remarks-store.ts';
import { isBeingMended } from './report.ts';
import { type LastReturn, lastReturn, notReturned, withRemarks } from './returned.ts';
import { eventsOf, type Found, type Report } from './store.ts';
import { versionsOf } from './version-store.ts';

/** So many blank rows stand below the list. */
export const blankRows = 5;

/** What a form page shows besides the report itself. */
export interface FormContent {
  readonly draft: Draft;
  readonly shown: Shown;
  /** What was refused, said above the form. */
  readonly refusal?: Problem;
}

/** The form of a report with this draft in it. */
export const formPage = async (
  context: Context,
  found: Found,
  visit: SignedVisit,
  { draft, shown, refusal }: FormContent,
  status = 200,
): Promise<Answer> => {
  const { report } = found;
  const versions = await versionsOf(context.db, report.id);
  const onForm = draftOnForm(await withSigner(context, found, draft), found, shown);
  const returned = await returnOf(context, report, draft);
  const model = {
    ...onForm,
    letter: { ...onForm.letter, draftPath: draftPathOf(found, visit) },
    errors: refusal ? [errorLine(refusal), ...onForm.errors] : onForm.errors,
    head: reportHead(found, versions[0], visit.now),
    deskPath: entersForUnit(visit) ? deskPath(found) : null,
    notice: noticeOf(report, visit),
    lastTime: await offerOf(context, found),
    rows: withRemarks(onForm.rows, returned),
    returned: returned.notice,
    revision: report.draftRevision,
    savedAt: report.draftSavedAt ? timeText(report.draftSavedAt) : null,
    hasVersions: versions.length > 0 && !entersForUnit(visit),
  };
  return view<FormPage>('reports/form', `Báo cáo của ${report.unitName}`, model, status);
};

/** Nobody is named to sign yet: who signed last time is offered. */
const withSigner = async ({ db }: Context, { report }: Found, draft: Draft): Promise<Draft> => {
  if (draft.signerTitle !== '' || draft.signerName !== '') return draft;
  return { ...draft, ...(await lastSigner(db, report.unitId)) };
};

const draftPathOf = ({ campaign, report }: Found, visit: SignedVisit): string | null =>
  report.draftSavedAt === null || entersForUnit(visit)
    ? null
    : `${reportPath(campaign.code, report.unitCode)}/ban-in?nhap=1`;

const noticeOf = (report: Report, visit: SignedVisit): string | null => {
  if (isBeingMended(report)) return stillCountsText(report.lastVersion);
  if (visit.query.get('xong') === 'danh-sach') return listTakenText;
  const begun = visit.query.get('xong') === 'dot-truoc' && report.state === 'draft';
  return begun ? startedText : null;
};

/** What was sent last time, offered while nobody has typed anything. */
const offerOf = async (context: Context, { report }: Found): Promise<FormPage['lastTime']> => {
  if (report.state !== 'not_started') return null;
  const last = await lastTime(context.db, report);
  if (!last) return null;
  return {
    campaign: last.campaign,
    people: countText(last.participants),
    total: countText(last.headcount),
  };
};

const returnOf = async (
  { db }: Context,
  { id, state }: Report,
  { rows }: Draft,
): Promise<LastReturn> =>
  state === 'returned'
    ? lastReturn(await eventsOf(db, id), await remarksOf(db, id), rows)
    : notReturned;
