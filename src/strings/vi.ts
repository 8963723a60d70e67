import type { Role } from '../accounts/account.ts';
import type { Opening } from '../campaigns/campaign.ts';
import type { Problem, ProblemCode, ProblemDetails } from '../kit/problem.ts';
import { countText } from '../kit/ratio.ts';
import type { ClaimedTwice } from '../participants/duplicates.ts';
import type { Fault, FaultCode, Warning, WarningCode } from '../reports/check.ts';
import type { ReportEventKind, ReportState } from '../reports/report.ts';
import type { Badge } from '../web/chrome.ts';

/** Every sentence that code makes. Static text stands in its view. */

type Details = ProblemDetails;
type Sentence = string | ((details: Details) => string);

const say = (sentence: Sentence, details: Details): string =>
  typeof sentence === 'string' ? sentence : sentence(details);

/** A figure inside a sentence: whole numbers with their thousands marked. */
const figure = (value: string | number | undefined): string =>
  typeof value === 'number' ? countText(value) : String(value ?? '');

const problems = {
  'not-found': 'Không tìm thấy trang này. Kiểm tra lại địa chỉ, hoặc quay về trang đầu.',
  'signed-out': 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục; bản nháp còn nguyên.',
  'not-allowed': 'Tài khoản của anh/chị không dùng trang này.',
  'form-from-elsewhere':
    'Biểu mẫu này được gửi từ một trang khác nên không được nhận. Mở lại trang rồi làm lại.',
  'form-too-large': 'Nội dung gửi lên quá lớn (tối đa 2 MB). Chia danh sách thành nhiều lần dán.',
  'too-many-rows': ({ rows, most }) =>
    `Danh sách có ${figure(rows)} dòng, tối đa ${figure(most)}. Bỏ bớt dòng rồi lưu lại; bản nháp đã lưu trước đó còn nguyên.`,
  'form-unreadable': 'Không đọc được nội dung gửi lên. Quay lại trang trước và gửi lại.',
  'form-outdated': 'Trang mở đã lâu nên không còn dùng được. Mở lại trang rồi làm lại.',
  'sign-in-failed':
    'Mã đơn vị, email hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt, hoặc gọi phòng Nội vụ để nhận liên kết đăng nhập.',
  'sign-in-throttled': ({ minutes }) =>
    `Đã thử sai quá nhiều lần. Chờ ${figure(minutes)} phút rồi thử lại, hoặc gọi phòng Nội vụ để nhận liên kết đăng nhập.`,
  'link-spent':
    'Liên kết này đã được dùng hoặc đã hết hạn. Gọi phòng Nội vụ để nhận liên kết mới, hoặc đăng nhập bằng mật khẩu.',
  'password-too-short': ({ least }) =>
    `Mật khẩu cần ít nhất ${figure(least)} ký tự. Có thể dùng một câu dễ nhớ.`,
  'password-too-common':
    'Mật khẩu này quá dễ đoán (lặp một ký tự, dãy liền nhau hoặc trùng email). Chọn một câu dễ nhớ khác.',
  'name-missing': 'Chưa nhập họ và tên.',
  'email-invalid': 'Địa chỉ email chưa đúng. Nhập dạng ten@coquan.vn.',
  'email-taken': 'Email này đã có tài khoản. Tạo liên kết đăng nhập mới cho tài khoản đó.',
  'role-unknown': 'Chưa chọn vai trò. Chọn một vai trò trong danh sách.',
  'unit-missing': 'Chưa chọn đơn vị. Cán bộ đầu mối phải thuộc một đơn vị.',
  'account-inactive': 'Tài khoản này đã ngừng dùng. Gọi phòng Nội vụ để được mở lại.',
  'campaign-not-open': ({ opens }) => `Đợt báo cáo chưa mở. Bắt đầu nhận từ ${figure(opens)}.`,
  'campaign-closed': ({ phone }) =>
    phone
      ? `Đợt báo cáo đã đóng. Gọi phòng Nội vụ theo số ${phone} để được mở lại. Nội dung đã nhập còn nguyên.`
      : 'Đợt báo cáo đã đóng. Gọi phòng Nội vụ để được mở lại. Nội dung đã nhập còn nguyên.',
  'draft-locked':
    'Báo cáo đã gửi nên không sửa được. Bấm Thu hồi để sửa (khi chờ tiếp nhận), hoặc gọi phòng Nội vụ để mở lại.',
  'draft-changed-elsewhere': ({ by, at }) =>
    `${by} vừa sửa báo cáo này lúc ${at}. Xem chỗ khác nhau rồi chọn bản giữ lại; nội dung đang nhập chưa mất.`,
  'draft-has-faults': 'Báo cáo còn chỗ cần sửa trước khi gửi.',
  'warnings-unconfirmed': 'Tích "Tôi đã xem" ở từng chỗ cần xem lại rồi gửi.',
  'reason-missing': 'Chưa ghi lý do. Ghi rõ để đơn vị biết cần làm gì.',
  'reason-too-long': ({ most }) => `Lý do dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'state-changed':
    'Báo cáo vừa có thay đổi khác (đơn vị gửi lại, hoặc người khác đã xử lý). Xem lại bản mới nhất rồi quyết định.',
  'export-busy': 'Đang có nhiều người tải phụ lục. Chờ vài giây rồi bấm lại.',
  'server-already-running':
    'Thư mục dữ liệu này đang được một máy chủ khác dùng. Dừng máy chủ đó trước, hoặc chọn DATA_DIR khác.',
} satisfies Record<ProblemCode, Sentence>;

/** The sentence for a refusal: what is wrong and how to mend it. */
export const problemText = (problem: Pick<Problem, 'code' | 'details'>): string =>
  say(problems[problem.code], problem.details);

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
  'same-name-twice': ({ rows, name }) =>
    `Các dòng ${rows} trùng họ tên "${name}". Nếu là những người khác nhau, tích "Tôi đã xem"; nếu trùng, quay lại xóa bớt dòng.`,
} satisfies Record<WarningCode, Sentence>;

/** The sentence for something to be confirmed before sending. */
export const warningText = (warning: Pick<Warning, 'code' | 'details'>): string =>
  say(warnings[warning.code], warning.details);

const lower = (word: string | number | undefined): string =>
  String(word ?? '').toLocaleLowerCase('vi');

const short = (text: string | number | undefined): string => {
  const whole = String(text ?? '');
  return whole.length > 40 ? `${whole.slice(0, 40)}…` : whole;
};

export const stateForUnit: Record<ReportState, Badge> = {
  not_started: { label: 'Chưa báo cáo', tone: 'grey' },
  draft: { label: 'Đang nhập (đã lưu nháp)', tone: 'grey' },
  submitted: { label: 'Đã gửi, chờ tiếp nhận', tone: 'blue' },
  returned: { label: 'Cần sửa (đã trả lại)', tone: 'amber' },
  accepted: { label: 'Đã tiếp nhận', tone: 'green' },
  exempt: { label: 'Không thuộc diện báo cáo', tone: 'grey' },
};

export const stateForOffice: Record<ReportState, Badge> = {
  not_started: { label: 'Chưa báo cáo', tone: 'grey' },
  draft: { label: 'Đang nhập', tone: 'grey' },
  submitted: { label: 'Đã gửi, chờ xem', tone: 'blue' },
  returned: { label: 'Đã trả lại', tone: 'amber' },
  accepted: { label: 'Đã tiếp nhận', tone: 'green' },
  exempt: { label: 'Không thuộc diện', tone: 'grey' },
};

export const openingBadge: Record<Opening, Badge> = {
  'not-yet': { label: 'Chưa mở', tone: 'grey' },
  open: { label: 'Đang mở', tone: 'green' },
  closed: { label: 'Đã đóng', tone: 'dark' },
};

export const eventText: Record<ReportEventKind, string> = {
  sent: 'Gửi báo cáo',
  withdrawn: 'Thu hồi để sửa',
  returned: 'Trả lại',
  accepted: 'Tiếp nhận',
  reopened: 'Mở lại',
  extended: 'Gia hạn',
};

export const roleLabel: Record<Role, string> = {
  clerk: 'Cán bộ đầu mối',
  office: 'Phòng Nội vụ',
  admin: 'Quản trị',
};

/** Why a report can't be edited now, and what to do. */
export const lockedText = {
  submitted:
    'Báo cáo đã gửi và đang chờ phòng Nội vụ tiếp nhận. Cần sửa thì bấm Thu hồi để sửa rồi gửi lại.',
  accepted:
    'Phòng Nội vụ đã tiếp nhận báo cáo nên số liệu được khóa. Cần sửa thì gọi phòng Nội vụ để mở lại.',
  exempt: 'Đơn vị không thuộc diện báo cáo trong đợt này.',
  'not-yet': (opens: string) => `Đợt báo cáo chưa mở. Bắt đầu nhập từ ${opens}.`,
  closed: (phone: string | null) =>
    `Đợt báo cáo đã đóng nên không sửa và gửi được nữa; nội dung đã nhập còn nguyên. Gọi phòng Nội vụ${phone ? ` theo số ${phone}` : ''} để được mở lại.`,
} as const;

export const nothingPastedText =
  'Không tìm thấy dòng nào trong nội dung đã dán. Sao chép vùng ô trong Excel (cột đầu là họ và tên) rồi dán lại.';

/** Rule 6, for the clerk who is mending a report that was sent before. */
export const stillCountsText = (version: number): string =>
  `Bản gửi ${version} vẫn được tính vào Phụ lục cho đến khi anh/chị gửi bản mới.`;

/** Rule 9 across units, told to both units and to the office. */
export const elsewhereText = ({ row, name, units }: ClaimedTwice): string =>
  `Dòng ${row} (${name}) cũng có trong báo cáo của ${units.join('; ')}. Nếu là một người, thống nhất người này thuộc đơn vị nào rồi giữ ở một nơi.`;

export const onTimeBadge: Badge = { label: 'Đúng hạn', tone: 'green' };

/** Said on the review page when sending now would be late. */
export const lateNoticeText = (deadline: string): string =>
  `Đã quá hạn ${deadline}. Vẫn gửi được; báo cáo sẽ ghi "Gửi muộn".`;

/** What the office reads about a report that has nothing to decide on right now, or `null`. */
export const officeExplanation = (
  state: ReportState,
  isBeingMended: boolean,
  isOpen: boolean,
): string | null => {
  if (isBeingMended)
    return 'Đơn vị đang sửa báo cáo. Phụ lục vẫn tính theo bản gửi cuối cùng cho đến khi có bản mới.';
  if (state === 'exempt') return 'Đơn vị không thuộc diện báo cáo trong đợt này.';
  if (state === 'draft')
    return 'Đơn vị đang nhập, chưa gửi lần nào. Số liệu nháp chỉ đơn vị nhìn thấy.';
  if (state === 'not_started')
    return isOpen ? 'Đơn vị chưa nhập gì.' : 'Đơn vị chưa báo cáo; đợt báo cáo không mở.';
  return null;
};

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

export const noticeText = {
  'session-ended':
    'Phiên làm việc đã hết sau 60 phút không thao tác. Đăng nhập lại để tiếp tục; nội dung vừa nhập còn nguyên.',
  'signed-out': 'Đã đăng xuất.',
  'sign-in-first': 'Đăng nhập để mở trang này.',
  accepted: 'Đã tiếp nhận báo cáo.',
  returned: 'Đã trả lại báo cáo cho đơn vị.',
  reopened: 'Đã mở lại báo cáo để đơn vị sửa.',
} as const;

/** How somebody can sign in. */
export const standingText = {
  password: 'Có mật khẩu',
  link: 'Chưa đặt mật khẩu',
} as const;
