import type { MailKind } from '../mail/mail.ts';
import type { MailText } from '../mail/texts.ts';

/** The texts that the product brings; the office can change each of them. */
export const defaultTexts: ReadonlyMap<MailKind, MailText> = new Map<MailKind, MailText>([
  [
    'reminder',
    {
      subject: '{con_lai}: {don_vi} {tinh_trang}',
      body: 'Kính gửi {nguoi_nhan},\n\n{don_vi} {tinh_trang}. Hạn gửi: {han}.\n\n{loi_nhan}\n\n{lien_ket}\n\n{phong}\n{lien_he}',
    },
  ],
]);
