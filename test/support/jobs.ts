import { appendixKind } from '../../src/appendix/kinds.ts';
import { inTransaction } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { keepPieces } from '../../src/jobs/file-store.ts';
import { wantedFile } from '../../src/jobs/kind.ts';
import { beat, claimJob, failJob, finishJob } from '../../src/jobs/store.ts';
import type { City } from './city.ts';
import { morning } from './product.ts';

/** A job of Lan's that stands in this state. Its id comes back. */
export const aJob = async (
  db: Db,
  city: City,
  state: 'running' | 'done' | 'failed',
): Promise<string> => {
  const wanted = wantedFile(appendixKind, city.campaign.id);
  const asked = { ...wanted, key: `a job that is ${state}`, askedBy: city.ids.lan, now: morning };
  const { id } = await inTransaction(db, (tx) => claimJob(tx, asked));
  if (state === 'running') await beat(db, id, { done: 12_000, of: 60_000 }, morning);
  if (state === 'failed') await failJob(db, id, 'failed', morning);
  if (state === 'done') {
    const bytes = new TextEncoder().encode('a file');
    await keepPieces(db, id, bytes);
    await finishJob(db, id, { fileName: 'Phu-luc.xlsx', size: bytes.length }, morning);
  }
  return id;
};
