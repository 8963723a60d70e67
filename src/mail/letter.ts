import { openAt } from '../strings/delivery.ts';
import { buttonText } from '../strings/outbox.ts';
import type { Handed } from './failure.ts';
import { linkSpot } from './mail.ts';
import { paragraphsOf } from './mail-page.ts';
import type { Paragraph } from './outbox-pages.ts';
import type { MailFrom } from './smtp-server.ts';

/** A file that goes with a letter. */
export interface LetterFile {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

/** A mail as it is handed to the mail server: to one recipient, all made. */
export interface Letter {
  /** In angle brackets; the same at every try. */
  readonly messageId: string;
  readonly from: MailFrom;
  readonly to: MailFrom;
  readonly replyTo: string | null;
  /** In angle brackets; `null` for mails to one person about no campaign. */
  readonly listId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly files: readonly LetterFile[];
}

/** Hands letters to a mail server, or only says so. */
export interface Carrier {
  /** Never throws: what went wrong is in the answer. */
  hand(letter: Letter): Promise<Handed>;
  /** Breaks off what is under way. */
  close(): void;
}

/** What the HTML part of a mail is made from. */
export interface MessagePage {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}

/** The plain part: the button is a line with its address. `address`: '' for none. */
export const plainText = (body: string, address: string): string =>
  body
    .split(/\n{2,}/)
    .map((paragraph) => {
      if (paragraph.trim() !== linkSpot) return paragraph.replaceAll(linkSpot, '');
      return address === '' ? '' : openAt(address);
    })
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n');

/** The HTML part's content. `address`: where the button leads, '' for none. */
export const messagePage = (subject: string, body: string, address: string): MessagePage => ({
  subject,
  paragraphs: paragraphsOf(body, address === '' ? null : { href: address, text: buttonText }),
});

/** The Message-ID of a mail, from its id and the address that it is from. */
export const messageIdOf = (mailId: string, from: MailFrom): string =>
  `<${mailId}@${domainOf(from)}>`;

/** The list that a campaign's mails belong to, so that mail programs can sort them: RFC 2919. */
export const listIdOf = (campaignCode: string, from: MailFrom): string =>
  `<${campaignCode}.phu-luc.${domainOf(from)}>`;

const domainOf = ({ address }: MailFrom): string => address.slice(address.lastIndexOf('@') + 1);
