import { dateTimeText } from '../kit/time.ts';
import { mailKindLabel } from '../strings/mail-kinds.ts';
import { wordsFor } from '../strings/mail-placeholders.ts';
import { textPageText, whenSent } from '../strings/mail-text-page.ts';
import { buttonText } from '../strings/outbox.ts';
import { composed } from './compose.ts';
import { type MailKind, mailKinds } from './mail.ts';
import { paragraphsOf } from './mail-page.ts';
import type { TextPage, TextsPage } from './text-pages.ts';
import { type MailText, neededIn, type Placeholder, placeholdersOf, type Values } from './texts.ts';
import type { OwnText } from './texts-store.ts';

/** The list of all texts. */
export const textsPath = '/mau-thu';

/** What a kind is called in addresses. */
const slugs: Readonly<Record<MailKind, string>> = {
  invitation: 'thu-moi',
  'sign-in-link': 'lien-ket-dang-nhap',
  reminder: 'thu-nhac',
  receipt: 'bien-nhan',
  returned: 'tra-lai',
  accepted: 'tiep-nhan',
  extended: 'gia-han',
  reopened: 'mo-lai',
  'counted-elsewhere': 'tinh-o-don-vi-khac',
  'e-file': 'tep-dien-tu',
  digest: 'ban-tin',
  test: 'thu-thu',
};

export const textPath = (kind: MailKind): string => `${textsPath}/${slugs[kind]}`;

/** The kind that an address names, or `undefined`. */
export const kindNamed = (slug: string): MailKind | undefined =>
  mailKinds.find((kind) => slugs[kind] === slug);

/** Every kind of mail, in the order of a campaign. */
export const textsList = (own: readonly OwnText[]): Omit<TextsPage, 'chrome'> => ({
  texts: mailKinds.map((kind) => ({
    label: mailKindLabel[kind],
    href: textPath(kind),
    when: whenSent[kind],
    origin: originOf(own.find((text) => text.kind === kind)),
  })),
});

const originOf = (own: OwnText | undefined): string =>
  own ? textPageText.changedBy(own.changedBy, dateTimeText(own.changedAt)) : textPageText.brought;

/** What the page of one text shows whatever stands in its form. */
export const aroundText = (
  kind: MailKind,
  own: OwnText | undefined,
): Pick<TextPage, 'label' | 'when' | 'origin' | 'path' | 'placeholders'> => ({
  label: mailKindLabel[kind],
  when: whenSent[kind],
  origin: originOf(own),
  path: textPath(kind),
  placeholders: placeholdersOf[kind].map((name) => ({
    written: `{${name}}`,
    ...wordsFor(kind, name),
    needed: neededIn[kind].includes(name),
  })),
});

/** A mail of this text with sample values, as its recipient sees it. */
export const previewOf = (kind: MailKind, text: MailText): TextPage['preview'] => {
  const names: readonly Placeholder[] = placeholdersOf[kind];
  const samples = Object.fromEntries(names.map((name) => [name, wordsFor(kind, name).sample]));
  const mail = composed(new Map([[kind, text]]), kind, samples as Values<MailKind>);
  return {
    subject: mail.subject,
    paragraphs: paragraphsOf(mail.body, { href: null, text: buttonText }),
  };
};
