import type { Role } from '../accounts/account.ts';

export const roleLabel: Record<Role, string> = {
  clerk: 'Cán bộ đầu mối',
  office: 'Phòng Nội vụ',
  admin: 'Quản trị',
};

/** How somebody can sign in. */
export const standingText = {
  link: 'Chưa đặt mật khẩu',
  never: 'Chưa đăng nhập lần nào',
  deactivated: 'Đã ngừng',
} as const;

/** The filter "tình trạng" of the list of people: words of the address → labels. */
export const peopleFilterLabel = {
  '': 'Đang dùng (tất cả)',
  'chua-vao': 'Chưa đăng nhập lần nào',
  'mat-khau': 'Đã có mật khẩu',
  'da-ngung': 'Đã ngừng',
} as const;

/** The filter of the hand-outs: words of the address → labels. */
export const handOutFilterLabel = {
  'chua-vao': 'Chưa đăng nhập lần nào',
  'khong-email': 'Không có email',
  'tat-ca': 'Tất cả',
} as const;

/** What was just done, said above the page that it leads back to. */
export const accountNotice: Readonly<Record<string, string>> = {
  'da-luu': 'Đã lưu tài khoản.',
  'da-moi': 'Lời mời mới đã vào hàng chờ gửi. Liên kết cũ hết hiệu lực.',
  'da-ra': 'Đã đăng xuất tài khoản này ở mọi nơi.',
  'da-ngung':
    'Đã ngừng tài khoản: các phiên đã kết thúc, liên kết cũ hết hiệu lực, không đăng nhập được nữa.',
  'da-mo': 'Tài khoản dùng lại được. Nếu người này quên mật khẩu, tạo liên kết đăng nhập mới.',
  'mat-khau': 'Đã đổi mật khẩu. Các phiên khác đã kết thúc.',
  phien: 'Đã kết thúc phiên.',
  'noi-khac': 'Đã đăng xuất ở mọi nơi khác.',
};

/** Who writes while there is no campaign to name the office. */
export const officeUnnamed = {
  office: 'Phòng Nội vụ',
  contactName: '',
  contactPhone: null,
} as const;

/** The name of the account that a unit without a clerk gets for its hand-out. */
export const clerkOf = (unit: string): string => `Cán bộ đầu mối ${unit}`;
