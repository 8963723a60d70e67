import type { Likelihood } from '../claims/cases.ts';
import type { ListWord } from '../claims/claims-query.ts';
import type { Verdict } from '../claims/standing.ts';
import type { Badge } from '../web/chrome.ts';
import { figure } from './sentence.ts';

export const claimsTitle = 'Một người, hai đơn vị';

/** How likely a case is one person. */
export const likelihoodBadge: Readonly<Record<Likelihood, Badge>> = {
  sure: { label: 'Gần như chắc chắn', tone: 'red' },
  likely: { label: 'Nhiều khả năng', tone: 'amber' },
  possible: { label: 'Có thể', tone: 'blue' },
  unlikely: { label: 'Ít khả năng', tone: 'grey' },
};

/** Why it is so likely. */
export const likelihoodReason: Readonly<Record<Likelihood, string>> = {
  sure: 'Cùng họ tên và cùng ngày sinh.',
  likely: 'Cùng họ tên và chức vụ. Không đủ ngày sinh để đối chiếu.',
  possible: 'Họ tên giống nhau, nhưng có chỗ viết khác hoặc còn thiếu.',
  unlikely: 'Cùng họ tên nhưng khác chức vụ. Thường là hai người.',
};

export const listLabel: Readonly<Record<ListWord, string>> = {
  '': 'Chưa quyết định',
  'it-kha-nang': 'Ít khả năng',
  'da-quyet-dinh': 'Đã quyết định',
};

export const listExplanation: Readonly<Record<ListWord, string>> = {
  '': 'Người có tên ở danh sách của hai đơn vị trở lên, khả năng trùng cao đứng trước. Xem từng trường hợp rồi chọn.',
  'it-kha-nang':
    'Cùng họ tên nhưng khác chức vụ nên thường là người khác nhau. Không bắt buộc phải quyết định.',
  'da-quyet-dinh':
    'Quyết định của phòng, mới nhất đứng trước. Bỏ quyết định thì trường hợp đó trở lại danh sách chờ.',
};

export const emptyText: Readonly<Record<ListWord, string>> = {
  '': 'Không có trường hợp nào chờ quyết định.',
  'it-kha-nang': 'Không có trường hợp nào ít khả năng.',
  'da-quyet-dinh': 'Chưa có quyết định nào.',
};

export const noReportsText =
  'Chưa có báo cáo nào được gửi nên chưa có gì để đối chiếu. Khi các đơn vị gửi, trang này tự tìm.';

/** Labels of what is known of a row. */
export const factLabel = {
  name: 'Họ và tên',
  birthDate: 'Ngày sinh',
  title: 'Chức vụ',
  category: 'Đối tượng',
  note: 'Ghi chú',
  sentAt: 'Gửi lúc',
} as const;

/** For a fact that the list lacks. */
export const missingText = 'Không ghi';

export const rowHeading = (position: number): string => `Dòng ${position}`;

export const differentLabel = (rows: number): string =>
  rows === 2 ? 'Hai người khác nhau' : 'Những người khác nhau';

export const decidedInPartText =
  'Một phần của trường hợp này đã được quyết định trước đó. Xem ở danh sách Đã quyết định.';

export const verdictBadge: Readonly<Record<Verdict, Badge>> = {
  same: { label: 'Cùng một người', tone: 'green' },
  different: { label: 'Khác nhau', tone: 'blue' },
};

/** What a decision says; `unit` is where one person counts. */
export const meaningText = (verdict: Verdict, unit: string): string =>
  verdict === 'same'
    ? `Tính một lần, ở ${unit}. Các đơn vị còn lại không tính người này.`
    : 'Tính ở từng đơn vị như đã gửi.';

export const decidedText = (by: string, at: string): string => `${by} quyết định lúc ${at}`;
export const undoneText = (at: string): string => `Đã bỏ quyết định lúc ${at}.`;
export const goneText = 'Quyết định không còn tác dụng vì có người không còn trong danh sách.';
export const rowGoneText = 'Không còn trong bản gửi mới nhất';
export const rowMovedText = (position: number): string => `Bản mới nhất: dòng ${position}`;

export const apartTitle = 'Nhiều trường hợp là những người khác nhau';

export const apartCount = (ticked: number, cases: number): string =>
  `${figure(ticked)}/${figure(cases)} trường hợp của trang này được chọn`;

/** Where a name stands, and as what: `Trường THCS Bình Hàn, dòng 3: Kế toán`. */
export const apartRow = (unit: string, position: number, title: string, born: string): string =>
  `${unit}, dòng ${figure(position)}: ${title || 'không ghi chức vụ'}${born && `, sinh ${born}`}`;

/** How many cases were decided, and how many were not because something had changed. */
export const apartDone = (decided: number, leftOut: number): string =>
  [
    `Đã lưu ${figure(decided)} trường hợp là những người khác nhau.`,
    leftOut > 0
      ? `${figure(leftOut)} trường hợp đã được quyết định hoặc đơn vị vừa gửi lại nên không lưu; trường hợp nào còn thì vẫn ở danh sách dưới đây.`
      : '',
  ]
    .join(' ')
    .trim();

/** What was done, by the word of the address. */
export const doneText: Readonly<Record<string, string>> = {
  'cung-nguoi': 'Đã lưu: cùng một người. Phụ lục chỉ tính người này ở đơn vị đã chọn.',
  'khac-nguoi': 'Đã lưu: những người khác nhau. Số liệu giữ nguyên.',
  'da-bo': 'Đã bỏ quyết định. Trường hợp này trở lại danh sách chờ nếu danh sách vẫn còn trùng.',
};
