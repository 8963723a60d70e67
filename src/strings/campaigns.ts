import type { Opening } from '../campaigns/campaign.ts';
import type { Badge } from '../web/chrome.ts';

export const openingBadge: Record<Opening, Badge> = {
  'not-yet': { label: 'Chưa mở', tone: 'grey' },
  open: { label: 'Đang mở', tone: 'green' },
  closed: { label: 'Đã đóng', tone: 'dark' },
};
