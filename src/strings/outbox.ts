import { countText } from '../kit/ratio.ts';
import type { Attachment } from '../mail/mail.ts';
import type { Outlived } from '../mail/resend-store.ts';

/** What was done, by the word in the address; some name how many mails. */
export const outboxNotices: ReadonlyMap<string, (mails: number) => string> = new Map([
  ['da-xac-nhan', () => 'Đã xác nhận. Thư đang chờ bắt đầu được gửi.'],
  ['gui-lai', () => 'Thư đã vào lại hàng chờ và sẽ được gửi.'],
  ['them-ban', () => 'Một bản nữa của thư đã vào hàng chờ.'],
  ['da-bo', () => 'Đã bỏ thư này; thư không được gửi nữa.'],
  [
    'gui-lai-loc',
    (mails: number) =>
      mails === 0
        ? 'Không có thư nào gửi lại được: thư đã vào hàng chờ rồi, hoặc thời hạn và liên kết trong thư đã qua.'
        : `${countText(mails)} thư đã vào lại hàng chờ và sẽ được gửi.`,
  ],
]);

export const campaignMailNotices: ReadonlyMap<string, string> = new Map([
  ['da-xac-nhan', 'Đã xác nhận hộp thư nhận. Tệp điện tử được gửi đến địa chỉ này.'],
  ['da-tat', 'Đã tắt gửi tệp điện tử của đợt này.'],
  ['da-bat', 'Đã bật gửi tệp điện tử của đợt này.'],
]);

const waitingText = (waiting: number): string =>
  waiting === 0 ? 'Chưa có thư nào chờ.' : `${countText(waiting)} thư đang chờ, không thư nào mất.`;

/** The standing of sending, in words. */
export const standingText = {
  missing: (variables: string, waiting: number) =>
    `Máy chủ chưa được cài đặt gửi thư: cần đặt ${variables}. ${waitingText(waiting)} Người quản trị máy chủ đặt các biến này rồi khởi động lại Phụ lục; sau đó xác nhận tại trang này.`,
  unconfirmed: (waiting: number) =>
    `Máy chủ thư đã cài đặt nhưng chưa ai xác nhận, nên chưa thư nào được gửi. ${waitingText(waiting)} Xem các dòng dưới đây; nếu đúng, bấm xác nhận.`,
  changed: (waiting: number, by: string, at: string) =>
    `Cài đặt gửi thư đã đổi sau lần xác nhận của ${by} lúc ${at}, nên thư tạm dừng. ${waitingText(waiting)} Xem lại các dòng dưới đây rồi xác nhận lần nữa.`,
  trouble: (words: string, until: string) =>
    `Máy chủ thư: ${words} Thư nằm chờ, không mất; tự thử lại lúc ${until}. Gửi thư thử để thử ngay.`,
  ready: (by: string, at: string) => `Đang gửi thư. ${by} xác nhận lúc ${at}.`,
  /** What the button does. */
  leaving: (leaving: number) =>
    leaving === 0
      ? 'Hiện không có thư nào chờ; thư mới sẽ được gửi ngay.'
      : `${countText(leaving)} thư đang chờ sẽ được gửi ngay.`,
  pace: (perMinute: number) => `nhiều nhất ${countText(perMinute)} thư một phút`,
} as const;

/** E-files that wait for a word about their campaign's mailbox. */
export const heldText = (mails: number): string =>
  `${countText(mails)} tệp điện tử chờ xác nhận hộp thư nhận.`;

/** Where a mail stands, said beside its state. */
export const mailNote = {
  dueAt: (at: string) => `gửi từ ${at}`,
  tried: (attempts: number, at: string) => `đã thử ${countText(attempts)} lần, thử lại ${at}`,
  gaveUp: (attempts: number) => `đã thử ${countText(attempts)} lần`,
} as const;

/** What a mail waits for besides its turn. */
export const holdText = {
  mailbox: 'Thư chờ phòng xác nhận hộp thư nhận của đợt báo cáo.',
  missing: 'Thư chờ vì máy chủ chưa cài đặt gửi thư.',
  unconfirmed: 'Thư chờ vì cài đặt gửi thư chưa được xác nhận.',
} as const;

/** Why a mail can't be sent again, and the way out. */
export const outlivedText: Readonly<Record<Outlived, string>> = {
  expired: 'Thư đã quá thời hạn nên không gửi lại được.',
  'link-ended':
    'Liên kết trong thư đã được dùng hoặc đã hết hạn nên không gửi lại được. Mở tài khoản của người nhận và tạo liên kết mới.',
};

/** What became of a trial mail. */
export const testMailText = {
  sent: (to: string, at: string) =>
    `Máy chủ thư đã nhận thư thử gửi đến ${to} lúc ${at}. Mở hộp thư đó xem thư đã đến chưa, kể cả mục thư rác.`,
  failed: (to: string, words: string) =>
    `Thư thử đến ${to} không gửi được. Máy chủ thư trả lời: ${words}`,
  again: (to: string, words: string) =>
    `Thư thử đến ${to} chưa gửi được, sẽ tự thử lại. Máy chủ thư trả lời: ${words}`,
  waiting: (to: string) => `Thư thử đến ${to} đang chờ gửi. Mở lại trang này sau ít phút.`,
} as const;

/** What a file is that goes with a mail. */
export const attachmentText = (attachment: Attachment): string => {
  if (attachment.kind === 'deadline') return 'Hạn gửi để ghi vào lịch (.ics)';
  const version = countText(attachment.version);
  return attachment.kind === 'paper'
    ? `Báo cáo bằng văn bản, bản gửi ${version} (Word)`
    : `Báo cáo của đơn vị, bản gửi ${version} (Excel)`;
};

/** What the button of a mail says where it is only shown. */
export const buttonText = 'Mở trong Phụ lục';

/** In place of a one-time link, which only its recipient may see. */
export const ownLinkText = '(liên kết riêng của người nhận)';

/** What the office is told about mails on its board and beside "Thư" in the navigation. */
export const mailTrouble = {
  failed: (mails: number) => `${countText(mails)} thư không gửi được.`,
  refused: (mails: number) => `${countText(mails)} thư đang chờ: không gửi được qua máy chủ thư.`,
  unconfirmed: (mails: number) =>
    `${countText(mails)} thư đang chờ: cài đặt gửi thư chưa được xác nhận.`,
  missing: (mails: number) => `${countText(mails)} thư đang chờ: máy chủ chưa cài đặt gửi thư.`,
  mark: countText,
} as const;

/** The page about a campaign's mails. */
export const campaignMailText = {
  confirmed: (by: string, at: string) => `${by} đã xác nhận địa chỉ này lúc ${at}.`,
  confirmedOther: (mailbox: string, by: string, at: string) =>
    `Hộp thư nhận đã đổi: ${by} xác nhận ${mailbox} lúc ${at}. Tệp đang chờ sẽ được gửi đến địa chỉ mới sau khi xác nhận lại.`,
  sendingNotReady: 'Phụ lục chưa gửi thư: cài đặt gửi thư chưa xong hoặc chưa được xác nhận.',
} as const;
