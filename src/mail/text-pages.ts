import type { EventLine } from '../reports/pages.ts';
import type { Chrome, ErrorLine } from '../web/chrome.ts';
import type { Paragraph } from './outbox-pages.ts';

/** mail/texts: every kind of mail with its text. */
export interface TextsPage {
  readonly chrome: Chrome;
  readonly texts: readonly {
    readonly label: string;
    readonly href: string;
    /** When it goes out, and to whom. */
    readonly when: string;
    /** The product's, or who changed it last. */
    readonly origin: string;
  }[];
}

/** mail/texts-edit: one text, to be changed. */
export interface TextPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly label: string;
  readonly when: string;
  readonly origin: string;
  readonly path: string;
  readonly typed: { readonly subject: string; readonly body: string };
  /** Which text the form was made from. */
  readonly seen: string;
  /** What a colleague has stored meanwhile; `null`: nothing. */
  readonly elsewhere: { readonly subject: string; readonly body: string } | null;
  readonly placeholders: readonly {
    readonly written: string;
    readonly meaning: string;
    readonly sample: string;
    readonly needed: boolean;
  }[];
  /** The mail with sample values; `null` while the text can't be used. */
  readonly preview: {
    readonly subject: string;
    readonly paragraphs: readonly Paragraph[];
  } | null;
  readonly events: readonly EventLine[];
}
