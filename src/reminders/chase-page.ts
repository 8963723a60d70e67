import { dateTimeText } from '../kit/time.ts';
import { stateBadge, stateTime } from '../mail/outbox-page.ts';
import { mailKindLabel } from '../strings/mail-kinds.ts';
import { byItselfText, calledText } from '../strings/reminders.ts';
import type { Badge } from '../web/chrome.ts';
import type { CallToUnit } from './calls-store.ts';
import type { MailToUnit } from './chase-store.ts';

/** One mail or call to a unit, ready to be shown. */
export interface ChaseLine {
  readonly at: string;
  readonly kind: string;
  /** The mail's own page; '' for a call. */
  readonly href: string;
  /** The address, or what was noted of a call. */
  readonly recipient: string;
  /** Who had it sent or called, or that it went by itself. */
  readonly by: string;
  /** Null for a call. */
  readonly state: Badge | null;
  /** When it was sent, given up or is tried next. */
  readonly stateAt: string;
}

/** Mails and calls together, the newest first. */
export const chaseLines = (
  mails: readonly MailToUnit[],
  calls: readonly CallToUnit[],
  now: string,
): ChaseLine[] =>
  [
    ...mails.map((mail) => ({ at: mail.createdAt, line: mailLine(mail, now) })),
    ...calls.map((call) => ({ at: call.at, line: callLine(call) })),
  ]
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .map(({ line }) => line);

const mailLine = (mail: MailToUnit, now: string): ChaseLine => ({
  at: dateTimeText(mail.createdAt),
  kind: mailKindLabel[mail.kind],
  href: `/thu/${mail.id}`,
  recipient: mail.recipient,
  by: mail.by ?? byItselfText,
  state: stateBadge(mail.state),
  stateAt: stateTime(mail, now),
});

const callLine = ({ at, note, by }: CallToUnit): ChaseLine => ({
  at: dateTimeText(at),
  kind: calledText,
  href: '',
  recipient: note,
  by,
  state: null,
  stateAt: '',
});
