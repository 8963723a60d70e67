import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { timeText } from '../kit/time.ts';
import { mostRows } from '../participants/participant.ts';
import { type Draft, tidyDraft } from './draft.ts';
import { claimDraft, draftContent, isStored, writeDraft } from './draft-store.ts';
import { stateAfter } from './report.ts';
import { type Found, reportById } from './store.ts';

/** Where a draft comes from that nobody typed: an action of the history and what it tells. */
export interface DraftOrigin {
  readonly action: 'draft.started-from-last' | 'draft.list-taken';
  readonly details: Readonly<Record<string, string | number>>;
}

/** A draft as stored, and the revision under which it can be saved again. */
export interface Saved {
  readonly draft: Draft;
  readonly revision: number;
}

/**
 * Stores what a clerk typed, right or wrong. Throws `too-many-rows`, `draft-locked` (sent meanwhile)
 * or `draft-changed-elsewhere` (another clerk, or another tab, saved since `revision`). `origin` is what
 * the history says where nobody typed it.
 */
export const saveDraft = async (
  db: Db,
  { report, campaign }: Found,
  typed: Draft,
  revision: number,
  doer: SignedDoer,
  origin?: DraftOrigin,
): Promise<Saved> => {
  const draft = tidyDraft(typed, campaign.categories);
  const rows = draft.rows.length;
  if (rows > mostRows) throw new Problem('too-many-rows', 'list', { rows, most: mostRows });
  const content = draftContent(draft);
  const unchanged = report.draftRevision === revision && (await isStored(db, report.id, content));
  if (unchanged && report.draftSavedAt !== null && stateAfter(report.state, 'save'))
    return { draft, revision };
  return inTransaction(db, async (tx) => {
    const saving = { reportId: report.id, revision, accountId: doer.accountId, at: doer.at };
    const next = await claimDraft(tx, saving);
    if (next === undefined) throw refusal(await reportById(tx, report.id));
    await writeDraft(tx, report.id, content);
    if (origin) await record(tx, doer, origin.action, report.id, origin.details);
    else if (report.draftSavedById !== doer.accountId)
      await record(tx, doer, 'draft.taken-up', report.id);
    return { draft, revision: next };
  });
};

const refusal = (report: Awaited<ReturnType<typeof reportById>>): Problem => {
  if (!stateAfter(report.state, 'save')) return new Problem('draft-locked');
  const by = report.draftSavedBy ?? 'Phòng Nội vụ';
  const at = report.draftSavedAt ? timeText(report.draftSavedAt) : '';
  return new Problem('draft-changed-elsewhere', undefined, { by, at });
};
