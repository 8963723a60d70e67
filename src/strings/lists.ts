import type { Place } from '../lists/headings.ts';
import type { ListFault } from '../lists/people.ts';
import type { SkippedAs } from '../lists/rows.ts';
import type { FaultCode } from '../reports/check-rows.ts';
import { faultText } from './checks.ts';
import { figure } from './sentence.ts';

/** What is wrong with a row of a clerk's list and how to mend it. */
export const listFaultText = ({ code, details }: ListFault): string =>
  code === 'category-two-marks'
    ? `Dòng ${details.row}: đánh dấu ở hai cột đối tượng. Chỉ giữ một dấu.`
    : faultText({ code: code as FaultCode, field: '', details });

/** Why a row of the file is nobody. */
export const skippedText: Readonly<Record<SkippedAs, string>> = {
  total: 'dòng cộng',
  section: 'tên nhóm hoặc dòng trống tên',
  footer: 'phần cuối trang (ký tên, nơi nhận)',
  headings: 'tiêu đề lặp lại',
};

/** What a column can be, in the list to choose from. */
export const placeText = (place: Place, categories: readonly string[]): string => {
  if (place.startsWith('mark:')) return `Đánh dấu x: ${categories[Number(place.slice(5))] ?? ''}`;
  return places[place as keyof typeof places];
};

const places = {
  number: 'Số thứ tự',
  name: 'Họ và tên',
  family: 'Họ và tên đệm',
  given: 'Tên',
  birthDate: 'Ngày sinh',
  title: 'Chức vụ',
  category: 'Đối tượng',
  note: 'Ghi chú',
  other: 'Không lấy cột này',
} as const;

export const listText = {
  pasted: 'Danh sách đã dán',
  people: (count: number) => `${figure(count)} người`,
  sheetChoice: (name: string, people: number) => `${name} (${figure(people)} người)`,
  replace: (count: number, before: number) =>
    before === 0
      ? `Đưa ${figure(count)} người vào danh sách`
      : `Thay danh sách bằng ${figure(count)} người này`,
  append: (count: number) => `Nối ${figure(count)} người vào danh sách`,
  errorColumn: 'Lỗi cần sửa',
  more: (count: number) => `và ${figure(count)} dòng nữa.`,
  noHeadings: 'không có dòng tiêu đề',
} as const;

/** The template that the office hands out, in words. */
export const templateText = {
  sheet: 'Danh sách',
  guideSheet: 'Hướng dẫn',
  title: 'DANH SÁCH NGƯỜI DỰ THI',
  categoriesTitle: 'Các đối tượng để chọn',
  unit: (name: string) => `Đơn vị: ${name}`,
  edition: (code: string, at: string) => `Mẫu của đợt ${code}, lập lúc ${at}`,
  guide: (categories: readonly string[], birthDateAsked: boolean): string[] => [
    'Mỗi dòng một người dự thi. Có thể sao chép cả vùng từ tệp khác rồi Dán giá trị vào đây.',
    'Họ và tên: ghi đủ họ, tên đệm và tên, ví dụ Nguyễn Văn An.',
    ...(birthDateAsked ? ['Ngày sinh: ghi ngày/tháng/năm, ví dụ 30/11/1980.'] : []),
    `Đối tượng: chọn một trong ${categories.join(', ')}. Bấm vào ô rồi bấm mũi tên để chọn.`,
    'Chức vụ, Ghi chú: có thể để trống.',
    'Điền xong, lưu tệp rồi tải lên ở trang báo cáo của đơn vị, nút "Tải tệp Excel lên".',
  ],
} as const;
