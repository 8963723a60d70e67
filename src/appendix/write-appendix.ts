import { writeWorkbook } from '../adapters/workbook-writer.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { appendixFileName, appendixWorkbook } from './appendix.ts';
import { consolidate } from './consolidate.ts';
import { groupsOfAppendix, inSnapshot, peopleOfAppendix } from './store.ts';

export interface WrittenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The appendix of a campaign as an xlsx file, from the versions sent by now. `at` is the instant of
 * the export (UTC ISO text). Refuses with `not-found` when there is no such campaign.
 * Takes some tenths of a second of pure computing: the server runs it in a worker (`worker.ts`).
 */
export const writeAppendix = async (
  db: Db,
  campaignId: string,
  at: string,
): Promise<WrittenFile> => {
  const { campaign, groups, people } = await inSnapshot(db, async (snapshot) => ({
    campaign: await campaignById(snapshot, campaignId),
    groups: await groupsOfAppendix(snapshot, campaignId),
    people: await peopleOfAppendix(snapshot, campaignId),
  }));
  if (!campaign) throw new Problem('not-found');
  const consolidation = consolidate(campaign.categories, groups);
  const workbook = appendixWorkbook(campaign, consolidation, people, at);
  return {
    fileName: appendixFileName(campaign.code, at),
    bytes: await writeWorkbook(workbook),
  };
};
