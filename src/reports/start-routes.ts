import type { Context } from '../context.ts';
import { numberOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { statusOf } from '../web/errors.ts';
import { submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit } from '../web/page.ts';
import { tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { blankRows, formPage } from './form-answer.ts';
import { foundFor, mayEdit, signedDoer } from './found.ts';
import { reportPath } from './head.ts';
import { sentPage } from './sent-page.ts';
import { startFromLast } from './start-from-last.ts';

/** Beginning a report with what the unit sent in the campaign before. */
export const startPages = (context: Context): Page[] => [
  page('post', '/bao-cao/:campaign/:unit/dot-truoc', 'enter reports', async (visit) => {
    const found = await foundFor(context, visit);
    return submit(
      async () => {
        const revision = numberOf(visit.form, 'revision');
        await startFromLast(context.db, found, revision, signedDoer(visit));
        return redirect(`${reportPath(found.campaign.code, found.report.unitCode)}?xong=dot-truoc`);
      },
      (problem) => notStarted(context, visit, problem),
    );
  }),
];

/** The form as it stands, with the reason on top. */
const notStarted = async (
  context: Context,
  visit: SignedVisit,
  refusal: Problem,
): Promise<Answer> => {
  const found = await foundFor(context, visit);
  if (!mayEdit(found, visit)) return sentPage(context, found, visit, refusal);
  const draft = tidyDraft(await draftOf(context.db, found.report.id), found.campaign.categories);
  const shown = { withFaults: false, blank: blankRows };
  return formPage(context, found, visit, { draft, shown, refusal }, statusOf(refusal));
};
