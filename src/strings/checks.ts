import type { DecidedClaim } from '../claims/on-report-store.ts';
import { dayText } from '../kit/time.ts';
import type { ClaimedTwice } from '../participants/duplicates.ts';
import type { Warning, WarningCode } from '../reports/check.ts';
import type { Fault, FaultCode } from '../reports/check-rows.ts';
import { figure, lower, type Sentence, say, short } from './sentence.ts';

const faults = {
  'headcount-missing': ({ category }) =>
    `Chưa nhập số ${lower(category)}. Nhập số người, ví dụ 48; không có ai thì nhập 0.`,
  'headcount-has-words': ({ category, typed }) =>
    `Số ${lower(category)} "${short(typed)}" chỉ được gồm chữ số. Bỏ chữ và nhập lại, ví dụ 48.`,
  'headcount-not-whole': ({ category, typed }) =>
    `Số ${lower(category)} "${short(typed)}" phải là số nguyên từ 0 trở lên, ví dụ 48.`,
  'headcount-too-large': ({ category, typed }) =>
    `Số ${lower(category)} "${short(typed)}" quá lớn. Kiểm tra lại số chữ số.`,
  'name-missing': ({ row }) => `Dòng ${row}: chưa có họ và tên. Nhập họ tên hoặc xóa dòng này.`,
  'name-one-word': ({ row, typed }) =>
    `Dòng ${row}: "${short(typed)}" chưa đủ họ và tên. Nhập cả họ và tên, ví dụ Nguyễn Văn An.`,
  'name-has-signs': ({ row, sign }) => `Dòng ${row}: họ và tên có ký tự "${sign}". Xóa ký tự đó.`,
  'name-too-long': ({ row }) => `Dòng ${row}: họ và tên quá dài. Mỗi dòng chỉ nhập một người.`,
  'birth-date-missing': ({ row }) =>
    `Dòng ${row}: chưa có ngày sinh. Nhập ngày/tháng/năm, ví dụ 30/11/1980.`,
  'birth-date-year-only': ({ row, typed }) =>
    `Dòng ${row}: mới có năm sinh ${typed}. Nhập đủ ngày/tháng/năm, ví dụ 30/11/${typed}.`,
  'birth-date-short-year': ({ row, typed, whole }) =>
    `Dòng ${row}: không rõ ${short(typed)} là ngày nào. Nhập đủ năm, ví dụ ${whole}.`,
  'birth-date-unreadable': ({ row, typed }) =>
    `Dòng ${row}: không đọc được ngày sinh "${short(typed)}". Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/1980.`,
  'birth-date-impossible': ({ row, typed }) =>
    `Dòng ${row}: ngày ${short(typed)} không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/1980.`,
  'birth-date-implausible': ({ row, typed, youngest, oldest }) =>
    `Dòng ${row}: người sinh ngày ${short(typed)} không ở tuổi từ ${youngest} đến ${oldest}. Kiểm tra lại năm sinh.`,
  'category-missing': ({ row }) =>
    `Dòng ${row}: chưa chọn đối tượng. Chọn một đối tượng trong danh sách.`,
  'category-unknown': ({ row, typed, known }) =>
    `Dòng ${row}: không có đối tượng "${short(typed)}". Chọn một trong: ${known}.`,
  'text-too-long': ({ row, most }) =>
    row
      ? `Dòng ${row}: dài quá ${most} ký tự. Rút gọn lại.`
      : `Dài quá ${most} ký tự. Rút gọn lại.`,
  'more-participants-than-category': ({ category, headcount, participants }) =>
    `Danh sách có ${figure(participants)} ${lower(category)}, nhiều hơn số lượng ${figure(headcount)}. Sửa số lượng hoặc bỏ bớt dòng trong danh sách.`,
  'more-participants-than-staff': ({ headcount, participants }) =>
    `Danh sách có ${figure(participants)} người, nhiều hơn tổng số ${figure(headcount)} người. Sửa số lượng hoặc bỏ bớt dòng trong danh sách.`,
  'too-many-rows': ({ rows, most }) =>
    `Danh sách có ${figure(rows)} dòng, tối đa ${figure(most)}. Bỏ bớt dòng.`,
  'list-empty':
    'Chưa có ai trong danh sách. Nếu không có người dự thi, tích vào ô "Đơn vị không có người dự thi" và ghi lý do.',
  'nobody-reason-missing': 'Chưa ghi lý do đơn vị không có người dự thi.',
  'nobody-but-list': ({ rows }) =>
    `Đã tích "Đơn vị không có người dự thi" nhưng danh sách có ${figure(rows)} người. Bỏ dấu tích hoặc xóa danh sách.`,
} satisfies Record<FaultCode, Sentence>;

/** The sentence for something that blocks sending. */
export const faultText = (fault: Fault): string => say(faults[fault.code], fault.details);

const warnings = {
  'same-name-twice': ({ rows, name, birthDate }) =>
    `Các dòng ${rows} trùng ${birthDate ? `họ tên và ngày sinh "${name}, ${dayText(String(birthDate))}"` : `họ tên "${name}"`}. Nếu là những người khác nhau, tích "Tôi đã xem"; nếu trùng, quay lại xóa bớt dòng.`,
} satisfies Record<WarningCode, Sentence>;

/** The sentence for something to be confirmed before sending. */
export const warningText = (warning: Pick<Warning, 'code' | 'details'>): string =>
  say(warnings[warning.code], warning.details);

/** Rule 9 across units, told to both units and to the office. */
export const elsewhereText = ({ row, name, units }: ClaimedTwice): string =>
  `Dòng ${row} (${name}) cũng có trong báo cáo của ${units.join('; ')}. Nếu là một người, thống nhất người này thuộc đơn vị nào rồi giữ ở một nơi.`;

/** What the office has decided about a person whom two units name. */
export const decidedText = ({ row, name, units, countedIn, elsewhere }: DecidedClaim): string =>
  `Dòng ${row} (${name}): phòng Nội vụ xác định là một người với người trong báo cáo của ${units.join('; ')}; ${elsewhere ? `được tính ở ${countedIn}, không tính ở đây` : 'được tính ở đây'}.`;
