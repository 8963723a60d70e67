import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { Doer } from '../history/store.ts';
import { mailLinks, writingOf } from './mail-links.ts';
import { signInLinkMail } from './one-time-mail.ts';
import { reachableNamed } from './store.ts';
import { countLinkRequest, linksThrottled, mayAskForLink, mayBeSentLink } from './throttle.ts';

/** Links that are asked for are valid this long: the mail is read at once, or asked for again. */
export const askedLinkSeconds = 30 * 60;

export interface LinkRequest {
  /** Unit code or e-mail, as typed. */
  readonly identifier: string;
  /** The server's secret, from which the links are derived. */
  readonly secret: string;
  /** The same for a second click on the same button: nobody gets a second mail for it. */
  readonly occasion: string;
}

/**
 * Mails a short one-time link to every account in use that the name means and that has an address.
 * Whether there is one is told to nobody: the answer and the work are the same, up to the mail itself.
 * An invitation that is still open stays so, or a stranger could undo it by asking. Throws
 * `link-request-throttled`.
 */
export const requestLink = async (db: Db, request: LinkRequest, doer: Doer): Promise<void> => {
  await countLinkRequest(db, doer.address, doer.at);
  const heard = await inTransaction(db, async (tx) => {
    if (!(await mayAskForLink(tx, request.identifier, doer.at))) return false;
    await mailTo(tx, request, doer);
    return true;
  });
  if (!heard) throw linksThrottled();
};

const mailTo = async (
  tx: Tx,
  { identifier, secret, occasion }: LinkRequest,
  doer: Doer,
): Promise<void> => {
  const named = await reachableNamed(tx, identifier);
  const open = await mayBeSentLink(tx, named, doer.at);
  if (open.length === 0) return;
  const people = open.map((account) => ({ ...account, units: [] }));
  const mailing = { secret, occasion, seconds: askedLinkSeconds, compose: signInLinkMail };
  await mailLinks(tx, people, mailing, { writing: await writingOf(tx, doer), doer });
};
