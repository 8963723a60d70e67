import type { Context } from '../context.ts';
import type { Problem } from '../kit/problem.ts';
import { countText } from '../kit/ratio.ts';
import { dateTimeText, timeText } from '../kit/time.ts';
import { listTakenText, startedText, stillCountsText } from '../strings/reports.ts';
import { errorLine } from '../web/forms.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import type { Draft } from './draft.ts';
import { draftOnForm, type Shown } from './form-page.ts';
import { entersForUnit } from './found.ts';
import { deskPath, reportHead } from './head.ts';
import { lastTime } from './last-time-store.ts';
import type { FormPage } from './pages.ts';
import { isBeingMended } from './report.ts';
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
  const onForm = draftOnForm(draft, found, shown);
  const model = {
    ...onForm,
    errors: refusal ? [errorLine(refusal), ...onForm.errors] : onForm.errors,
    head: reportHead(found, versions[0], visit.now),
    deskPath: entersForUnit(visit) ? deskPath(found) : null,
    notice: noticeOf(report, visit),
    lastTime: await offerOf(context, found),
    returned: report.state === 'returned' ? await lastReturn(context, report.id) : null,
    revision: report.draftRevision,
    savedAt: report.draftSavedAt ? timeText(report.draftSavedAt) : null,
    hasVersions: versions.length > 0 && !entersForUnit(visit),
  };
  return view<FormPage>('reports/form', `Báo cáo của ${report.unitName}`, model, status);
};

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

const lastReturn = async (context: Context, reportId: string) => {
  const event = (await eventsOf(context.db, reportId)).find(({ kind }) => kind === 'returned');
  return event ? { reason: event.reason ?? '', at: dateTimeText(event.at) } : null;
};
