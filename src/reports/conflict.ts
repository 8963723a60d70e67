import type { Context } from '../context.ts';
import { timeText } from '../kit/time.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import { draftDifference } from './difference.ts';
import { type Draft, tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { reportHead } from './head.ts';
import type { ConflictPage } from './pages.ts';
import type { Found } from './store.ts';
import { versionsOf } from './version-store.ts';

/** Fields that belong to one page only and are made anew. */
const ownOfPage = new Set(['_csrf', 'revision', 'action', 'remove']);

/** Two people, or two tabs, at one draft: both contents are shown, and the clerk chooses. */
export const conflict = async (
  context: Context,
  found: Found,
  visit: SignedVisit,
  typed: Draft,
): Promise<Answer> => {
  const { report, campaign } = found;
  const stored = tidyDraft(await draftOf(context.db, report.id), campaign.categories);
  const [last] = await versionsOf(context.db, report.id);
  return view<ConflictPage>(
    'reports/conflict',
    'Hai bản cùng được sửa',
    {
      head: reportHead(found, last, visit.now),
      savedBy: report.draftSavedBy ?? campaign.office,
      savedAt: report.draftSavedAt ? timeText(report.draftSavedAt) : '',
      difference: draftDifference(stored, typed, campaign.categories),
      held: [...visit.form].filter(([name]) => !ownOfPage.has(name)),
      revision: report.draftRevision,
    },
    409,
  );
};
