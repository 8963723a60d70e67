import type { Campaign } from '../campaigns/campaign.ts';
import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { decide } from '../reports/decide.ts';
import { type Report, reportFound } from '../reports/store.ts';
import { waitingInDetail } from './clean-store.ts';
import { concernsOf } from './concerns.ts';

/** A report as the officer has seen it in the list: the code of its unit, the number of its version. */
export interface Seen {
  readonly code: string;
  readonly version: number;
}

/** What became of the reports of the list: how many are accepted, which moved meanwhile. */
export interface AcceptedClean {
  readonly accepted: number;
  /** Codes of units. */
  readonly leftOut: readonly string[];
}

/**
 * Accepts exactly the reports that the officer has seen as free of warnings: each as one acceptance of
 * its own, with its own entry, event and mails, so that a stop half-way leaves whole ones. Whatever was
 * sent anew, decided by somebody else, or got a warning meanwhile is left out.
 */
export const acceptClean = async (
  db: Db,
  campaign: Campaign,
  seen: readonly Seen[],
  doer: SignedDoer,
): Promise<AcceptedClean> => {
  const waiting = await waitingInDetail(db, campaign.id);
  const dirty = new Set(
    waiting.filter((report) => concernsOf(report).length > 0).map(({ code }) => code),
  );
  const leftOut = seen.filter(({ code }) => dirty.has(code)).map(({ code }) => code);
  const clean = seen.filter(({ code }) => !dirty.has(code));
  for (let start = 0; start < clean.length; start += atOnce) {
    const some = clean.slice(start, start + atOnce);
    const done = await Promise.all(some.map((one) => accept(db, campaign, one, doer)));
    leftOut.push(...some.filter((_, index) => !done[index]).map(({ code }) => code));
  }
  return { accepted: seen.length - leftOut.length, leftOut };
};

/** Those that wait together share a commit on SQLite; on PostgreSQL others keep half of the connections. */
const atOnce = 5;

/** `false` when the report is not accepted in the version that was seen. */
const accept = async (
  db: Db,
  campaign: Campaign,
  { code, version }: Seen,
  doer: SignedDoer,
): Promise<boolean> => {
  const { report } = await reportFound(db, campaign.code, code);
  if (isAccepted(report, version)) return true;
  const deciding = { decision: 'accept', state: 'submitted', version, reason: '' } as const;
  try {
    await decide(db, report, deciding, doer);
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Problem) || refusal.code !== 'state-changed') throw refusal;
    return isAccepted((await reportFound(db, campaign.code, code)).report, version);
  }
};

/** A second click on the same button, or a colleague with the same list, was faster: what was asked for is done. */
const isAccepted = ({ state, lastVersion }: Report, version: number): boolean =>
  state === 'accepted' && lastVersion === version;
