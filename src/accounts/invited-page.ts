import { addSeconds, deadlineText } from '../kit/time.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import { linkSeconds } from './invitation.ts';
import type { InvitedPage } from './pages.ts';

/** The page that shows a new one-time link this once. */
export const invitedPage = (
  visit: SignedVisit,
  { name, units, token }: { name: string; units: readonly string[]; token: string },
): Answer =>
  view<InvitedPage>('accounts/invited', 'Liên kết đăng nhập', {
    name,
    units,
    link: `${visit.baseUrl}/lien-ket/${token}`,
    expires: deadlineText(addSeconds(visit.now, linkSeconds)),
  });
