import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import type { NewMail } from '../mail/mail.ts';
import { addMails } from '../mail/store.ts';
import { mailsOf, type Telling, telling } from '../mail/tell.ts';
import { dueText, figuresText } from '../strings/mail-values.ts';
import { remarksText } from '../strings/remarks.ts';
import type { Remark } from './remark.ts';
import type { Decision } from './report.ts';
import type { Report } from './store.ts';
import type { VersionFigures } from './version.ts';
import { versionFigures } from './version-store.ts';

export interface TellingOfDecision extends Telling {
  readonly campaign: Campaign;
  /** The version that is decided about. */
  readonly version: VersionFigures;
}

/** Read before the transaction that decides. Throws `state-changed` when there is no such version. */
export const tellingOfDecision = async (
  db: Db,
  report: Report,
  number: number,
): Promise<TellingOfDecision> => {
  const campaign = await campaignById(db, report.campaignId);
  const version = await versionFigures(db, report.id, number);
  if (!campaign || !version) throw new Problem('state-changed');
  return { ...(await telling(db, report.unitId)), campaign, version };
};

export interface JustDecided {
  readonly report: Report;
  readonly decision: Decision;
  /** '' when the officer gave none. */
  readonly reason: string;
  /** What was written beside single rows; only a return has any. */
  readonly remarks: readonly Pick<Remark, 'row' | 'text'>[];
  /** The position of the decision among the report's events. */
  readonly event: number;
}

/** Tells the unit what the office has decided about its report. */
export const tellDecided = (
  tx: Tx,
  ready: TellingOfDecision,
  decided: JustDecided,
  doer: SignedDoer,
): Promise<number> => addMails(tx, mailsAbout[decided.decision](ready, decided, doer), doer.at);

type Mails = (ready: TellingOfDecision, decided: JustDecided, doer: SignedDoer) => NewMail[];

const accepted: Mails = (ready, { report, event }, doer) => {
  const { campaign, version } = ready;
  const values = {
    lan_gui: String(version.number),
    luc_gui: dateTimeText(version.sentAt),
    so_lieu: figuresText(version, campaign.categories),
  };
  const news = { kind: 'accepted', event, values, ...answered(campaign) } as const;
  return mailsOf(ready, { campaign, report }, news, doer);
};

/** The unit has to send again. */
const sentBack =
  (kind: 'returned' | 'reopened'): Mails =>
  (ready, { report, reason, remarks, event }, doer) => {
    const { campaign, version } = ready;
    const values = {
      lan_gui: String(version.number),
      ly_do: [reason, remarksText(version.number, remarks)].filter(Boolean).join('\n'),
      han: dueText(dueAt(campaign, report.extendedUntil), doer.at),
    };
    const news = { kind, event, values, ...answered(campaign) };
    return mailsOf(ready, { campaign, report }, news, doer);
  };

const answered = ({ mailbox }: Campaign) => ({ place: '' as const, replyTo: mailbox });

const mailsAbout: Readonly<Record<Decision, Mails>> = {
  accept: accepted,
  return: sentBack('returned'),
  reopen: sentBack('reopened'),
};
