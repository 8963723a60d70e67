import type { MailKind } from './mail.ts';

/** Subject and body with placeholders in braces: `{don_vi}`. `{lien_ket}` is where the button stands. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** The texts in use: the office's own where it has changed one, otherwise those of the product. */
export type Texts = ReadonlyMap<MailKind, MailText>;

/** In every mail: who is written to, which office writes, whom to ask. */
const always = ['nguoi_nhan', 'phong', 'lien_he'] as const;
const report = ['don_vi', 'dot', 'lien_ket', ...always] as const;
const version = ['lan_gui', 'luc_gui', 'so_lieu'] as const;

/**
 * The placeholders that a text of this kind may name. What each stands for, with a sample, is told in
 * `strings/mail-placeholders.ts`; the verb that writes the mail gives a value for each but `lien_ket`
 * (`phong` and `lien_he` by `officeValues`).
 */
export const placeholdersOf = {
  invitation: ['don_vi', 'han', 'het_han', 'lien_ket', ...always],
  'sign-in-link': ['het_han', 'lien_ket', ...always],
  reminder: ['han', 'con_lai', 'tinh_trang', 'loi_nhan', ...report],
  receipt: ['so_bien_nhan', ...version, 'dung_han', 'tep_kem', ...report],
  returned: ['lan_gui', 'ly_do', 'han', ...report],
  accepted: [...version, ...report],
  extended: ['han', 'ly_do', ...report],
  reopened: ['lan_gui', 'ly_do', 'han', ...report],
  'counted-elsewhere': ['dong', 'noi_tinh', ...report],
  'e-file': ['don_vi', 'dot', 'so_bien_nhan', ...version, 'dung_han', 'tep_kem', ...always],
  digest: ['ngay', 'so_lieu', 'lien_ket', ...always],
  test: ['luc_gui', ...always],
} as const satisfies Readonly<Record<MailKind, readonly string[]>>;

/** The placeholders of a kind. */
export type Placeholder<Kind extends MailKind = MailKind> = (typeof placeholdersOf)[Kind][number];

/** What the placeholders of a kind stand for in one mail; '' for what does not apply. */
export type Values<Kind extends MailKind> = Readonly<
  Record<Exclude<Placeholder<Kind>, 'lien_ket'>, string>
>;

/** Without these a mail of the kind would not do its work, so its text must name them. */
export const neededIn: Readonly<Record<MailKind, readonly Placeholder[]>> = {
  invitation: ['lien_ket'],
  'sign-in-link': ['lien_ket'],
  reminder: ['don_vi', 'han', 'loi_nhan', 'lien_ket'],
  receipt: ['don_vi', 'so_bien_nhan', 'so_lieu'],
  returned: ['don_vi', 'ly_do', 'lien_ket'],
  accepted: ['don_vi'],
  extended: ['don_vi', 'han', 'lien_ket'],
  reopened: ['don_vi', 'lien_ket'],
  'counted-elsewhere': ['don_vi', 'noi_tinh', 'lien_ket'],
  'e-file': ['don_vi'],
  digest: ['so_lieu'],
  test: [],
};

/** The button, and values that take several lines: they stand in the body alone. */
export const bodyOnly: readonly Placeholder[] = ['lien_ket', 'so_lieu', 'ly_do', 'loi_nhan'];

/** In characters; what people type may not be longer. */
export const longestSubject = 150;
export const longestBody = 5000;
