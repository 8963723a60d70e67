import type { RowFault, RowFaultCode } from '../catalogue/catalogue.ts';
import type { ProblemCode } from '../kit/problem.ts';
import { problemText } from './problems.ts';
import { figure, type Sentence, say, short } from './sentence.ts';

/** The two sheets of the workbook, as they are written and looked for. */
export const sheetNames = { units: 'Đơn vị', accounts: 'Tài khoản' } as const;

export const unitHeadings = {
  group: 'Nhóm',
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  contactName: 'Người liên hệ',
  email: 'Email',
  phone: 'Điện thoại',
} as const;

export const accountHeadings = {
  name: 'Họ và tên',
  email: 'Email',
  phone: 'Điện thoại',
  role: 'Vai trò',
  units: 'Mã đơn vị',
} as const;

export const resultHeading = 'Kết quả';

const rowFaults: Record<RowFaultCode, Sentence> = {
  'row-formula': 'Ô này là công thức. Gõ thẳng giá trị vào ô (hoặc sao chép rồi Dán giá trị).',
  'row-group-unknown': ({ codes }) =>
    `Không có nhóm này. Ghi mã của một nhóm đang có: ${codes}; hoặc thêm nhóm ở trang Đơn vị trước.`,
  'row-code-twice': ({ at }) =>
    `Mã này đã có ở ô ${at}. Mỗi đơn vị chỉ một dòng: sửa mã hoặc xóa một dòng.`,
  'row-unit-inactive':
    'Đơn vị mang mã này đã ngừng hoạt động. Cho hoạt động lại ở trang Đơn vị, hoặc dùng mã khác.',
  'row-unit-unknown': ({ unit, mended }) =>
    mended
      ? `Không có đơn vị mang mã "${short(unit)}". Dùng: ${mended}`
      : `Không có đơn vị mang mã "${short(unit)}". Ghi đúng mã ở trang tính Đơn vị (dòng của đơn vị đó không được còn lỗi).`,
  'row-account-twice': ({ at }) => `Người này đã có ở ô ${at}. Xóa một dòng.`,
  'row-account-inactive':
    'Tài khoản có email này đã ngừng dùng. Mở lại ở trang Tài khoản, hoặc ghi email khác.',
  'row-role-unknown':
    'Không có vai trò này. Ghi Cán bộ đầu mối, Phòng Nội vụ, Quản trị, hoặc để trống.',
  'row-role-forbidden':
    'Chỉ quản trị mới thêm được người của phòng Nội vụ. Nhờ quản trị tải tệp này lên, hoặc xóa dòng này.',
  'row-role-differs': ({ role }) =>
    `Người này đang là ${role}. Tệp không đổi vai trò: ghi lại vai trò cũ, hoặc đổi ở trang Tài khoản.`,
  'row-account-foreign':
    'Chỉ quản trị mới sửa được tài khoản của phòng Nội vụ. Ghi lại như cũ, hoặc nhờ quản trị.',
  'row-units-missing': 'Chưa ghi mã đơn vị. Cán bộ đầu mối phải thuộc ít nhất một đơn vị.',
};

const isOfRow = (code: RowFaultCode | ProblemCode): code is RowFaultCode => code in rowFaults;

/** What is wrong with a row and how to mend it. */
export const faultText = ({ code, details }: Omit<RowFault, 'cell'>): string =>
  isOfRow(code) ? say(rowFaults[code], details) : problemText({ code, details });

/** What became of a row, in the result column. */
export const resultText = {
  unit: { added: 'Đã thêm', changed: 'Đã sửa', same: 'Không đổi' },
  account: { added: 'Đã tạo', changed: 'Đã sửa', same: 'Đã có, không đổi' },
  faulty: (faults: string) => `Lỗi: ${faults}`,
  /** Of a new account, where invitations went out by mail. */
  invited: (byMail: boolean) =>
    byMail ? 'Đã tạo, lời mời gửi qua thư' : 'Đã tạo, chưa có email: in phiếu mời',
} as const;

/** The parts of "3 đơn vị mới, 2 đơn vị sửa …"; what is nothing is left out. */
export const countsText = (counts: {
  readonly unitsAdded: number;
  readonly unitsChanged: number;
  readonly accountsAdded: number;
  readonly accountsChanged: number;
  readonly retired?: number;
}): string =>
  [
    [counts.unitsAdded, 'thêm', 'đơn vị'] as const,
    [counts.unitsChanged, 'sửa', 'đơn vị'] as const,
    [counts.accountsAdded, 'thêm', 'tài khoản'] as const,
    [counts.accountsChanged, 'sửa', 'tài khoản'] as const,
    [counts.retired ?? 0, 'ngừng hoạt động', 'đơn vị'] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, verb, noun]) => `${verb} ${figure(count)} ${noun}`)
    .join(', ');

export const catalogueText = {
  nothingDone: 'Không có gì thay đổi.',
  done: (counts: string) => `Đã ${counts}.`,
  blank: 'trống',
  apply: (counts: string) => `Áp dụng: ${counts}`,
  applyMissing: 'Áp dụng các ô đã tích',
} as const;
