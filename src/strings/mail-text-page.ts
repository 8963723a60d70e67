import type { MailKind } from '../mail/mail.ts';

/** When a mail of each kind goes out, and to whom. */
export const whenSent: Readonly<Record<MailKind, string>> = {
  invitation: 'Khi phòng mời một người dùng Phụ lục. Gửi cho người được mời.',
  'sign-in-link': 'Khi một người xin liên kết đăng nhập. Gửi cho người đó.',
  reminder:
    'Theo lịch nhắc của đợt, hoặc khi cán bộ tự gửi thư nhắc. Gửi cho đơn vị chưa gửi báo cáo.',
  receipt: 'Ngay khi một đơn vị gửi báo cáo. Gửi cho đơn vị đó.',
  returned: 'Khi phòng trả lại báo cáo để sửa. Gửi cho đơn vị.',
  accepted: 'Khi phòng tiếp nhận báo cáo. Gửi cho đơn vị.',
  extended: 'Khi phòng gia hạn cho một đơn vị. Gửi cho đơn vị, kèm lịch có hạn mới.',
  reopened: 'Khi phòng mở lại báo cáo đã tiếp nhận. Gửi cho đơn vị.',
  'counted-elsewhere':
    'Khi phòng xác định một người có tên ở hai đơn vị. Gửi cho đơn vị không tính người đó nữa.',
  'e-file':
    'Ngay khi một đơn vị gửi báo cáo. Gửi cho hộp thư nhận của đợt, kèm tệp Excel của bản gửi.',
  digest: 'Sáng mỗi ngày làm việc, khi có đợt đang mở và có việc để báo. Gửi cho cán bộ phòng.',
  test: 'Khi bấm Gửi thư thử. Gửi cho người bấm.',
};

export const textPageText = {
  brought: 'Văn bản gốc',
  changedBy: (by: string, at: string) => `${by} sửa ${at}`,
  saved: 'Đã lưu mẫu thư. Thư viết từ bây giờ dùng mẫu này; thư đã viết không đổi.',
  broughtBack:
    'Dưới đây là văn bản gốc, chưa lưu. Bấm Lưu để dùng văn bản gốc từ bây giờ, hoặc rời trang để giữ mẫu đang dùng.',
  changed: 'Sửa mẫu thư',
  restored: 'Dùng lại văn bản gốc',
  somebody: 'Người khác',
} as const;
