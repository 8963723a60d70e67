import type { Campaign } from '../campaigns/campaign.ts';
import { campaignPath } from '../campaigns/list-page.ts';
import { countText } from '../kit/ratio.ts';
import { dateTimeText } from '../kit/time.ts';
import { campaignMailText as text } from '../strings/outbox.ts';
import type { Badge } from '../web/chrome.ts';
import type { CampaignMailPage } from './outbox-pages.ts';
import { outboxPath } from './outbox-query.ts';
import type { CampaignMail } from './settings-store.ts';
import type { Readiness } from './standing.ts';

/** What the page about a campaign's mails is made from. */
export interface CampaignMailContent {
  readonly campaign: Campaign;
  readonly mail: CampaignMail;
  readonly waiting: number;
  readonly sending: Readiness;
}

export const campaignMailPath = (code: string): string => `${campaignPath(code)}/thu`;

/** The electronic file of a campaign, ready to be shown. */
export const campaignMailOf = (
  content: CampaignMailContent,
): Omit<CampaignMailPage, 'chrome' | 'errors' | 'notice'> => {
  const { campaign, mail, waiting, sending } = content;
  const isConfirmed = campaign.mailbox !== null && mail.mailbox === campaign.mailbox;
  return {
    campaign: campaign.title,
    path: campaignMailPath(campaign.code),
    editPath: campaignPath(campaign.code),
    mailbox: campaign.mailbox,
    state: stateOf(content, isConfirmed),
    isOn: mail.offAt === null,
    isConfirmed,
    confirmedText: confirmedText(mail, isConfirmed),
    waiting: countText(waiting),
    sendingText: sending === 'ready' ? null : text.sendingNotReady,
    remindersPath: `${campaignPath(campaign.code)}/nhac`,
    outboxPath: `${outboxPath}?dot=${encodeURIComponent(campaign.code)}`,
  };
};

const stateOf = ({ campaign, mail }: CampaignMailContent, isConfirmed: boolean): Badge => {
  if (mail.offAt !== null) return { label: 'Đang tắt', tone: 'grey' };
  if (campaign.mailbox === null) return { label: 'Chưa có hộp thư nhận', tone: 'grey' };
  return isConfirmed
    ? { label: 'Đang bật', tone: 'green' }
    : { label: 'Chờ xác nhận địa chỉ', tone: 'amber' };
};

const confirmedText = (
  { mailbox, confirmed }: CampaignMail,
  isConfirmed: boolean,
): string | null => {
  if (mailbox === null || confirmed === null) return null;
  const at = dateTimeText(confirmed.at);
  return isConfirmed
    ? text.confirmed(confirmed.by, at)
    : text.confirmedOther(mailbox, confirmed.by, at);
};
