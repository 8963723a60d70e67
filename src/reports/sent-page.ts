import { openingFor } from '../campaigns/campaign.ts';
import { claimsOnReport } from '../claims/on-report-store.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import { lockedText } from '../strings/reports.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine } from '../web/forms.ts';
import { type Answer, redirect, type SignedVisit, view } from '../web/page.ts';
import { draftDifference } from './difference.ts';
import { type Draft, tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { figuresOf } from './figures.ts';
import { entersForUnit } from './found.ts';
import { deskPath, reportHead, reportPath } from './head.ts';
import type { SentPage } from './pages.ts';
import { stateAfter } from './report.ts';
import type { Found } from './store.ts';
import { versionNumbered } from './version-store.ts';

/**
 * The report while the unit can't edit it: sent, accepted, exempt, or the campaign is not open. After
 * a refused save it also tells in which places `typed` differs from what is stored. The office has
 * a page of its own for that.
 */
export const sentPage = async (
  context: Context,
  found: Found,
  visit: SignedVisit,
  refusal?: Problem,
  typed?: Draft,
): Promise<Answer> => {
  const { report, campaign } = found;
  if (entersForUnit(visit) && !refusal) return redirect(deskPath(found));
  const version = await versionNumbered(context.db, report.id, report.lastVersion);
  const stored = tidyDraft(await draftOf(context.db, report.id), campaign.categories);
  const people = version?.participants ?? [];
  const claims = await claimsOnReport(context.db, report, people);
  return view<SentPage>(
    'reports/sent',
    `Báo cáo của ${report.unitName}`,
    {
      head: reportHead(found, version, visit.now),
      errors: refusal ? [errorLine(refusal)] : [],
      explanation: explanationOf(found, visit.now),
      canWithdraw: !entersForUnit(visit) && canWithdraw(found, visit.now),
      readingPath: entersForUnit(visit) ? null : reportPath(campaign.code, report.unitCode),
      figures: version ? figuresOf(version, campaign.categories, claims) : null,
      version: version?.number ?? null,
      unsaved: typed ? draftDifference(stored, typed, campaign.categories) : null,
    },
    refusal ? statusOf(refusal) : 200,
  );
};

const canWithdraw = ({ report, campaign }: Found, now: string): boolean =>
  stateAfter(report.state, 'withdraw') !== undefined &&
  openingFor(campaign, report.extendedUntil, now) === 'open';

const explanationOf = ({ report, campaign }: Found, now: string): string => {
  const opening = openingFor(campaign, report.extendedUntil, now);
  if (report.state === 'exempt') return lockedText.exempt;
  if (opening === 'not-yet') return lockedText['not-yet'](dateTimeText(campaign.opensAt));
  if (opening === 'closed') return lockedText.closed(campaign.contactPhone);
  return report.state === 'accepted' ? lockedText.accepted : lockedText.submitted;
};
