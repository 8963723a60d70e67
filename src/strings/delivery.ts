/** What went wrong where the mail server said nothing itself, by the code of the failure. */
export const failureText: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Không kết nối được: máy chủ thư không mở cổng này.',
  ENOTFOUND: 'Không tìm thấy máy chủ thư. Kiểm tra tên máy chủ trong SMTP_URL.',
  EDNS: 'Không tìm thấy máy chủ thư. Kiểm tra tên máy chủ trong SMTP_URL.',
  ETIMEDOUT: 'Máy chủ thư không trả lời kịp.',
  ECONNECTION: 'Máy chủ thư đóng kết nối giữa chừng.',
  ECONNRESET: 'Máy chủ thư đóng kết nối giữa chừng.',
  ESOCKET: 'Kết nối đến máy chủ thư bị đứt.',
  EABORT: 'Máy chủ thư nhận quá chậm nên đã ngắt kết nối.',
  EAUTH: 'Máy chủ thư không nhận tài khoản hoặc mật khẩu trong SMTP_URL.',
  ETLS: 'Không mã hóa được kết nối đến máy chủ thư (TLS).',
  CERTIFICATE: 'Chứng chỉ TLS của máy chủ thư không tin được nên không gửi.',
  EENVELOPE: 'Địa chỉ này máy chủ thư không nhận được.',
  unknown: 'Gửi không thành, không rõ lý do.',
};

/** Why a mail is not sent any more though nothing failed. `eFileOff` is also how such mails are found again. */
export const dropReason = {
  expired: 'Quá thời hạn trước khi gửi được.',
  accountOff: 'Tài khoản của người nhận đã ngừng dùng.',
  linkEnded: 'Liên kết trong thư đã được dùng hoặc đã hết hạn.',
  sentMeanwhile: 'Đơn vị không còn phải gửi báo cáo của đợt này nữa, hoặc đã gửi.',
  eFileOff: 'Đợt báo cáo đã tắt gửi tệp điện tử.',
  byOffice: 'Phòng Nội vụ đã bỏ thư này.',
} as const;

/** What a mail meets on our own side. */
export const deliveryText = {
  /** The server offers no STARTTLS. */
  noTls:
    'Máy chủ thư không có mã hóa (STARTTLS) nên không thư nào được gửi. Dùng smtps://, hoặc thêm ?tls=optional vào SMTP_URL nếu chấp nhận không mã hóa.',
  notMade: 'Chưa tạo được tệp đính kèm.',
  noFile: 'Tệp đính kèm không còn.',
  interrupted: 'Máy chủ dừng giữa chừng quá nhiều lần khi đang gửi thư này.',
} as const;

/** The line before the address in the plain text of a mail. */
export const openAt = (address: string): string => `Mở trong Phụ lục:\n${address}`;
