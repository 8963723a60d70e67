import { v7 as newId } from 'uuid';
import { campaignByCode, campaignLines } from '../campaigns/store.ts';
import type { Db, Tx } from '../db/schema.ts';
import { type Doer, recordEach } from '../history/store.ts';
import { addSeconds } from '../kit/time.ts';
import { mailsAmong } from '../mail/invitations-store.ts';
import type { NewMail } from '../mail/mail.ts';
import { addMails } from '../mail/store.ts';
import { textsOf } from '../mail/texts-store.ts';
import { officeUnnamed } from '../strings/accounts.ts';
import { officeValues } from '../strings/mail-values.ts';
import { tokenHash } from './invitation.ts';
import { addLinks } from './links-store.ts';
import { mailedToken } from './mailed-token.ts';
import type { Addressee, Carried, Writing } from './one-time-mail.ts';

/** How links go by mail this time. */
export interface Mailing {
  /** The server's secret, from which the tokens are derived. */
  readonly secret: string;
  /** The same for a second click on the same button: nobody gets a second mail for it. */
  readonly occasion: string;
  /** The links' validity. */
  readonly seconds: number;
  readonly compose: (to: Addressee, carried: Carried, writing: Writing) => NewMail;
}

/** A link that is on its way by mail; the token is known only here and when the mail is sent. */
export interface MailedLink {
  readonly to: Addressee;
  readonly mailId: string;
  readonly token: string;
}

/** What mails of the office need to be written now. */
export const writingOf = async (
  db: Db,
  doer: Doer,
  deadlines: Writing['deadlines'] = [],
): Promise<Writing> => {
  const [newest] = await campaignLines(db);
  const campaign = newest && (await campaignByCode(db, newest.code));
  return {
    texts: await textsOf(db),
    office: officeValues(campaign ?? officeUnnamed),
    replyTo: campaign?.mailbox ?? null,
    deadlines,
    at: doer.at,
    createdBy: doer.accountId,
  };
};

/**
 * Gives everybody a fresh one-time link that goes by mail. Who was sent one on this occasion before is
 * left out, also when two do it at once. `before` is done for the others ahead of the new links.
 */
export const mailLinks = async (
  tx: Tx,
  people: readonly Addressee[],
  { secret, occasion, seconds, compose }: Mailing,
  { writing, doer, before }: MailLinksAround,
): Promise<MailedLink[]> => {
  const links = people.map((to): MailedLink => {
    const mailId = newId();
    return { to, mailId, token: mailedToken(secret, mailId) };
  });
  const mails = links.map(({ to, mailId, token }) =>
    compose(to, { mailId, linkHash: tokenHash(token), seconds, occasion }, writing),
  );
  // The occasion's uniqueness lines up two who click at once; links are made for what was added.
  await addMails(tx, mails, doer.at);
  const added = await mailsAmong(
    tx,
    links.map(({ mailId }) => mailId),
  );
  const fresh = links.filter(({ mailId }) => added.has(mailId));
  await before?.(fresh.map(({ to }) => to.id));
  await addLinks(tx, fresh.map(storedLink(seconds, doer)));
  const issued = fresh.map(({ to, mailId }) => ({ subject: to.id, details: { mail: mailId } }));
  await recordEach(tx, doer, 'link.issued', issued);
  return fresh;
};

export interface MailLinksAround {
  readonly writing: Writing;
  readonly doer: Doer;
  readonly before?: (accountIds: readonly string[]) => Promise<void>;
}

const storedLink =
  (seconds: number, { at, accountId }: Doer) =>
  ({ to, token }: MailedLink) => ({
    tokenHash: tokenHash(token),
    accountId: to.id,
    createdAt: at,
    createdBy: accountId,
    expiresAt: addSeconds(at, seconds),
  });
