import { dateTimeText, dayText, deadlineText } from '../kit/time.ts';
import { openingBadge } from '../strings/campaigns.ts';
import { openingFor } from './campaign.ts';
import type { CampaignCard } from './pages.ts';
import type { CampaignLine } from './store.ts';

/** The address of a campaign's own pages. */
export const campaignPath = (code: string): string => `/dot-bao-cao/${code}`;

/** One campaign of the list, ready to be shown. */
export const cardOf = (
  campaign: CampaignLine,
  counts: { readonly sent: number; readonly units: number } | undefined,
  now: string,
): CampaignCard => ({
  title: campaign.title,
  code: campaign.code,
  state: openingBadge[openingFor(campaign, null, now)],
  cutOff: dayText(campaign.cutOffOn),
  opens: dateTimeText(campaign.opensAt),
  deadline: deadlineText(campaign.deadlineAt),
  closed: campaign.closedAt === null ? null : dateTimeText(campaign.closedAt),
  sent: String(counts?.sent ?? 0),
  units: String(counts?.units ?? 0),
  board: `/tien-do/${campaign.code}`,
  path: campaignPath(campaign.code),
  copy: `${campaignPath('moi')}?tu=${campaign.code}`,
});
