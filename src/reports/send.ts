import { type Campaign, dueAt, openingFor } from '../campaigns/campaign.ts';
import { campaignById, nextReceipt } from '../campaigns/store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db, Tx } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import { type Checked, checkDraft } from './check.ts';
import { type Draft, tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { addEvent, type Found, move, type Report, reportById } from './store.ts';
import { type TellingOfSent, tellingOfSent, tellSent } from './tell-sent.ts';
import { addVersion, versionMadeFrom } from './version-store.ts';

export interface Sending {
  /** The revision of the draft that the clerk has reviewed. */
  readonly revision: number;
  /** Keys of the warnings that were ticked. */
  readonly confirmed: readonly string[];
  /** The office sends what came on paper. */
  readonly onBehalf?: boolean;
}

/**
 * Makes the reviewed draft an immutable version and returns its number. Sending the same draft twice
 * (double click, retry) gives the same number. Throws `campaign-not-open`, `campaign-closed`,
 * `draft-has-faults`, `warnings-unconfirmed` or `state-changed`.
 */
export const send = async (
  db: Db,
  { report, campaign }: Found,
  sending: Sending,
  doer: SignedDoer,
): Promise<number> => {
  const sent = await versionMadeFrom(db, report.id, sending.revision);
  if (sent !== undefined) return sent;
  const draft = tidyDraft(await draftOf(db, report.id), campaign.categories);
  refuseClosed(campaign, report, doer.at);
  const checked = checkDraft(draft, campaign);
  refuseUnready(checked, sending);
  const telling = await tellingOfSent(db, report);
  return inTransaction(db, async (tx) => {
    const expected = { draftRevision: sending.revision };
    if (!(await move(tx, report, 'send', expected, doer.at)))
      return alreadySent(tx, report, sending);
    return keep(tx, report, { draft, checked, sending, telling }, doer);
  });
};

interface Ready {
  readonly draft: Draft;
  readonly checked: Checked;
  readonly sending: Sending;
  readonly telling: TellingOfSent;
}

const keep = async (
  tx: Tx,
  report: Report,
  { draft, checked, sending, telling }: Ready,
  doer: SignedDoer,
): Promise<number> => {
  const receipt = await nextReceipt(tx, report.campaignId);
  // Read again behind the receipt's row lock: the office may have closed the campaign just now.
  const campaign = await campaignById(tx, report.campaignId);
  if (!campaign) throw new Problem('not-found');
  // The same for the extension, behind the report's own lock.
  const { lastVersion: number, extendedUntil } = await reportById(tx, report.id);
  refuseClosed(campaign, { extendedUntil }, doer.at);
  refuseOtherCategories(campaign, checked);
  const version = {
    number,
    receipt,
    sentAt: doer.at,
    dueAt: dueAt(campaign, extendedUntil),
    onBehalf: sending.onBehalf === true,
    ...contentOf(draft, checked),
  };
  await addVersion(tx, {
    ...version,
    reportId: report.id,
    draftRevision: sending.revision,
    sentById: doer.accountId,
  });
  const sent = { kind: 'sent', version: number, reason: null } as const;
  const event = await addEvent(tx, report.id, sent, doer);
  const onBehalf = version.onBehalf ? { onBehalf: 1 } : {};
  await record(tx, doer, 'report.sent', report.id, { version: number, receipt, ...onBehalf });
  await tellSent(tx, telling, { campaign, report, version, event }, doer);
  return number;
};

/** What of a checked draft goes into its version. */
const contentOf = (draft: Draft, { warnings, counts, participants }: Checked) => ({
  nobodyReason: draft.nobody ? draft.nobodyReason : null,
  confirmed: warnings,
  explanations: [],
  proposals: draft.proposals,
  signerTitle: draft.signerTitle,
  signerName: draft.signerName,
  counts,
  participants,
});

/** The office may have changed what is asked while the clerk was reviewing. */
const refuseOtherCategories = (campaign: Campaign, { counts, participants }: Checked): void => {
  const same =
    counts.length === campaign.categories.length &&
    campaign.categories.every(({ id }) => counts.some(({ categoryId }) => categoryId === id)) &&
    participants.every(({ birthDate }) => (birthDate !== '') === campaign.birthDateAsked);
  if (!same) throw new Problem('state-changed');
};

/** Two sends of one draft at once: the slower one finds the version of the faster. */
const alreadySent = async (tx: Tx, report: Report, sending: Sending): Promise<number> => {
  const number = await versionMadeFrom(tx, report.id, sending.revision);
  if (number === undefined) throw new Problem('state-changed');
  return number;
};

/** Rule 7: refuses sending before the campaign opens and after it was closed. */
export const refuseClosed = (
  campaign: Campaign,
  report: Pick<Report, 'extendedUntil'>,
  now: string,
): void => {
  const opening = openingFor(campaign, report.extendedUntil, now);
  if (opening === 'not-yet') {
    const opens = dateTimeText(campaign.opensAt);
    throw new Problem('campaign-not-open', undefined, { opens });
  }
  if (opening === 'closed') {
    const phone = campaign.contactPhone ?? '';
    throw new Problem('campaign-closed', undefined, { phone });
  }
};

const refuseUnready = (checked: Checked, sending: Sending): void => {
  if (checked.faults.length > 0) throw new Problem('draft-has-faults');
  const open = checked.warnings.filter(({ key }) => !sending.confirmed.includes(key));
  if (open.length > 0) throw new Problem('warnings-unconfirmed', 'warnings');
};
