import { rawOf } from '../kit/fields.ts';
import type { ReportEvent } from '../reports/past.ts';
import type { Report } from '../reports/store.ts';
import { overtakenText } from '../strings/review.ts';

/**
 * Who came first with what, when the report is no longer as the officer's form says; `null` when it is,
 * or when the form tells nothing about it.
 */
export const overtakenBy = (
  form: URLSearchParams,
  report: Pick<Report, 'state' | 'lastVersion' | 'extendedUntil'>,
  events: readonly ReportEvent[],
): string | null => {
  const now = {
    state: report.state,
    lastVersion: String(report.lastVersion),
    extension: report.extendedUntil ?? '',
  };
  const hasMoved = Object.entries(now).some(
    ([field, value]) => form.has(field) && rawOf(form, field) !== value,
  );
  const [newest] = events;
  return hasMoved && newest ? overtakenText(newest) : null;
};
