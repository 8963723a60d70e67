import type { Campaign } from '../campaigns/campaign.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { dateTimeText } from '../kit/time.ts';
import type { Attachment } from '../mail/mail.ts';
import { campaignMail } from '../mail/settings-store.ts';
import { addMails } from '../mail/store.ts';
import { type About, mailsOf, type Telling, telling } from '../mail/tell.ts';
import { unitFileName } from '../papers/file-name.ts';
import { figuresText, onBehalfText, punctualityText } from '../strings/mail-values.ts';
import { lateBy } from './report.ts';
import type { Report } from './store.ts';
import type { VersionFigures } from './version.ts';

export interface TellingOfSent extends Telling {
  /** The office takes electronic files by mail. */
  readonly eFileIsOn: boolean;
}

/** Read before the transaction that sends. */
export const tellingOfSent = async (db: Db, report: Report): Promise<TellingOfSent> => ({
  ...(await telling(db, report.unitId)),
  eFileIsOn: (await campaignMail(db, report.campaignId)).offAt === null,
});

/** A version that was just sent, and the position of its event. */
export interface JustSent extends About {
  readonly version: VersionFigures;
  readonly event: number;
}

/**
 * A receipt to the unit. While the campaign names a mailbox and takes electronic files, the file to
 * that mailbox, and a copy of it with the receipt.
 */
export const tellSent = async (
  tx: Tx,
  ready: TellingOfSent,
  { version, event, ...about }: JustSent,
  doer: SignedDoer,
): Promise<void> => {
  const { campaign, report } = about;
  const mailbox = ready.eFileIsOn ? campaign.mailbox : null;
  const file = { kind: 'e-file', reportId: report.id, version: version.number } as const;
  const attachments: Attachment[] = mailbox === null ? [] : [file];
  const fileName = unitFileName(report.unitCode, campaign.code, version.number);
  const values = { ...sentValues(version, campaign), tep_kem: mailbox === null ? '' : fileName };
  const news = { event, values, attachments };
  const office = mailbox === null ? [] : [{ address: mailbox, name: campaign.office }];
  const toOffice = {
    texts: ready.texts,
    recipients: office.map((to) => ({ ...to, accountId: null })),
  };
  // The office answers to the unit, the unit to the office.
  const unit = ready.recipients[0]?.address ?? null;
  const mails = [
    ...mailsOf(
      ready,
      about,
      { kind: 'receipt', ...news, place: '/bien-nhan', replyTo: campaign.mailbox },
      doer,
    ),
    ...mailsOf(toOffice, about, { kind: 'e-file', ...news, place: null, replyTo: unit }, doer),
  ];
  await addMails(tx, mails, doer.at);
};

const sentValues = (version: VersionFigures, { categories }: Pick<Campaign, 'categories'>) => ({
  so_bien_nhan: String(version.receipt),
  lan_gui: String(version.number),
  luc_gui: `${dateTimeText(version.sentAt)}${version.onBehalf ? onBehalfText : ''}`,
  dung_han: punctualityText(lateBy(version)),
  so_lieu: figuresText(version, categories),
});
