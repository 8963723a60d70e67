/** What mails are written for. */
export const mailKinds = [
  'invitation',
  'sign-in-link',
  'reminder',
  'receipt',
  'returned',
  'accepted',
  'extended',
  'reopened',
  'counted-elsewhere',
  'e-file',
  'digest',
  'test',
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * `waiting` (also while a sender holds it) → `sent`, or `failed` (given up), or `dropped` (no longer
 * needed: the unit has sent, the link was spent, its time has passed).
 */
export type MailState = 'waiting' | 'sent' | 'failed' | 'dropped';

/** Where the button stands in a mail's text; a sign that nobody types and every value is freed of. */
export const linkSpot = '\uE000';

/** A file that is made when the mail is sent, from what does not change any more. */
export type Attachment =
  | { readonly kind: 'e-file'; readonly reportId: string; readonly version: number }
  /** The written report of the same version. */
  | { readonly kind: 'paper'; readonly reportId: string; readonly version: number }
  | {
      readonly kind: 'deadline';
      /** The same for all editions of one unit's deadline, so that a calendar replaces the older one. */
      readonly uid: string;
      readonly sequence: number;
      readonly title: string;
      /** The first instant that is late. */
      readonly dueAt: string;
    };

/** Somebody a mail can go to. */
export interface Recipient {
  readonly address: string;
  readonly name: string;
  readonly accountId: string | null;
}

/** A mail as it is put into the outbox. */
export interface NewMail {
  /** Given where a one-time link is derived from it; otherwise one is made. */
  readonly id?: string;
  /** Unique: the same occasion never makes a second mail. Ends with the recipient's address. */
  readonly occasion: string;
  readonly kind: MailKind;
  readonly to: Recipient;
  readonly replyTo: string | null;
  readonly campaignId: string | null;
  readonly unitId: string | null;
  readonly subject: string;
  /** Paragraphs of plain text; `linkSpot` on a line of its own is the button. */
  readonly body: string;
  /** Where the button leads, below the product's address; '' for none. */
  readonly path: string;
  readonly linkHash?: string;
  readonly attachments?: readonly Attachment[];
  /** Not tried before; now when left out. */
  readonly dueAt?: string;
  readonly expiresAt?: string;
  readonly createdBy: string | null;
}

/** Who waits for a link goes first, mass mails go last. */
export const urgencyOf: Readonly<Record<MailKind, number>> = {
  test: 0,
  'sign-in-link': 0,
  receipt: 1,
  returned: 1,
  reopened: 1,
  'counted-elsewhere': 2,
  extended: 1,
  accepted: 2,
  'e-file': 2,
  invitation: 3,
  digest: 3,
  reminder: 4,
};
