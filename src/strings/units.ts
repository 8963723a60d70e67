import type { UnitField } from '../units/since-seen.ts';
import { figure, short } from './sentence.ts';

/** Written to a report that a deactivated unit no longer owes. */
export const inactiveReason = 'Đơn vị ngừng hoạt động';

/** Written to a report that a merged unit no longer owes. */
export const mergedReason = (into: string): string => `Sáp nhập vào ${into}`;

/** Said beside a unit that another one took over. */
export const mergedText = (into: string, since: string): string =>
  `Đơn vị đã sáp nhập vào ${into} từ ${since}. Báo cáo đã gửi vẫn giữ nguyên dưới tên cũ.`;

/** Said beside a unit that is not in use. */
export const inactiveText = (since: string): string =>
  `Đơn vị ngừng hoạt động từ ${since}. Báo cáo đã gửi vẫn giữ nguyên; đơn vị không phải báo cáo trong đợt mới.`;

/** What deactivating will do to reports that were not sent. */
export const toExemptText = (campaigns: readonly string[]): string =>
  campaigns.length === 0
    ? 'Không có báo cáo nào chưa gửi trong các đợt đang mở.'
    : `${figure(campaigns.length)} báo cáo chưa gửi sẽ chuyển thành không thuộc diện báo cáo: ${campaigns.join('; ')}.`;

/** What merging will do to the people of the unit. */
export const clerksFollowText = (clerks: readonly string[], into: string): string =>
  clerks.length === 0
    ? 'Đơn vị không có tài khoản nào.'
    : `${figure(clerks.length)} tài khoản (${clerks.join(', ')}) báo cáo thêm cho ${into} và vẫn đọc được báo cáo cũ.`;

/** What changing a code means for those who sign in with it. */
export const codeHint = (accounts: number): string =>
  accounts === 0
    ? 'Chữ thường không dấu, chữ số và gạch nối, ví dụ phong-y-te. Dùng để đăng nhập.'
    : `${figure(accounts)} tài khoản đăng nhập được bằng mã này. Đổi mã thì báo mã mới cho họ.`;

const fieldLabels: Readonly<Record<UnitField, string>> = {
  code: 'mã đơn vị',
  name: 'tên đơn vị',
  group: 'nhóm',
  contactName: 'người liên hệ',
  email: 'email',
  phone: 'điện thoại',
};

/** What a colleague has made of a field. */
export const unitFieldNow = (field: UnitField, value: string): string =>
  `${fieldLabels[field]} nay ${value === '' ? 'để trống' : `là "${short(value)}"`}`;

/** What has just been done, above a page of this room. */
export const unitNotices: Readonly<Record<string, string>> = {
  them: 'Đã thêm đơn vị.',
  sua: 'Đã lưu thay đổi.',
  ngung: 'Đơn vị đã ngừng hoạt động.',
  'hoat-dong':
    'Đơn vị hoạt động trở lại. Từ nay đơn vị báo cáo trong các đợt mới; với đợt đang mở, thêm đơn vị ở trang Đợt báo cáo.',
  'sap-nhap': 'Đã sáp nhập đơn vị.',
  'them-nhom': 'Đã thêm nhóm.',
  'sua-nhom': 'Đã đổi tên nhóm.',
  'xoa-nhom': 'Đã xóa nhóm.',
};

/** Above the whole list. */
export const countedText = (units: number): string => `${figure(units)} đơn vị đang hoạt động`;

/** Above the list that a search found. */
export const foundText = (found: number, units: number): string =>
  `Tìm thấy ${figure(found)} trong ${figure(units)} đơn vị`;

/** What becomes of a merged unit's past reports. */
export const keptUnderOwnNameText = (reports: number): string =>
  reports === 0
    ? 'Đơn vị chưa gửi báo cáo nào.'
    : `${figure(reports)} báo cáo đã gửi vẫn giữ nguyên dưới tên cũ và vẫn được tính trong đợt của nó.`;

/** What becomes of a merged unit itself. */
export const stopsText = (into: string): string =>
  `Đơn vị ngừng hoạt động; từ đợt sau ${into} báo cáo thay. Việc này không hoàn tác được.`;

/** Beside an account on the page of its unit. */
export const accountText = { active: 'đang dùng', inactive: 'ngừng dùng' } as const;
