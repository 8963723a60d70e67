import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { percentText } from '../kit/ratio.ts';
import { dateTimeText } from '../kit/time.ts';
import { signedDoer } from '../reports/found.ts';
import { lateBadge } from '../reports/head.ts';
import { concernText } from '../strings/review.ts';
import { type Answer, type Page, page, type SignedVisit, view } from '../web/page.ts';
import { acceptClean, type Seen } from './accept-clean.ts';
import { boardPath } from './board-page.ts';
import { type WaitingInDetail, waitingInDetail } from './clean-store.ts';
import { concernsOf } from './concerns.ts';
import { handledTogether } from './handled-notice.ts';
import { onToNext } from './next-waiting.ts';
import type { AcceptCleanPage, WaitingLine } from './pages.ts';

/** The reports that wait for the office: opening the first, accepting those without warnings together. */
export const waitingPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/cho-xem', 'run campaigns', async (visit) =>
    onToNext(context, await campaignFor(context, visit)),
  ),
  page('get', '/tien-do/:campaign/tiep-nhan', 'run campaigns', (visit) => choice(context, visit)),
  page(
    'post',
    '/tien-do/:campaign/tiep-nhan',
    'run campaigns',
    async (visit) => {
      const campaign = await campaignFor(context, visit);
      const done = await acceptClean(context.db, campaign, seenIn(visit), signedDoer(visit));
      return onToNext(context, campaign, handledTogether(done));
    },
    'list',
  ),
];

/** `code:version` of each report that stood on the page. */
const seenIn = ({ form }: SignedVisit): Seen[] => {
  const seen = new Map(
    form.getAll('report').flatMap((text): [string, number][] => {
      const [, code, version] = /^([a-z0-9-]+):(\d{1,6})$/.exec(text) ?? [];
      return code === undefined ? [] : [[code, Number(version)]];
    }),
  );
  return [...seen].map(([code, version]) => ({ code, version }));
};

const choice = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const path = boardPath(campaign.code);
  const waiting = await waitingInDetail(context.db, campaign.id);
  const lines = waiting.map((report) => lineOf(report, path));
  return view<AcceptCleanPage>('desk/accept-clean', 'Tiếp nhận báo cáo không có cảnh báo', {
    campaign: campaign.title,
    path: `${path}/tiep-nhan`,
    boardPath: path,
    clean: lines.filter(({ concerns }) => concerns.length === 0),
    others: lines.filter(({ concerns }) => concerns.length > 0),
  });
};

const lineOf = (report: WaitingInDetail, path: string): WaitingLine => {
  const { code, unit, version, sentAt, headcount, participants } = report;
  return {
    unit,
    href: `${path}/${code}`,
    seen: `${code}:${version}`,
    version,
    sentAt: dateTimeText(sentAt),
    late: lateBadge(report),
    headcount,
    participants,
    percent: percentText({ part: participants, whole: headcount }),
    concerns: concernsOf(report).map((concern) => concernText[concern]),
  };
};
