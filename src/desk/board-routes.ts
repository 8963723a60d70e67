import type { Campaign } from '../campaigns/campaign.ts';
import { closeCampaign, reopenCampaign } from '../campaigns/close.ts';
import { campaignByCode, campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { tidyText } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { boardOf, boardPath } from './board-page.ts';
import { asBoardQuery, boardAddress } from './board-query.ts';
import type { BoardPage, NoCampaignPage } from './pages.ts';
import { boardRows, standings } from './store.ts';

/** The office's board of a campaign, closing and opening it. */
export const boardPages = (context: Context): Page[] => [
  page('get', '/tien-do', 'run campaigns', async () => {
    const [newest] = await campaignLines(context.db);
    if (newest) return redirect(boardPath(newest.code));
    return view<NoCampaignPage>('desk/no-campaign', 'Theo dõi tiến độ', {});
  }),
  page('get', '/tien-do/:campaign', 'run campaigns', (visit) => board(context, visit)),
  page('post', '/tien-do/:campaign/dong', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    await closeCampaign(context.db, campaign, visit.doer);
    return redirect(boardPath(campaign.code));
  }),
  page('post', '/tien-do/:campaign/mo', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    const reason = tidyText(rawOf(visit.form, 'reason'));
    return submit(
      async () => {
        await reopenCampaign(context.db, campaign, visit.doer, reason);
        return redirect(boardPath(campaign.code));
      },
      (problem) => board(context, visit, problem),
    );
  }),
];

/** The campaign that the address names. Throws `not-found`. */
export const campaignFor = async (context: Context, visit: SignedVisit): Promise<Campaign> => {
  const campaign = await campaignByCode(context.db, visit.params.campaign ?? '');
  if (!campaign) throw new Problem('not-found');
  return campaign;
};

const board = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const { db } = context;
  const campaign = await campaignFor(context, visit);
  const address = boardAddress(visit.query);
  const others = (await campaignLines(db)).filter(({ code }) => code !== campaign.code);
  const model = boardOf({
    campaign,
    others,
    standings: await standings(db, campaign.id),
    rows: await boardRows(db, campaign.id, asBoardQuery(address)),
    address,
    now: visit.now,
    errors: problem ? [errorLine(problem)] : [],
  });
  const status = problem ? statusOf(problem) : 200;
  return view<BoardPage>('desk/board', 'Theo dõi tiến độ', model, status);
};
