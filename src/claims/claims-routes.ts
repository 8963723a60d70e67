import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { boardPath } from '../desk/board-page.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { claimsTitle } from '../strings/claims.ts';
import { problemText } from '../strings/problems.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import type { TypedCase } from './case-shown.ts';
import { claimsPage, listOf, reportsOn } from './claims-page.ts';
import { caseId, claimsAddress, claimsHref, claimsPath } from './claims-query.ts';
import { decideClaim } from './decide.ts';
import { decisionsOf } from './decisions-store.ts';
import { openCases } from './found-store.ts';
import type { ClaimsPage } from './pages.ts';
import { choiceTyped, seenRow } from './seen-case.ts';
import { anySent, claimingReports } from './store.ts';
import { undoClaim } from './undo.ts';

/** One person in two units: the cases of a campaign, deciding about them, and taking that back. */
export const claimPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/doi-chieu', 'run campaigns', async (visit) =>
    claims(context, visit, await campaignFor(context, visit)),
  ),
  page(
    'post',
    '/tien-do/:campaign/doi-chieu',
    'run campaigns',
    (visit) => decided(context, visit),
    'list',
  ),
  page('post', '/tien-do/:campaign/doi-chieu/:decision/bo', 'run campaigns', (visit) =>
    undone(context, visit),
  ),
];

interface Refused {
  readonly problem: Problem;
  readonly typed?: TypedCase;
}

const claims = async (
  { db }: Context,
  visit: SignedVisit,
  campaign: Campaign,
  refused?: Refused,
): Promise<Answer> => {
  const address = claimsAddress(visit.query);
  const found = {
    campaign,
    cases: await openCases(db, campaign.id),
    decisions: await decisionsOf(db, { campaignId: campaign.id, undoneToo: true }),
    anySent: await anySent(db, campaign.id),
  };
  const listed = listOf(found, address);
  const reports = await claimingReports(db, reportsOn(listed));
  const { list } = address;
  const shown = claimsPage(found, listed, visit.query, { list, reports, typed: refused?.typed });
  const faulty = shown.cases.find(({ fault }) => fault !== undefined);
  const errors = refused ? [errorLine(refused.problem)] : [];
  const model: Omit<ClaimsPage, 'chrome'> = {
    ...shown,
    boardPath: boardPath(campaign.code),
    errors: errors.map((line) => (faulty ? { ...line, field: faulty.id } : { ...line, field: '' })),
  };
  const status = refused ? statusOf(refused.problem) : 200;
  return view<ClaimsPage>('claims/claims', claimsTitle, model, status);
};

const decided = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const { form } = visit;
  const typed = {
    tokens: form.getAll('row'),
    ticked: form.getAll('tick'),
    choice: rawOf(form, 'decision'),
  };
  return submit(
    async () => {
      const seen = {
        rows: typed.tokens.flatMap((token) => seenRow(token) ?? []),
        ticked: typed.ticked.flatMap((token) => seenRow(token) ?? []),
        settled: rawOf(form, 'settled'),
        choice: choiceTyped(typed.choice),
      };
      await decideClaim(context.db, campaign.id, seen, signedDoer(visit));
      return redirect(nextCase(visit, campaign, seen.choice?.verdict === 'same'));
    },
    (problem) =>
      claims(context, visit, campaign, {
        problem,
        typed: { ...typed, fault: problemText(problem) },
      }),
  );
};

/** The next case of the same list comes to stand where the decided one stood. */
const nextCase = (visit: SignedVisit, campaign: Campaign, isSame: boolean): string => {
  const place = Math.max(1, numberOf(visit.form, 'place'));
  const done = { xong: isSame ? 'cung-nguoi' : 'khac-nguoi', o: String(place) };
  const address = claimsAddress(visit.query);
  return `${claimsHref(claimsPath(campaign.code), address, done)}#${caseId(place)}`;
};

const undone = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const address = { ...claimsAddress(visit.query), list: 'da-quyet-dinh' } as const;
  return submit(
    async () => {
      await undoClaim(context.db, campaign.id, visit.params.decision ?? '', signedDoer(visit));
      return redirect(claimsHref(claimsPath(campaign.code), address, { xong: 'da-bo' }));
    },
    (problem) => claims(context, visit, campaign, { problem }),
  );
};
