import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { lastTime } from './last-time-store.ts';
import { type Saved, saveDraft } from './save-draft.ts';
import { refuseClosed } from './send.ts';
import { draftFromVersion } from './start.ts';
import type { Found } from './store.ts';
import { versionNumbered } from './version-store.ts';

/**
 * Begins the draft of a report that nobody has touched with what the unit sent last time; the clerk
 * then edits it. Throws `nothing-sent-last-time`, `draft-begun`, `campaign-closed`,
 * `campaign-not-open`, or what saving refuses when somebody began to type at the same time.
 */
export const startFromLast = async (
  db: Db,
  found: Found,
  revision: number,
  doer: SignedDoer,
): Promise<Saved> => {
  const { report, campaign } = found;
  refuseClosed(campaign, report, doer.at);
  if (report.state !== 'not_started') throw new Problem('draft-begun');
  const last = await lastTime(db, report);
  const version = last && (await versionNumbered(db, last.reportId, last.version));
  const then = last && (await campaignById(db, last.campaignId));
  if (!version || !then) throw new Problem('nothing-sent-last-time');
  const draft = draftFromVersion(version, then.categories, campaign);
  const details = { campaign: then.code, version: version.number };
  const origin = { action: 'draft.started-from-last', details } as const;
  try {
    return await saveDraft(db, found, draft, revision, doer, origin);
  } catch (refusal) {
    // Somebody began to type at the same moment: nothing of it is written over.
    if (refusal instanceof Problem && refusal.code === 'draft-changed-elsewhere')
      throw new Problem('draft-begun');
    throw refusal;
  }
};
