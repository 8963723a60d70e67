import { closeCampaign, reopenCampaign } from '../campaigns/close.ts';
import { campaignFor } from '../campaigns/found.ts';
import { campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { lastEntry } from '../history/store.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { tidyText } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { type Kept, renderKept } from '../web/views.ts';
import { preparations } from '../welcome/preparations-store.ts';
import { memoryOf } from './board-memory.ts';
import { type BoardContent, boardOf, boardPath } from './board-page.ts';
import { pagesFor } from './board-pager.ts';
import type { BoardPage } from './board-pages.ts';
import {
  asBoardQuery,
  type BoardAddress,
  boardAddress,
  boardHref,
  isUnfiltered,
  unitsOnPage,
} from './board-query.ts';
import { type BoardOf, boardCount, boardRows } from './board-store.ts';
import { handledNotice } from './handled-notice.ts';
import type { NoCampaignPage } from './pages.ts';
import { progressOf } from './progress.ts';
import { firstSendings, type SentHour, type Standing, standings } from './store.ts';

/** The office's board of a campaign, closing and opening it. */
export const boardPages = (context: Context): Page[] =>
  pagesWith(context, { boards: memoryOf<Board>(), sendings: memoryOf<SentHour[]>() });

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

/** What is the same for all who look until something happens, and its greater parts, rendered. */
interface Board {
  readonly shown: Omit<BoardPage, 'chrome' | 'handled'>;
  readonly kept: Kept;
}

interface Memory {
  readonly boards: ReturnType<typeof memoryOf<Board>>;
  readonly sendings: ReturnType<typeof memoryOf<SentHour[]>>;
}

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
  const { shown, kept } = await memory.boards(key, () =>
    freshBoard({ context, memory, visit }, address),
  );
  const errors = problem ? [errorLine(problem)] : [];
  const status = problem ? statusOf(problem) : 200;
  const handled = await handledNotice(context, visit);
  const model = { ...shown, handled, errors };
  return view<BoardPage>('desk/board', 'Theo dõi tiến độ', model, status, kept);
};

const freshBoard = async (
  { context, memory, visit }: Asked,
  address: BoardAddress,
): Promise<Board> => {
  const { db } = context;
  const { now } = visit;
  const campaign = await campaignFor(context, visit);
  const others = (await campaignLines(db)).filter(({ code }) => code !== campaign.code);
  const counted = await standings(db, { campaign, now });
  // First sendings are for ever, so their number tells whether there are new ones.
  const key = `${campaign.id} ${progressOf(counted).sent}`;
  const shown = boardOf({
    campaign,
    others,
    standings: counted,
    sendings: await memory.sendings(key, () => firstSendings(db, campaign.id)),
    ...(await listOf(db, { campaign, now }, address, counted)),
    preparations: await preparations(db),
    now,
  });
  const progress = await renderKept('desk/board-progress', shown);
  return { shown, kept: { progress, list: await renderKept('desk/board-list', shown) } };
};

/** The page of the list that the address asks for, or the last one. */
const listOf = async (
  db: Db,
  of: BoardOf,
  address: BoardAddress,
  counted: readonly Standing[],
): Promise<Pick<BoardContent, 'rows' | 'found' | 'address'>> => {
  const query = asBoardQuery(address);
  const found = isUnfiltered(query)
    ? counted.reduce((sum, { reports }) => sum + reports, 0)
    : await boardCount(db, of, query);
  const page = Math.min(address.page, pagesFor(found));
  const from = (page - 1) * unitsOnPage;
  const rows = await boardRows(db, of, query, { from, most: unitsOnPage });
  return { rows, found, address: { ...address, page } };
};
