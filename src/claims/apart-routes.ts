import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { numberOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { apartDone, apartTitle } from '../strings/claims.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { apartList, apartPage } from './apart-page.ts';
import { apartPath, claimsAddress, claimsHref } from './claims-query.ts';
import { decideApart } from './decide-apart.ts';
import { decisionsOf } from './decisions-store.ts';
import { openCases } from './found-store.ts';
import type { ApartPage } from './pages.ts';
import { seenRow } from './seen-case.ts';
import { verdictsOf } from './standing.ts';
import { claimingReports } from './store.ts';

/** Saying of many cases at once that they are different people. */
export const apartPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/doi-chieu/khac-nhau', 'run campaigns', async (visit) =>
    choice(context, visit, await campaignFor(context, visit)),
  ),
  page(
    'post',
    '/tien-do/:campaign/doi-chieu/khac-nhau',
    'run campaigns',
    (visit) => decided(context, visit),
    'list',
  ),
];

const choice = async (
  { db }: Context,
  visit: SignedVisit,
  campaign: Campaign,
  refusal?: Problem,
): Promise<Answer> => {
  const { list, page } = addressOf(visit);
  const cases = await openCases(db, campaign.id);
  const { settled } = verdictsOf(await decisionsOf(db, { campaignId: campaign.id }));
  const listed = apartList(cases, settled, { list, page });
  const named = listed.shown.flatMap(({ rows }) => rows.map(({ reportId }) => reportId));
  const reports = await claimingReports(db, named);
  const ticked = visit.query.get('chon') === 'tat-ca' ? 'all' : [];
  const done = numberOf(visit.query, 'xong');
  const model: Omit<ApartPage, 'chrome'> = {
    ...apartPage(campaign, listed, reports, { list, ticked }),
    errors: refusal ? [errorLine(refusal)] : [],
    notice: done < 0 ? null : apartDone(done, numberOf(visit.query, 'con')),
  };
  return view<ApartPage>('claims/apart', apartTitle, model, refusal ? statusOf(refusal) : 200);
};

const decided = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  return submit(
    async () => {
      const cases = casesIn(visit);
      const done = await decideApart(context.db, campaign.id, cases, signedDoer(visit));
      const counts = { xong: String(done.decided), con: String(done.leftOut) };
      return redirect(claimsHref(apartPath(campaign.code), addressOf(visit), counts));
    },
    (problem) => choice(context, visit, campaign, problem),
  );
};

/** The ticked cases, each named by its rows; a case named twice counts once. */
const casesIn = ({ form }: SignedVisit) =>
  [...new Set(form.getAll('case'))].map((value) =>
    value.split(' ').flatMap((token) => seenRow(token) ?? []),
  );

/** Decisions are no list of this page. */
const addressOf = ({ query }: SignedVisit) => {
  const { list, page } = claimsAddress(query);
  return { list: list === 'it-kha-nang' ? list : ('' as const), page };
};
