import type { Role } from '../accounts/account.ts';

export const roleLabel: Record<Role, string> = {
  clerk: 'Cán bộ đầu mối',
  office: 'Phòng Nội vụ',
  admin: 'Quản trị',
};

/** How somebody can sign in. */
export const standingText = {
  password: 'Có mật khẩu',
  link: 'Chưa đặt mật khẩu',
} as const;
