import { mailTrouble as text } from '../strings/outbox.ts';
import type { SenderFacts } from './post.ts';
import { readiness } from './standing.ts';
import type { MailStanding } from './trouble-store.ts';

/** A word about mails that do not leave, for every page of the office. */
export interface MailTrouble {
  readonly text: string;
  readonly href: string;
  /** Beside "Thư" in the navigation; '' where nobody has to do anything at once. */
  readonly mark: string;
}

/** What keeps mails from leaving, or `null` while all is well. */
export const mailTroubleOf = (
  sender: Pick<SenderFacts, 'identity'> | null,
  { failed, waiting, confirmedAs, trouble }: MailStanding,
): MailTrouble | null => {
  const state = readiness(sender, confirmedAs ?? undefined);
  if (failed > 0)
    return {
      text: text.failed(failed),
      href: '/thu?trang-thai=khong-gui-duoc',
      mark: text.mark(failed),
    };
  if (waiting === 0) return null;
  if (state === 'ready')
    return trouble === null
      ? null
      : { text: text.refused(waiting), href: '/thu', mark: text.mark(waiting) };
  // An office may well do without mail, so a server without settings is no alarm.
  if (state === 'missing') return { text: text.missing(waiting), href: '/thu', mark: '' };
  return { text: text.unconfirmed(waiting), href: '/thu', mark: text.mark(waiting) };
};
