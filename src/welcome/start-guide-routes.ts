import { campaignByCode, campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { sendingConfirmed } from '../mail/settings-store.ts';
import { readiness } from '../mail/standing.ts';
import { type Page, page, view } from '../web/page.ts';
import type { StartGuidePage } from './pages.ts';
import { preparations } from './preparations-store.ts';
import { startGuide } from './start-guide.ts';

/** What to prepare, for an office that begins. */
export const startGuidePages = (context: Context): Page[] => [
  page('get', '/bat-dau', 'run campaigns', async () => {
    const { db } = context;
    const [newest] = await campaignLines(db);
    const campaign = newest && (await campaignByCode(db, newest.code));
    const confirmed = await sendingConfirmed(db);
    const mail = readiness(context.post.sender, confirmed?.identity);
    const steps = startGuide(campaign, await preparations(db), mail);
    return view<StartGuidePage>('welcome/start-guide', 'Bắt đầu', { steps });
  }),
];
