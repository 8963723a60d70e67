import type { Context } from '../context.ts';
import { sendingStands } from '../mail/ready-store.ts';
import { invitationsHeld } from '../strings/invitations.ts';

/** Whether invitations leave now: `null`, or what holds them, in words. */
export const heldInvitations = async ({ db, post }: Context): Promise<string | null> =>
  invitationsHeld[await sendingStands(db, post.sender)];

/** Whether a mail that is written now is sent now. */
export const mailsLeave = async ({ db, post }: Context): Promise<boolean> =>
  (await sendingStands(db, post.sender)) === 'ready';
