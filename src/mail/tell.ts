import type { Campaign } from '../campaigns/campaign.ts';
import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { reportPath } from '../reports/head.ts';
import type { Report } from '../reports/store.ts';
import { officeValues } from '../strings/mail-values.ts';
import { composed } from './compose.ts';
import type { Attachment, NewMail, Recipient } from './mail.ts';
import { recipientsOf } from './recipients-store.ts';
import type { Texts, Values } from './texts.ts';
import { textsOf } from './texts-store.ts';

/** What is told of one unit's report. `e-file` goes to the office's mailbox, the others to the unit. */
export type ToldKind =
  | 'receipt'
  | 'returned'
  | 'accepted'
  | 'extended'
  | 'reopened'
  | 'counted-elsewhere'
  | 'e-file';

/** The texts in use, and who gets the unit's mails. */
export interface Telling {
  readonly texts: Texts;
  readonly recipients: readonly Recipient[];
}

/** Read before a verb's transaction, so that it stays short. */
export const telling = async (db: Db, unitId: string): Promise<Telling> => ({
  texts: await textsOf(db),
  recipients: (await recipientsOf(db, [unitId])).get(unitId) ?? [],
});

/** Whose report of which campaign is told of. */
export interface About {
  readonly campaign: Campaign;
  readonly report: Pick<Report, 'id' | 'unitId' | 'unitCode' | 'unitName'>;
}

/** What has just happened, with those values that belong to its kind of mail alone. */
export interface News<Kind extends ToldKind> {
  readonly kind: Kind;
  /** The position of it among the report's events, or the id of the decision: each is told once. */
  readonly event: number | string;
  readonly values: Omit<Values<Kind>, keyof ReturnType<typeof valuesAbout> | 'nguoi_nhan'>;
  /** Where the button leads, below the address of the unit's report; `null`: there is no button. */
  readonly place: '' | '/bien-nhan' | null;
  readonly attachments?: readonly Attachment[];
  readonly replyTo: string | null;
}

/** The news as a mail to each of the recipients; nobody can be told without an address. */
export const mailsOf = <Kind extends ToldKind>(
  { texts, recipients }: Telling,
  { campaign, report }: About,
  news: News<Kind>,
  doer: SignedDoer,
): NewMail[] =>
  recipients.map((to) => {
    const shared = { ...valuesAbout({ campaign, report }), nguoi_nhan: to.name };
    const values = { ...news.values, ...shared } as unknown as Values<Kind>;
    return {
      occasion: `${news.kind}:${report.id}:${news.event}:${to.address.toLowerCase()}`,
      kind: news.kind,
      to,
      replyTo: news.replyTo,
      campaignId: campaign.id,
      unitId: report.unitId,
      ...composed(texts, news.kind, values),
      path: news.place === null ? '' : reportPath(campaign.code, report.unitCode) + news.place,
      attachments: news.attachments ?? [],
      createdBy: doer.accountId,
    };
  });

const valuesAbout = ({ campaign, report }: About) => ({
  don_vi: report.unitName,
  dot: campaign.title,
  ...officeValues(campaign),
});
