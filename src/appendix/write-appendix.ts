import { writeWorkbook } from '../adapters/workbook-writer.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import type { Tell } from '../jobs/progress.ts';
import { Problem } from '../kit/problem.ts';
import { appendixFileName, appendixWorkbook } from './appendix.ts';
import { type Consolidation, consolidate } from './consolidate.ts';
import type { PeopleByUnit } from './people-sheet.ts';
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
  tell: Tell = () => {},
): Promise<WrittenFile> => {
  const { campaign, consolidation, people } = await contentOfAppendix(db, campaignId);
  const workbook = appendixWorkbook(campaign, consolidation, people, at);
  const of = rowsAbout(consolidation);
  tell({ done: 0, of });
  return {
    fileName: appendixFileName(campaign.code, at),
    bytes: await writeWorkbook(workbook, (done) => tell({ done, of })),
  };
};

/** What stands in the sheets of a campaign. */
export interface AppendixContent {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly people: PeopleByUnit;
}

/** Reads it on one state of the data. Refuses with `not-found` when there is no such campaign. */
export const contentOfAppendix = async (db: Db, campaignId: string): Promise<AppendixContent> => {
  const { campaign, groups, people } = await inSnapshot(db, async (snapshot) => ({
    campaign: await campaignById(snapshot, campaignId),
    groups: await groupsOfAppendix(snapshot, campaignId),
    people: await peopleOfAppendix(snapshot, campaignId),
  }));
  if (!campaign) throw new Problem('not-found');
  return { campaign, consolidation: consolidate(campaign.categories, groups), people };
};

/** Heads and signatures left out: two lines for each unit, one for each person. */
export const rowsAbout = ({ groups, total }: Consolidation): number => {
  const units = groups.reduce((sum, group) => sum + group.lines.length, 0);
  return 2 * units + total.figures.total.participants;
};
