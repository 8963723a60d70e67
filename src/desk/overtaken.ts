import type { Problem } from '../kit/problem.ts';
import type { ReportEvent } from '../reports/past.ts';
import { overtakenText } from '../strings/review.ts';
import type { ReportPage } from './pages.ts';

/**
 * Who was faster, for an officer whose decision was refused; `null` when nobody was. `words` is what
 * the officer had written; it is shown here when the page has no form for it any more.
 */
export const overtakenBy = (
  events: readonly ReportEvent[],
  refusal: Problem | undefined,
  words: string | null,
): ReportPage['overtaken'] => {
  if (refusal?.code !== 'state-changed') return null;
  const [newest] = events;
  return newest ? { text: overtakenText(newest), words } : null;
};
