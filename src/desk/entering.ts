import { dateTimeText } from '../kit/time.ts';
import { isEditable } from '../reports/editable.ts';
import type { Found } from '../reports/store.ts';
import { ownDraftText } from '../strings/reports.ts';
import type { ReportPage } from './pages.ts';

/** What the office reads before it enters a report; `null` when it can't be entered now. */
export const enteringOf = (found: Found, now: string): ReportPage['entering'] => {
  const { report } = found;
  if (!isEditable(found, now)) return null;
  const { draftSavedAt, draftSavedBy, draftRevision: revision } = report;
  const isTheirs = draftSavedAt !== null && !report.isHeldByOffice;
  return {
    revision,
    begun: report.isHeldByOffice,
    warning: isTheirs ? ownDraftText(draftSavedBy ?? '', dateTimeText(draftSavedAt)) : null,
  };
};
