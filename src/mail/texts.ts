import type { MailKind } from './mail.ts';

/** Subject and body with placeholders in braces: `{don_vi}`. `{lien_ket}` is where the button stands. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** The texts in use: the office's own where it has changed one, otherwise those of the product. */
export type Texts = ReadonlyMap<MailKind, MailText>;

/** The placeholders that a text of this kind may name. */
export const placeholdersOf: Readonly<Record<MailKind, readonly string[]>> = {
  invitation: ['nguoi_nhan', 'don_vi', 'het_han', 'phong', 'lien_he', 'lien_ket'],
  'sign-in-link': ['nguoi_nhan', 'het_han', 'phong', 'lien_he', 'lien_ket'],
  reminder: [
    'nguoi_nhan',
    'don_vi',
    'dot',
    'han',
    'con_lai',
    'tinh_trang',
    'loi_nhan',
    'phong',
    'lien_he',
    'lien_ket',
  ],
  receipt: [
    'nguoi_nhan',
    'don_vi',
    'dot',
    'so_bien_nhan',
    'lan_gui',
    'luc_gui',
    'dung_han',
    'so_lieu',
    'phong',
    'lien_he',
    'lien_ket',
  ],
  returned: ['nguoi_nhan', 'don_vi', 'dot', 'ly_do', 'han', 'phong', 'lien_he', 'lien_ket'],
  accepted: ['nguoi_nhan', 'don_vi', 'dot', 'luc_gui', 'so_lieu', 'phong', 'lien_he', 'lien_ket'],
  extended: ['nguoi_nhan', 'don_vi', 'dot', 'han', 'ly_do', 'phong', 'lien_he', 'lien_ket'],
  reopened: ['nguoi_nhan', 'don_vi', 'dot', 'ly_do', 'han', 'phong', 'lien_he', 'lien_ket'],
  'e-file': ['don_vi', 'dot', 'so_bien_nhan', 'lan_gui', 'luc_gui', 'dung_han', 'so_lieu'],
  digest: ['nguoi_nhan', 'ngay', 'so_lieu', 'phong', 'lien_ket'],
  test: ['nguoi_nhan', 'luc_gui', 'phong'],
};
