import { writeDocument } from '../adapters/document-writer.ts';
import { consolidate } from '../appendix/consolidate.ts';
import { groupsOfAppendix, inSnapshot } from '../appendix/store.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import { documentsOf } from '../campaigns/plan-store.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { cityPaper } from './city-paper.ts';
import { cityFileName } from './file-name.ts';

/**
 * The city's own report as a .docx file, from the versions sent by now. `at` is the instant of the
 * export (UTC ISO text). Refuses with `not-found`. The server runs it in a worker (`worker.ts`).
 */
export const writeCityPaper = async (
  db: Db,
  campaignId: string,
  at: string,
): Promise<WrittenFile> => {
  const { campaign, groups, documents } = await inSnapshot(db, async (snapshot) => ({
    campaign: await campaignById(snapshot, campaignId),
    groups: await groupsOfAppendix(snapshot, campaignId),
    documents: await documentsOf(snapshot, campaignId),
  }));
  if (!campaign) throw new Problem('not-found');
  const consolidation = consolidate(campaign.categories, groups);
  return {
    fileName: cityFileName(campaign.code, at),
    bytes: await writeDocument(cityPaper({ campaign, documents, consolidation, at })),
  };
};
