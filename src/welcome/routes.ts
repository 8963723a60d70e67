import { type Actor, can } from '../accounts/account.ts';
import { openingFor } from '../campaigns/campaign.ts';
import { campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { dayText, deadlineText } from '../kit/time.ts';
import { openingBadge } from '../strings/campaigns.ts';
import type { Badge, Chrome } from '../web/chrome.ts';
import { data, openPage, type Page, redirect, view } from '../web/page.ts';

/** home */
export interface HomePage {
  readonly chrome: Chrome;
  readonly campaigns: readonly {
    readonly title: string;
    readonly cutOff: string;
    readonly deadline: string;
    readonly opening: Badge;
  }[];
  readonly signedIn: boolean;
  readonly start: string;
}

/** help */
export interface HelpPage {
  readonly chrome: Chrome;
}

/** The front door: the way in, help, and whether the product is well. */
export const welcomePages = (context: Context): Page[] => [
  openPage('get', '/', async (visit) => {
    if (visit.actor) return redirect(firstPage(visit.actor));
    const campaigns = (await campaignLines(context.db)).map((campaign) => ({
      title: campaign.title,
      cutOff: dayText(campaign.cutOffOn),
      deadline: deadlineText(campaign.deadlineAt),
      opening: openingBadge[openingFor(campaign, null, visit.now)],
    }));
    const model = { campaigns, signedIn: false, start: '/dang-nhap' };
    return view<HomePage>('home', 'Trang đầu', model);
  }),
  openPage('get', '/tro-giup', async () => view<HelpPage>('help', 'Hướng dẫn', {})),
  openPage('get', '/healthz', async () => {
    await campaignLines(context.db);
    return data({ ok: true });
  }),
];

/** Where somebody's work is. */
const firstPage = (actor: Actor): string => (can(actor, 'run campaigns') ? '/tien-do' : '/bao-cao');
