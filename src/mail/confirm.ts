import { campaignById } from '../campaigns/store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { eFilesFollow } from './e-file-store.ts';
import { keepMailboxConfirmed, keepSendingConfirmed } from './settings-store.ts';

/**
 * An officer has seen how mails would be sent and lets them go. `seen` is what stood on the officer's
 * screen, `identity` what the product runs with. Throws `mail-settings-changed` when they differ.
 */
export const confirmSending = async (
  db: Db,
  { seen, identity }: { readonly seen: string; readonly identity: string },
  doer: SignedDoer,
): Promise<void> => {
  if (seen !== identity) throw new Problem('mail-settings-changed');
  await inTransaction(db, async (tx) => {
    if (await keepSendingConfirmed(tx, identity, doer))
      await record(tx, doer, 'mail.settings-confirmed', 'mail', { as: identity });
  });
};

/**
 * An officer has seen a campaign's receiving mailbox and lets electronic files go there. Those that
 * have not left yet follow it. Throws `mailbox-changed` when the campaign names another one by now.
 */
export const confirmMailbox = (
  db: Db,
  campaignId: string,
  seen: string,
  doer: SignedDoer,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const mailbox = (await campaignById(tx, campaignId))?.mailbox ?? null;
    if (mailbox === null || mailbox !== seen) throw new Problem('mailbox-changed');
    if (!(await keepMailboxConfirmed(tx, campaignId, mailbox, doer))) return;
    const eFiles = await eFilesFollow(tx, campaignId, mailbox);
    await record(tx, doer, 'mail.mailbox-confirmed', campaignId, { mailbox, eFiles });
  });
