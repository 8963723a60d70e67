import type { Tx } from '../db/schema.ts';
import { invitationsFollow, linksElsewhere } from '../mail/invitations-store.ts';
import { withdrawLinksHashed } from './links-store.ts';

/**
 * Somebody's e-mail is another one now, or none. An invitation that has not left yet goes to the new
 * address; a link that has gone to the old one may be in strange hands and opens nothing any more.
 */
export const addressChanged = async (
  tx: Tx,
  accountId: string,
  address: string | null,
  at: string,
): Promise<void> => {
  if (address !== null) await invitationsFollow(tx, { accountId, address, at });
  await withdrawLinksHashed(tx, await linksElsewhere(tx, accountId, address), at);
};
