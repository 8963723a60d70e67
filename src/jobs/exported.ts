import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { record } from '../history/store.ts';
import { signedDoer } from '../reports/found.ts';
import { type Answer, redirect, type SignedVisit } from '../web/page.ts';
import { fileOfJob } from './file-store.ts';
import { jobPath } from './job-page.ts';
import type { Wanted } from './kind.ts';

/**
 * What a POST for a file is answered: the file itself when it is there within a second, otherwise the
 * page of its job. The same file of the same data is made once, whoever asks.
 */
export const exported = async (
  context: Context,
  visit: SignedVisit,
  wanted: Wanted,
): Promise<Answer> => {
  const id = await context.jobs.ask(wanted, signedDoer(visit));
  return (await takenFile(context, visit, { ...wanted, id })) ?? redirect(jobPath(id));
};

/** The file of a job, with an entry of the history for whoever takes it; `undefined` while there is none. */
export const takenFile = async (
  context: Context,
  visit: SignedVisit,
  { id, kind, campaignId, params }: Wanted & { readonly id: string },
): Promise<Answer | undefined> => {
  const file = await fileOfJob(context.db, id, visit.now);
  if (!file) return undefined;
  await inTransaction(context.db, (tx) =>
    record(tx, visit.doer, kind.taken, campaignId, { bytes: file.bytes.length, ...params }),
  );
  return { kind: 'file', ...file };
};
