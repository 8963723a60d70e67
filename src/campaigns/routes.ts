import type { Context } from '../context.ts';
import { sentCounts } from '../reports/owed-store.ts';
import { campaignNotices } from '../strings/campaigns.ts';
import { type Page, page, view } from '../web/page.ts';
import { cardOf } from './list-page.ts';
import type { CampaignsPage } from './pages.ts';
import { planPages } from './plan-routes.ts';
import { campaignLines } from './store.ts';
import { campaignUnitsPages } from './units-routes.ts';

/** The campaigns, several at a time; making and changing them; who must report. */
export const campaignPages = (context: Context): Page[] => [
  page('get', '/dot-bao-cao', 'run campaigns', async (visit) => {
    const counts = await sentCounts(context.db);
    const lines = await campaignLines(context.db);
    return view<CampaignsPage>('campaigns/list', 'Đợt báo cáo', {
      notice: campaignNotices.get(visit.query.get('xong') ?? '') ?? null,
      campaigns: lines.map((line) => cardOf(line, counts.get(line.code), visit.now)),
    });
  }),
  ...planPages(context),
  ...campaignUnitsPages(context),
];
