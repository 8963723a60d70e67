import type { Campaign } from '../campaigns/campaign.ts';
import { documentsOf } from '../campaigns/plan-store.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { checkDraft } from '../reports/check.ts';
import { tidyDraft } from '../reports/draft.ts';
import { draftOf } from '../reports/draft-store.ts';
import { writtenBefore } from '../reports/explanations-store.ts';
import { lastCounts } from '../reports/last-time-store.ts';
import { queriesOf } from '../reports/queries.ts';
import { textsBefore } from '../reports/query-boxes.ts';
import { type Report, reportById } from '../reports/store.ts';
import { versionNumbered } from '../reports/version-store.ts';
import { codePath } from './check-code.ts';
import { checkCodeFor } from './give-check-code.ts';
import type { ReportedContent, SentMark, UnitReport } from './unit-paper.ts';

/** Which paper of a report: a sent version, or the draft (`null`) as it stands. */
export interface Wanted {
  readonly reportId: string;
  readonly version: number | null;
  /** Where check codes lead, without a slash at the end. */
  readonly baseUrl: string;
  /** Now, as UTC ISO text. */
  readonly at: string;
}

/** Everything that a unit's written report says. Refuses with `not-found`. Gives the version a check code. */
export const unitReportOf = async (db: Db, wanted: Wanted): Promise<UnitReport> => {
  const report = await reportById(db, wanted.reportId);
  const campaign = await campaignById(db, report.campaignId);
  if (!campaign) throw new Problem('not-found');
  const documents = await documentsOf(db, campaign.id);
  const common = { campaign, documents, unitName: report.unitName, unitCode: report.unitCode };
  const { version } = wanted;
  if (version === null)
    return {
      ...common,
      content: await draftContent(db, report, campaign),
      sent: null,
      at: wanted.at,
    };
  const { content, sent } = await sentContent(db, { ...wanted, version });
  return { ...common, content, sent, at: sent.sentAt };
};

const draftContent = async (
  db: Db,
  report: Report,
  campaign: Campaign,
): Promise<ReportedContent> => {
  const draft = tidyDraft(await draftOf(db, report.id), campaign.categories);
  const { counts, participants } = checkDraft(draft, campaign);
  const queries = queriesOf({ counts, participants }, campaign, await lastCounts(db, report));
  return {
    counts,
    participants,
    nobodyReason: draft.nobody ? draft.nobodyReason : null,
    explanations: textsBefore(queries, await writtenBefore(db, report.id)),
    proposals: draft.proposals,
    signerTitle: draft.signerTitle,
    signerName: draft.signerName,
  };
};

const sentContent = async (
  db: Db,
  { reportId, version: number, baseUrl, at }: Wanted & { readonly version: number },
): Promise<{ content: ReportedContent; sent: SentMark }> => {
  const version = await versionNumbered(db, reportId, number);
  if (!version) throw new Problem('not-found');
  const code = await checkCodeFor(db, reportId, number, at);
  const { receipt, sentAt, explanations } = version;
  return {
    content: { ...version, explanations: explanations.map(({ text }) => text) },
    sent: { receipt, version: number, sentAt, code, address: baseUrl + codePath(code) },
  };
};
