import { noticeText } from './notices.ts';

/** The four figures on top of the board. */
export const figureLabels: Readonly<Record<string, string>> = {
  'da-bao-cao': 'Đơn vị đã gửi',
  'da-tiep-nhan': 'Đã tiếp nhận',
  'tra-lai': 'Đã trả lại, chờ sửa',
  'chua-gui': 'Chưa báo cáo',
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
