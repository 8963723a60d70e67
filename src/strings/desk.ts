import { countText } from '../kit/ratio.ts';
import { durationText, secondsBetween } from '../kit/time.ts';
import { noticeText } from './notices.ts';

/** The four large figures of the board, by the filter that each leads to. */
export const figureLabels = {
  'cho-xem': 'Chờ xem',
  'chua-gui': 'Chưa báo cáo',
  'tra-lai': 'Đã trả lại, chờ sửa',
  'da-bao-cao': 'Đơn vị đã gửi',
} as const;

/** Below the figure of reports that wait. */
export const waitingText = (since: string | null, now: string): string =>
  since === null
    ? 'không có báo cáo nào chờ'
    : `chờ lâu nhất ${durationText(secondsBetween(since, now))}`;

/** The small figures, in their order. */
export const factLabels = {
  'phai-bao-cao': 'Phải báo cáo',
  'qua-han': 'Chưa gửi, quá hạn',
  'sap-han': 'Chưa gửi, còn dưới 24 giờ',
  'dang-nhap': 'Đang nhập',
  'dung-han': 'Đúng hạn',
  'gui-muon': 'Gửi muộn',
  'da-tiep-nhan': 'Đã tiếp nhận',
  mien: 'Không thuộc diện',
} as const;

/** Figures of each group beside how many have sent. */
export const groupFigureLabels = {
  'cho-xem': 'Chờ xem',
  'gui-muon': 'Gửi muộn',
  'da-tiep-nhan': 'Đã tiếp nhận',
} as const;

/** Pages about many units of a campaign: the word in the address below the board, and the link's words. */
export const boardWays: readonly { word: string; label: string; whileOpen: boolean }[] = [
  { word: 'cho-xem', label: 'Xem lần lượt báo cáo chờ xem', whileOpen: false },
  { word: 'tiep-nhan', label: 'Tiếp nhận báo cáo không có cảnh báo', whileOpen: false },
  { word: 'nhac', label: 'Nhắc các đơn vị chưa gửi', whileOpen: true },
  { word: 'doi-chieu', label: 'Đối chiếu một người ở hai đơn vị', whileOpen: false },
  { word: 'ho-so', label: 'Hồ sơ và bản ký', whileOpen: false },
];

/** How many units the list has. */
export const boardCountText = (found: number, units: number): string =>
  found === units
    ? `${countText(units)} đơn vị`
    : `${countText(found)} trong ${countText(units)} đơn vị`;

/** What the chart of days says; `needed` is how many should have sent by now, `null` after the deadline. */
export const sentSoFarText = ({
  sent,
  units,
  needed,
}: {
  sent: number;
  units: number;
  needed: number | null;
}): string => {
  const soFar =
    sent === 0
      ? `Chưa có đơn vị nào trong ${countText(units)} đơn vị gửi báo cáo.`
      : `${countText(sent)}/${countText(units)} đơn vị đã gửi.`;
  if (needed === null) return sent < units ? `${soFar} Đã hết hạn gửi.` : soFar;
  return sent >= needed ? soFar : `${soFar} Để kịp hạn, lúc này cần ${countText(needed)}.`;
};

/** The columns of the board: order by which each sorts, and its heading. */
export const boardColumns = [
  { order: 'don-vi', label: 'Đơn vị', numeric: false },
  { order: 'nhom', label: 'Nhóm', numeric: false },
  { order: 'tong-so', label: 'Tổng số', numeric: true },
  { order: 'du-thi', label: 'Dự thi', numeric: true },
  { order: 'ty-le', label: 'Tỷ lệ tham gia', numeric: true },
  { order: 'trang-thai', label: 'Trạng thái', numeric: false },
  { order: 'gui-luc', label: 'Gửi lúc', numeric: false },
] as const;

/** What an officer has just done about a report, by the word in the address. */
export const deskNotices: ReadonlyMap<string, string> = new Map([
  ['accepted', noticeText.accepted],
  ['returned', noticeText.returned],
  ['reopened', noticeText.reopened],
  ['nhap-thay', 'Đã gửi báo cáo nhập thay đơn vị.'],
  ['gia-han', 'Đã gia hạn cho đơn vị.'],
  ['goi-dien', 'Đã ghi cuộc gọi.'],
  ['mien', 'Đã ghi nhận đơn vị không thuộc diện báo cáo.'],
  ['thuoc-dien', 'Đơn vị lại thuộc diện báo cáo.'],
]);
