import { campaignById } from '../campaigns/store.ts';
import type { Tx } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { addMails } from '../mail/store.ts';
import { mailsOf, telling } from '../mail/tell.ts';
import { reportById } from '../reports/store.ts';
import type { ListRow } from './standing.ts';

/** One person, as the office decided: all rows, and the report where this one counts. */
export interface DecidedPerson {
  readonly decisionId: string;
  readonly campaignId: string;
  readonly countedReportId: string;
  readonly rows: readonly ListRow[];
}

/** Tells every other unit that this person no longer counts in its list. */
export const tellClaimDecided = async (
  tx: Tx,
  { decisionId, campaignId, countedReportId, rows }: DecidedPerson,
  doer: SignedDoer,
): Promise<void> => {
  const campaign = await campaignById(tx, campaignId);
  if (!campaign) return;
  const { unitName: counted } = await reportById(tx, countedReportId);
  const others = new Set(rows.map(({ reportId }) => reportId));
  others.delete(countedReportId);
  for (const id of others) {
    const report = await reportById(tx, id);
    const own = rows.filter(({ reportId }) => reportId === id).map(({ position }) => position);
    const values = { dong: own.join(', '), noi_tinh: counted };
    const news = { kind: 'counted-elsewhere', event: decisionId, values, place: '' } as const;
    const replyTo = campaign.mailbox;
    const mails = mailsOf(
      await telling(tx, report.unitId),
      { campaign, report },
      { ...news, replyTo },
      doer,
    );
    await addMails(tx, mails, doer.at);
  }
};
