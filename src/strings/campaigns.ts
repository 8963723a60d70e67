import type { Opening } from '../campaigns/campaign.ts';
import type { PlanFault, PlanFaultCode } from '../campaigns/plan.ts';
import type { PlanPart } from '../campaigns/plan-differences.ts';
import type { Badge } from '../web/chrome.ts';
import { figure, lower, type Sentence, say, short } from './sentence.ts';

export const openingBadge: Record<Opening, Badge> = {
  'not-yet': { label: 'Chưa mở', tone: 'grey' },
  open: { label: 'Đang mở', tone: 'green' },
  closed: { label: 'Đã đóng', tone: 'dark' },
};

/** The parts of a campaign as its form calls them. */
export const planLabels: Record<PlanPart, string> = {
  code: 'Mã đợt',
  title: 'Tên cuộc thi',
  subject: 'Trích yếu',
  issuer: 'Cơ quan ban hành',
  office: 'Phòng phụ trách',
  place: 'Địa danh',
  cutOff: 'Ngày chốt số liệu',
  opensDay: 'Ngày mở',
  opensHour: 'Giờ mở',
  dueDay: 'Ngày hạn gửi',
  dueHour: 'Giờ hạn gửi',
  dispatchNumber: 'Số công văn',
  dispatchDay: 'Ngày công văn',
  leastRate: 'Tỷ lệ tham gia tối thiểu',
  mailbox: 'Hộp thư nhận báo cáo',
  contactName: 'Người liên hệ',
  contactPhone: 'Điện thoại',
  preparerTitle: 'Chức danh người lập biểu',
  signerTitle: 'Chức danh người ký',
  birthDateAsked: 'Hỏi ngày sinh',
  categories: 'Đối tượng',
  documents: 'Văn bản làm căn cứ',
};

const fieldLabels: Readonly<Record<string, string>> = {
  ...planLabels,
  category: 'Tên đối tượng',
  'document-number': 'Số văn bản',
  'document-issuer': 'Cơ quan ban hành văn bản',
};

const documentWords: Readonly<Record<string, string>> = {
  number: 'số, ký hiệu',
  day: 'ngày',
  issuer: 'cơ quan ban hành',
};

const label = (field: string | number | undefined): string => fieldLabels[String(field)] ?? '';

const sentences = {
  'text-missing': ({ field }) => `Chưa nhập ${lower(label(field))}.`,
  'text-long': ({ field, most }) => `${label(field)} dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'code-unfit': ({ typed, mended }) =>
    mended
      ? `Mã "${short(typed)}" có dấu, chữ hoa hoặc khoảng trắng. Đã đổi thành "${mended}"; nếu đồng ý, bấm Tạo đợt báo cáo lần nữa.`
      : 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ cchc-2025.',
  'code-reserved': ({ typed }) =>
    `Mã "${short(typed)}" trùng địa chỉ một trang khác. Chọn mã khác.`,
  'day-missing': ({ field }) => `Chưa nhập ${lower(label(field))}. Nhập dạng 30/11/2024.`,
  'day-unreal': ({ typed }) =>
    `Ngày ${short(typed)} không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/2024.`,
  'day-far': ({ typed }) => `Ngày ${short(typed)} quá xa. Kiểm tra lại năm.`,
  'hour-missing': ({ field }) => `Chưa nhập ${lower(label(field))}. Nhập dạng 17:00.`,
  'hour-unreal': ({ typed }) =>
    `Giờ ${short(typed)} không có thật. Nhập dạng 17:00; hết ngày là 24:00.`,
  'opens-after-deadline': 'Ngày mở phải trước hạn gửi. Sửa ngày mở hoặc hạn gửi.',
  'deadline-before-cut-off':
    'Hạn gửi trước ngày chốt số liệu, khi đó đơn vị chưa đếm được. Sửa hạn gửi hoặc ngày chốt.',
  'cut-off-far': 'Ngày chốt số liệu còn hơn một năm nữa mới tới. Kiểm tra lại năm.',
  'rate-unreal': ({ typed }) =>
    `Tỷ lệ tham gia tối thiểu "${short(typed)}" phải là số nguyên từ 1 đến 100, ví dụ 80. Để trống nếu không hỏi.`,
  'mailbox-unreal': 'Địa chỉ hộp thư chưa đúng. Nhập dạng ten@coquan.vn.',
  'phone-unreal': 'Số điện thoại chưa đúng. Nhập dạng 0220 3838 383.',
  'phone-lost-zero': ({ mended }) =>
    `Số điện thoại bị mất số 0 ở đầu. Nếu đúng là ${mended}, nhập lại như vậy.`,
  'categories-missing': 'Chưa có đối tượng nào. Nhập ít nhất một, ví dụ Viên chức.',
  'categories-many': ({ most }) => `Có quá ${figure(most)} đối tượng. Bỏ bớt.`,
  'category-twice': ({ name }) => `Đối tượng "${short(name)}" có hai lần. Bỏ một.`,
  'document-incomplete': ({ row, empty }) =>
    `Văn bản ${row}: chưa nhập ${documentWords[String(empty)]}. Nhập đủ, hoặc bỏ văn bản này.`,
} satisfies Record<PlanFaultCode, Sentence>;

/** The sentence for something wrong on the form of a campaign. */
export const planFaultText = (fault: PlanFault): string =>
  say(sentences[fault.code], fault.details);

/** What was done, by the word in the address. */
export const campaignNotices: ReadonlyMap<string, string> = new Map([
  ['da-tao', 'Đã tạo đợt báo cáo.'],
  ['da-luu', 'Đã lưu đợt báo cáo.'],
  ['da-chon', 'Đã lưu danh sách đơn vị phải báo cáo.'],
]);

/** What will not be sent when the campaign is closed now. */
export const closingText = ({ drafts, notSent }: { drafts: number; notSent: number }): string => {
  const unsent =
    notSent > 0 ? `Còn ${figure(notSent)} đơn vị chưa báo cáo.` : 'Các đơn vị đều đã báo cáo.';
  return drafts > 0
    ? `${unsent} Có ${figure(drafts)} đơn vị đang nhập dở hoặc đang sửa; nháp của các đơn vị này sẽ không được gửi.`
    : `${unsent} Không có đơn vị nào đang nhập dở.`;
};
