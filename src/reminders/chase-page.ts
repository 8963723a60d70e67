import { dateTimeText } from '../kit/time.ts';
import { stateBadge, stateTime } from '../mail/outbox-page.ts';
import { mailKindLabel } from '../strings/mail-kinds.ts';
import { byItselfText } from '../strings/reminders.ts';
import type { Badge } from '../web/chrome.ts';
import type { MailToUnit } from './chase-store.ts';

/** One mail to a unit, ready to be shown. */
export interface ChaseLine {
  readonly at: string;
  readonly kind: string;
  readonly href: string;
  readonly recipient: string;
  /** Who had it sent, or that it went by itself. */
  readonly by: string;
  readonly state: Badge;
  /** When it was sent, given up or is tried next. */
  readonly stateAt: string;
}

export const chaseLine = (mail: MailToUnit, now: string): ChaseLine => ({
  at: dateTimeText(mail.createdAt),
  kind: mailKindLabel[mail.kind],
  href: `/thu/${mail.id}`,
  recipient: mail.recipient,
  by: mail.by ?? byItselfText,
  state: stateBadge(mail.state),
  stateAt: stateTime(mail, now),
});
