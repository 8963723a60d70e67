import { countText } from '../kit/ratio.ts';

/** Around a written report on the screen. */
export const printWords = {
  title: 'Bản in báo cáo',
  heading: (unit: string, version: number | null) =>
    version === null
      ? `Bản nháp báo cáo của ${unit}`
      : `Báo cáo của ${unit}, bản gửi ${countText(version)}`,
  draft:
    'Đây là bản nháp, chưa gửi: mỗi trang mang chữ BẢN NHÁP và không có mã kiểm tra. Gửi báo cáo rồi mới in để ký.',
  replaced: (last: number) =>
    `Bản này đã được thay bằng bản gửi ${countText(last)}. Chỉ in để đối chiếu, không dùng để ký.`,
  backToReport: 'Về báo cáo',
} as const;

/** The public page about a printed report. */
export const checkWords = {
  title: 'Kiểm tra báo cáo đã in',
  newest: 'Báo cáo này là bản gửi mới nhất của đơn vị.',
  replaced: (last: number, at: string) =>
    `Báo cáo này không còn là bản mới nhất: đã được thay bằng bản gửi ${countText(last)}, gửi lúc ${at}.`,
} as const;
