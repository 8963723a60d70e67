import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { dropReason } from '../strings/delivery.ts';
import type { Attachment } from './mail.ts';
import { mailById, type OutboxFilter, type StoredMail } from './outbox-store.ts';
import { copyOccasion, giveUp, outlivedBy, queueAgain, queueFailedAgain } from './resend-store.ts';
import { addMails } from './store.ts';

/**
 * Puts a mail that failed or was dropped back into the line. One that waits already (a second click)
 * stays as it is. Throws `mail-expired`, `mail-link-ended`, or `mail-sent-already`.
 */
export const resend = (db: Db, id: string, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    const mail = await stillThere(tx, id);
    if (mail.state === 'waiting') return;
    if (mail.state === 'sent') throw new Problem('mail-sent-already');
    await refuseOutlived(tx, mail, doer.at);
    if (await queueAgain(tx, id, doer.at))
      await record(tx, doer, 'mail.resent', id, { kind: mail.kind });
  });

/** Puts all failed mails of a filter back into the line that can still be sent; how many comes back. */
export const resendFailed = (db: Db, filter: OutboxFilter, doer: SignedDoer): Promise<number> =>
  inTransaction(db, async (tx) => {
    const mails = await queueFailedAgain(tx, filter, doer.at);
    if (mails > 0) await record(tx, doer, 'mail.failed-resent', 'mail', { mails });
    return mails;
  });

/**
 * Sends a mail that has been sent once more, as a mail of its own: under its old Message-ID many
 * mailboxes would hide it. `copies` is how many there were on the officer's screen, so that a second
 * click makes no further one. Throws `mail-link-sent` for a mail with a one-time link, or `mail-expired`.
 */
export const sendOnceMore = (
  db: Db,
  { id, copies }: { readonly id: string; readonly copies: number },
  doer: SignedDoer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const mail = await stillThere(tx, id);
    if (mail.state !== 'sent') return;
    if (mail.link_hash !== null) throw new Problem('mail-link-sent');
    await refuseOutlived(tx, mail, doer.at);
    const added = await addMails(tx, [copyOf(mail, copies + 1, doer)], doer.at);
    if (added > 0) await record(tx, doer, 'mail.sent-once-more', id, { kind: mail.kind });
  });

/** Gives a mail up that waits or failed. Throws `mail-being-sent` when a sender holds it. */
export const dropMail = (db: Db, id: string, doer: SignedDoer): Promise<void> =>
  inTransaction(db, async (tx) => {
    const mail = await stillThere(tx, id);
    if (mail.state === 'dropped') return;
    if (mail.state === 'sent') throw new Problem('mail-sent-already');
    if (!(await giveUp(tx, id, { at: doer.at, reason: dropReason.byOffice })))
      throw new Problem('mail-being-sent');
    await record(tx, doer, 'mail.dropped', id, { kind: mail.kind });
  });

const stillThere = async (tx: Tx, id: string): Promise<StoredMail> => {
  const mail = await mailById(tx, id);
  if (!mail) throw new Problem('not-found');
  return mail;
};

const refuseOutlived = async (tx: Tx, mail: StoredMail, now: string): Promise<void> => {
  const outlived = await outlivedBy(tx, mail, now);
  if (outlived) throw new Problem(outlived === 'expired' ? 'mail-expired' : 'mail-link-ended');
};

const copyOf = (mail: StoredMail, number: number, doer: SignedDoer) => ({
  occasion: copyOccasion(number, mail.occasion),
  kind: mail.kind,
  to: { address: copyAddress(mail), name: mail.recipient_name, accountId: mail.account_id },
  replyTo: mail.reply_to,
  campaignId: mail.campaign_id,
  unitId: mail.unit_id,
  subject: mail.subject,
  body: mail.body,
  path: mail.path,
  attachments: JSON.parse(mail.attachments) as Attachment[],
  createdBy: doer.accountId,
  ...(mail.expires_at === null ? {} : { expiresAt: mail.expires_at }),
});

const copyAddress = ({ kind, mailbox, addressNow }: StoredMail): string =>
  kind === 'e-file' && mailbox !== null ? mailbox : addressNow;
