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
    'Ghi tên cán bộ đầu mối vào tệp Excel để lập tài khoản cả loạt, rồi in phiếu mời có mã QR cho từng đơn vị. Tài khoản lẻ lập ở trang Tài khoản.',
  accountsDone: 'Mọi đơn vị đã có người báo cáo. In lại phiếu mời cho đơn vị nào cần.',
  mail: 'Chưa cài đặt gửi thư.',
  mailNext:
    'Không cần thư vẫn làm được mọi việc: phiếu mời in ra và liên kết sao chép qua Zalo dùng được ngay.',
} as const;

export const preparingText = (without: number, units: number): string =>
  `${countText(without)} trên ${countText(units)} đơn vị chưa có tài khoản để báo cáo.`;
