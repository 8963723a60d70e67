import { countText } from '../kit/ratio.ts';

/** The guided page of the first run, and the line on the board that leads back to it. */
export const startGuideText = {
  campaign: (title: string, deadline: string) => `${title}. Hạn gửi ${deadline}.`,
  noCampaign: 'Chưa có đợt báo cáo nào.',
  dispatchMissing:
    'Xem lại tên cuộc thi, ngày chốt số liệu, hạn gửi; số và ngày công văn còn để trống, nhập khi đã có.',
  campaignNext: 'Xem lại tên cuộc thi, ngày chốt số liệu, hạn gửi và các đơn vị phải báo cáo.',
  units: (units: number, groups: number) =>
    `${countText(units)} đơn vị trong ${countText(groups)} nhóm.`,
  noUnits: 'Chưa có đơn vị nào.',
  unitsNext:
    'Xem danh sách có đúng với địa bàn không. Sửa từng đơn vị, hoặc tải danh sách Excel về, sửa rồi tải lên.',
  accounts: (reachable: number, units: number) =>
    `${countText(reachable)} trên ${countText(units)} đơn vị có tài khoản.`,
  accountsNext:
    'Ghi tên cán bộ đầu mối vào tệp Excel để lập tài khoản cả loạt, rồi gửi lời mời qua thư cho người có email và in phiếu mời có mã QR cho người không có. Tài khoản lẻ lập ở trang Tài khoản.',
  accountsDone:
    'Mọi đơn vị đã có người báo cáo. Mời lại qua thư hoặc in lại phiếu mời cho đơn vị nào cần.',
  mail: {
    missing: 'Chưa cài đặt gửi thư.',
    unconfirmed: 'Máy chủ thư đã cài đặt, đang chờ phòng xác nhận.',
    changed: 'Cài đặt gửi thư đã đổi, đang chờ phòng xác nhận lại.',
    ready: 'Phụ lục đang gửi thư.',
  },
  mailNext: {
    missing:
      'Không cần thư vẫn làm được mọi việc: phiếu mời in ra và liên kết sao chép qua Zalo dùng được ngay. Thư viết ra nằm chờ, không mất.',
    confirm: 'Xem máy chủ, địa chỉ người gửi rồi xác nhận; trước đó không thư nào được gửi.',
    ready:
      'Thư mời, biên nhận, thư nhắc tự đi. Tệp điện tử của từng đợt chỉ đi sau khi xác nhận hộp thư nhận.',
  },
} as const;

export const preparingText = (without: number, units: number): string =>
  `${countText(without)} trên ${countText(units)} đơn vị chưa có tài khoản để báo cáo.`;
