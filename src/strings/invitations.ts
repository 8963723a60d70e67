import { countText } from '../kit/ratio.ts';
import { dateTimeText, deadlineText } from '../kit/time.ts';
import type { LastInvitation } from '../mail/invitations-store.ts';
import type { Readiness } from '../mail/standing.ts';
import type { OpenDeadline } from '../reports/deadlines-store.ts';
import type { Badge } from '../web/chrome.ts';

/** Why invitations do not leave now; `null` when they do. */
export const invitationsHeld: Readonly<Record<Readiness, string | null>> = {
  missing:
    'Máy chủ chưa cài đặt gửi thư, nên thư mời phải chờ đến khi cài đặt xong. Sao chép liên kết hoặc in phiếu mời thì dùng được ngay.',
  unconfirmed:
    'Phần gửi thư chưa được xác nhận ở trang Thư, nên thư mời phải chờ đến khi xác nhận.',
  changed:
    'Cài đặt gửi thư vừa đổi và chưa được xác nhận lại ở trang Thư, nên thư mời phải chờ đến khi xác nhận.',
  ready: null,
};

/** Where the last invitation by mail stands. */
export const invitationBadge = ({ state, isOpen }: LastInvitation): Badge => {
  if (state === 'failed') return { label: 'Thư mời không gửi được', tone: 'red' };
  if (!isOpen) return { label: 'Liên kết trong thư mời đã hết hiệu lực', tone: 'grey' };
  if (state === 'sent') return { label: 'Đã gửi thư mời', tone: 'green' };
  return state === 'waiting'
    ? { label: 'Thư mời chờ gửi', tone: 'amber' }
    : { label: 'Thư mời đã bỏ', tone: 'grey' };
};

/** `han` of an invitation: one deadline as it is; several with what each is for. '' where there is none. */
export const deadlinesText = (deadlines: readonly OpenDeadline[]): string => {
  const different = new Map(deadlines.map((one) => [`${one.campaignTitle} ${one.dueAt}`, one]));
  if (different.size === 1)
    return [...different.values()].map(({ dueAt }) => deadlineText(dueAt)).join();
  return [...different.values()]
    .map(({ dueAt, campaignTitle }) => `${deadlineText(dueAt)} (${campaignTitle})`)
    .join('; ');
};

/** When it was sent, or written, and where to. */
export const invitationText = ({ sentAt, createdAt, address }: LastInvitation): string =>
  sentAt === null
    ? `viết lúc ${dateTimeText(createdAt)}, gửi đến ${address}`
    : `gửi lúc ${dateTimeText(sentAt)} đến ${address}`;

/** Beside the name of a clerk who may get a hand-out. */
export const invitedBefore = ({ sentAt, createdAt }: LastInvitation): string =>
  sentAt === null
    ? `thư mời chờ gửi từ ${dateTimeText(createdAt)}`
    : `đã mời qua thư ${dateTimeText(sentAt)}`;

/** The choice in a workbook's preview. */
export const inviteNewText = (accounts: number): string =>
  `Gửi lời mời qua thư cho ${countText(accounts)} tài khoản mới có địa chỉ email`;

/** What became of the invitations of a workbook. */
export const invitedText = {
  mailed: (accounts: number) =>
    `${countText(accounts)} tài khoản mới được mời qua thư: mỗi người nhận một liên kết riêng.`,
  toPrint: (accounts: number) =>
    `${countText(accounts)} tài khoản mới chưa có email: in phiếu mời cho những người này.`,
} as const;
