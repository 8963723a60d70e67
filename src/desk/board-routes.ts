import { closeCampaign, reopenCampaign } from '../campaigns/close.ts';
import { campaignFor } from '../campaigns/found.ts';
import { campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { lastEntry } from '../history/store.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { tidyText } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { preparations } from '../welcome/preparations-store.ts';
import { memoryOf } from './board-memory.ts';
import { boardOf, boardPath } from './board-page.ts';
import { asBoardQuery, type BoardAddress, boardAddress, boardHref } from './board-query.ts';
import { handledNotice } from './handled-notice.ts';
import type { BoardPage, NoCampaignPage } from './pages.ts';
import { boardRows, standings } from './store.ts';

/** The office's board of a campaign, closing and opening it. */
export const boardPages = (context: Context): Page[] => pagesWith(context, memoryOf<Shown>());

const pagesWith = (context: Context, memory: Memory): Page[] => [
  page('get', '/tien-do', 'run campaigns', async () => {
    const [newest] = await campaignLines(context.db);
    if (newest) return redirect(boardPath(newest.code));
    return view<NoCampaignPage>('desk/no-campaign', 'Theo dõi tiến độ', {});
  }),
  page('get', '/tien-do/:campaign', 'run campaigns', (visit) => board({ context, memory, visit })),
  page('post', '/tien-do/:campaign/dong', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    const seen = Math.max(0, numberOf(visit.form, 'drafts'));
    return submit(
      async () => {
        await closeCampaign(context.db, campaign, visit.doer, seen);
        return redirect(boardPath(campaign.code));
      },
      (problem) => board({ context, memory, visit }, problem),
    );
  }),
  page('post', '/tien-do/:campaign/mo', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    const reason = tidyText(rawOf(visit.form, 'reason'));
    return submit(
      async () => {
        await reopenCampaign(context.db, campaign, visit.doer, reason);
        return redirect(boardPath(campaign.code));
      },
      (problem) => board({ context, memory, visit }, problem),
    );
  }),
];

type Shown = Omit<BoardPage, 'chrome' | 'handled'>;
type Memory = ReturnType<typeof memoryOf<Shown>>;

interface Asked {
  readonly context: Context;
  readonly memory: Memory;
  readonly visit: SignedVisit;
}

const board = async ({ context, memory, visit }: Asked, problem?: Problem): Promise<Answer> => {
  const address = boardAddress(visit.query);
  const place = boardHref(boardPath(visit.params.campaign ?? ''), address);
  const minute = visit.now.slice(0, 'YYYY-MM-DDThh:mm'.length);
  const key = [place, await lastEntry(context.db), minute].join(' ');
  const shown = await memory(key, () => freshBoard(context, visit, address));
  const errors = problem ? [errorLine(problem)] : [];
  const status = problem ? statusOf(problem) : 200;
  const handled = await handledNotice(context, visit);
  const model = { ...shown, handled, errors };
  return view<BoardPage>('desk/board', 'Theo dõi tiến độ', model, status);
};

const freshBoard = async (
  context: Context,
  visit: SignedVisit,
  address: BoardAddress,
): Promise<Shown> => {
  const { db } = context;
  const campaign = await campaignFor(context, visit);
  const others = (await campaignLines(db)).filter(({ code }) => code !== campaign.code);
  return boardOf({
    campaign,
    others,
    standings: await standings(db, campaign.id),
    rows: await boardRows(db, campaign.id, asBoardQuery(address)),
    preparations: await preparations(db),
    address,
    now: visit.now,
  });
};
