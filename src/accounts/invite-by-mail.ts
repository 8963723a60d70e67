import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { Doer } from '../history/store.ts';
import { openDeadlines } from '../reports/deadlines-store.ts';
import { linkSeconds } from './invitation.ts';
import { withdrawLinksOf } from './links-store.ts';
import { type MailedLink, mailLinks, writingOf } from './mail-links.ts';
import { type Addressee, invitationMail } from './one-time-mail.ts';
import { type AccountCard, accountCard } from './people-store.ts';
import { addAccount } from './store.ts';
import { checkAccount, type TypedAccount } from './typed-account.ts';

/** How invitations go out this time. */
export interface Inviting {
  /** The server's secret, from which the links are derived. */
  readonly secret: string;
  /** The same for a second click on the same button: nobody gets a second mail for it. */
  readonly occasion: string;
}

/**
 * Mails each of these accounts that has an address a one-time link; older links of theirs open nothing
 * any more. Who was invited on this occasion before keeps what came then, and is missing in the answer.
 */
export const mailInvitations = async (
  tx: Tx,
  cards: readonly AccountCard[],
  inviting: Inviting,
  doer: Doer,
): Promise<MailedLink[]> => {
  const people = cards.filter(hasAddress);
  const unitIds = [...new Set(people.flatMap(({ units }) => units.map(({ id }) => id)))];
  const writing = await writingOf(tx, doer, await openDeadlines(tx, unitIds, doer.at));
  const mailing = { ...inviting, seconds: linkSeconds, compose: invitationMail };
  const before = (ids: readonly string[]) => withdrawLinksOf(tx, ids, doer.at);
  return mailLinks(tx, people, mailing, { writing, doer, before });
};

/** Somebody in use who can be written to. */
export const hasAddress = (card: AccountCard): card is AccountCard & Addressee =>
  card.email !== null && card.deactivatedAt === null;

/**
 * Adds an account with an e-mail and mails its link in one go; the same link can be shown on screen.
 * Throws what is wrong with the invitation.
 */
export const inviteByMail = async (
  db: Db,
  invitation: TypedAccount,
  secret: string,
  doer: Doer,
): Promise<MailedLink> => {
  const account = checkAccount(invitation);
  return inTransaction(db, async (tx) => {
    const card = await accountCard(tx, await addAccount(tx, account, doer));
    const inviting = { secret, occasion: 'first' };
    const [link] = card ? await mailInvitations(tx, [card], inviting, doer) : [];
    if (!link) throw new Error('an account without an e-mail was invited by mail');
    return link;
  });
};
