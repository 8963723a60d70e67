import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { addSeconds } from '../kit/time.ts';
import type { NewMail, Recipient } from '../mail/mail.ts';
import { recipientsOf } from '../mail/recipients-store.ts';
import { addMails } from '../mail/store.ts';
import { textsOf } from '../mail/texts-store.ts';
import { reportPath } from '../reports/head.ts';
import { type AskableUnit, askableUnits } from './askable-store.ts';
import { reminderText } from './reminder-mail.ts';

/** An officer's own reminder: to whom, with which words, and the key of the preview that it was sent from. */
export interface Asking {
  readonly key: string;
  readonly codes: readonly string[];
  /** What the officer adds, or ''. */
  readonly words: string;
}

/** What became of it. */
export interface Asked {
  readonly mails: number;
  readonly units: number;
  /** Codes of units that are not waited for any more: they have sent, or need not. */
  readonly leftOut: readonly string[];
  /** Units without any address. */
  readonly unreached: number;
  /** It was sent from this preview before; nothing was added now. */
  readonly isRepeated: boolean;
}

/** What an officer writes today is no longer true later on. */
const goodForSeconds = 72 * 60 * 60;

/** Puts an officer's own reminder into the outbox, for each unit that is still waited for; one preview sends once. */
export const askUnits = (
  db: Db,
  campaign: Campaign,
  asking: Asking,
  doer: SignedDoer,
): Promise<Asked> =>
  inTransaction(db, async (tx) => {
    const waiting = await askableUnits(tx, campaign.id);
    const chosen = waiting.filter(({ code }) => asking.codes.includes(code));
    const ids = chosen.map(({ unitId }) => unitId);
    const recipients = await recipientsOf(tx, ids);
    const reached = chosen.filter(({ unitId }) => recipients.has(unitId));
    const writing = { campaign, asking, texts: await textsOf(tx), doer };
    const mails = reached.flatMap((unit) =>
      mailsTo(unit, recipients.get(unit.unitId) ?? [], writing),
    );
    const added = await addMails(tx, mails, doer.at);
    const asked = {
      mails: added,
      units: reached.length,
      leftOut: asking.codes.filter((code) => !chosen.some((unit) => unit.code === code)),
      unreached: chosen.length - reached.length,
      isRepeated: added === 0 && mails.length > 0,
    };
    if (added > 0) await remember(tx, campaign, { ...asked, reached }, doer);
    return asked;
  });

const remember = (
  tx: Tx,
  campaign: Campaign,
  { mails, leftOut, reached }: Asked & { readonly reached: readonly AskableUnit[] },
  doer: SignedDoer,
): Promise<void> =>
  record(tx, doer, 'reminder.asked', campaign.id, {
    units: reached.map(({ code }) => code).join(', '),
    mails,
    leftOut: leftOut.join(', '),
  });

interface Writing {
  readonly campaign: Campaign;
  readonly asking: Asking;
  readonly texts: Parameters<typeof reminderText>[0];
  readonly doer: SignedDoer;
}

const mailsTo = (
  unit: AskableUnit,
  recipients: readonly Recipient[],
  { campaign, asking, texts, doer }: Writing,
): NewMail[] => {
  const own = { ...unit, dueAt: dueAt(campaign, unit.extendedUntil) };
  return recipients.map((to) => ({
    occasion: `asked:${asking.key}:${unit.reportId}:${to.address.toLowerCase()}`,
    kind: 'reminder',
    to,
    replyTo: campaign.mailbox,
    campaignId: campaign.id,
    unitId: unit.unitId,
    ...reminderText(texts, campaign, own, to, { words: asking.words, now: doer.at }),
    path: reportPath(campaign.code, unit.code),
    expiresAt: addSeconds(doer.at, goodForSeconds),
    createdBy: doer.accountId,
  }));
};
