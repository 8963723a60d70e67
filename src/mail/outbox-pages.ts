import type { Pager } from '../strings/pager.ts';
import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the office's views of mails are given. All texts are ready to be shown. */

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Where the value leads, or null. */
  readonly href: string | null;
}

/** How sending stands. */
export interface Standing {
  readonly state: Badge;
  readonly text: string;
  readonly facts: readonly Fact[];
  /** What the mail server said that holds all mails, or null while all is well. */
  readonly trouble: string | null;
  /** Offered while a confirmation is missing: what is confirmed, and what would leave then. */
  readonly confirm: { readonly identity: string; readonly text: string } | null;
  /** Campaigns whose electronic files wait for a word about the mailbox. */
  readonly held: readonly {
    readonly campaign: string;
    readonly text: string;
    readonly href: string;
  }[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface MailRowShown {
  readonly href: string;
  readonly kind: string;
  readonly unit: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: Badge;
  readonly at: string;
  /** The server's words, why it was dropped, the Message-ID, or ''. */
  readonly note: string;
  readonly canResend: boolean;
}

/** mail/outbox */
export interface OutboxPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly standing: Standing;
  readonly testMail: {
    readonly address: string;
    /** The server can be reached at all. */
    readonly possible: boolean;
    readonly result: {
      readonly text: string;
      readonly good: boolean;
      readonly href: string;
    } | null;
  };
  readonly counts: readonly {
    readonly label: string;
    readonly count: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly filter: {
    readonly q: string;
    readonly state: string;
    readonly kind: string;
    readonly campaign: string;
  };
  /** The same as hidden fields, and as one text that leads back. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly back: string;
  readonly kindOptions: readonly Choice[];
  readonly campaignOptions: readonly Choice[];
  readonly rows: readonly MailRowShown[];
  readonly found: string;
  /** Failed mails of the filter, whatever the chosen state. */
  readonly failed: number;
  /** There is no mail at all. */
  readonly isEmpty: boolean;
  readonly isFiltered: boolean;
  readonly pager: Pager | null;
}

/** One piece of a mail's body: some lines, or the button. */
export type Paragraph =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly href: string | null; readonly text: string };

/** mail/mail: one mail as the office sees it. */
export interface OneMailPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly subject: string;
  readonly state: Badge;
  readonly note: string;
  readonly error: string | null;
  readonly facts: readonly Fact[];
  readonly paragraphs: readonly Paragraph[];
  readonly plain: string;
  /** What they are, and where the office can open them, or null. */
  readonly attachments: readonly { readonly text: string; readonly href: string | null }[];
  /** What a mail waits for besides its turn, and where that is done; or null. */
  readonly hold: { readonly text: string; readonly href: string } | null;
  /** `/thu/<id>`; actions are POSTed below it. */
  readonly path: string;
  readonly canResend: boolean;
  readonly canDrop: boolean;
  /** Why it can't be sent again, or null. */
  readonly outlived: string | null;
  /** The mended address that it would go to, or null when that is the same. */
  readonly newAddress: string | null;
  /** Offered for a mail that was sent: how many copies there are, posted against a second click. */
  readonly onceMore: { readonly copies: number } | null;
  /** The recipient's account, or null. */
  readonly account: string | null;
}

/** mail/campaign: the electronic file of a campaign. */
export interface CampaignMailPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  readonly path: string;
  readonly editPath: string;
  readonly mailbox: string | null;
  readonly state: Badge;
  readonly isOn: boolean;
  /** Whether the campaign's mailbox is the confirmed one. */
  readonly isConfirmed: boolean;
  /** By whom and when, or which other one was confirmed before; or null. */
  readonly confirmedText: string | null;
  readonly waiting: string;
  readonly sendingText: string | null;
  readonly remindersPath: string;
  readonly outboxPath: string;
}

/** mail/mailbox: the demo's mailbox. */
export interface MailboxPage {
  readonly chrome: Chrome;
  readonly found: string;
  readonly rows: readonly {
    readonly href: string;
    readonly to: string;
    readonly subject: string;
    readonly at: string;
  }[];
  readonly pager: Pager | null;
}

/** mail/mailbox-mail: one mail of it. */
export interface MailboxMailPage {
  readonly chrome: Chrome;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly at: string;
  readonly paragraphs: readonly Paragraph[];
  readonly attachments: readonly { readonly text: string; readonly href: string }[];
}
