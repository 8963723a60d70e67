import type { MailKind, MailState } from '../mail/mail.ts';

/** What mails are called on screen. */
export const mailKindLabel: Readonly<Record<MailKind, string>> = {
  invitation: 'Thư mời',
  'sign-in-link': 'Liên kết đăng nhập',
  reminder: 'Thư nhắc',
  receipt: 'Biên nhận',
  returned: 'Trả lại báo cáo',
  accepted: 'Tiếp nhận báo cáo',
  extended: 'Gia hạn',
  reopened: 'Mở lại báo cáo',
  'counted-elsewhere': 'Tính ở đơn vị khác',
  'e-file': 'Tệp điện tử',
  digest: 'Bản tin hằng ngày',
  test: 'Thư thử',
};

export const mailStateLabel: Readonly<Record<MailState, string>> = {
  waiting: 'Chờ gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  dropped: 'Đã bỏ',
};
