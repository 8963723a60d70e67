import { addSeconds, deadlineText } from '../kit/time.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import { linkSeconds } from './invitation.ts';
import type { InvitedPage } from './pages.ts';

interface Invited {
  readonly name: string;
  readonly units: readonly string[];
  readonly token: string;
  /** The mail that carries the same link. */
  readonly mail?: { readonly id: string; readonly email: string; readonly held: string | null };
}

/** The page that shows a new one-time link this once. */
export const invitedPage = (visit: SignedVisit, { name, units, token, mail }: Invited): Answer =>
  view<InvitedPage>('accounts/invited', 'Liên kết đăng nhập', {
    name,
    units,
    link: `${visit.baseUrl}/lien-ket/${token}`,
    expires: deadlineText(addSeconds(visit.now, linkSeconds)),
    mailed: mail ? { email: mail.email, href: `/thu/${mail.id}` } : null,
    mailHeld: mail?.held ?? null,
  });
