import { createHash } from 'node:crypto';
import type { Campaign } from '../campaigns/campaign.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { timeText } from '../kit/time.ts';
import { addFinal, type Final, lastFinal } from './finals-store.ts';
import type { WrittenFinal } from './write-appendix.ts';

/** The number of the next final, when the officer has seen the last one (0: none). */
export interface Finalizing {
  readonly number: number;
  /** Makes the file; called once, outside of any transaction, because it takes seconds. */
  readonly write: () => Promise<WrittenFinal>;
}

/**
 * Makes the appendix of this instant final: its number, bytes, hash and figures are kept for ever. A
 * second click of the same officer adds nothing. Throws `final-made-meanwhile` when a colleague was
 * faster, `final-empty` while no unit counts.
 */
export const finalize = async (
  db: Db,
  campaign: Pick<Campaign, 'id'>,
  { number, write }: Finalizing,
  doer: SignedDoer,
): Promise<void> => {
  if (await isMade(db, campaign.id, number, doer)) return;
  const { fileName, bytes: content, figures } = await write();
  if (figures.total.counted === 0) throw new Problem('final-empty', 'chot');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { at, accountId } = doer;
  const final = { campaignId: campaign.id, number, at, accountId, fileName, sha256, figures };
  const added = await inTransaction(db, async (tx) => {
    if (!(await addFinal(tx, { ...final, content }))) return false;
    const details = { number, sha256, bytes: content.length, ...figures.total };
    await record(tx, doer, 'appendix.finalized', campaign.id, details);
    return true;
  });
  if (!added) await isMade(db, campaign.id, number, doer);
};

/** This officer has made the final of this number; throws when the next number is another one. */
const isMade = async (
  db: Db,
  campaignId: string,
  number: number,
  doer: SignedDoer,
): Promise<boolean> => {
  const last = await lastFinal(db, campaignId);
  if (number === (last?.number ?? 0) + 1) return false;
  if (last?.number === number && last.accountId === doer.accountId) return true;
  throw last ? overtaken(last) : new Problem('form-outdated');
};

const overtaken = ({ number, by, at }: Final): Problem =>
  new Problem('final-made-meanwhile', 'chot', { number, by, at: timeText(at) });
