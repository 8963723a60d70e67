import { writeWorkbook } from '../adapters/workbook-writer.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import type { Tell } from '../jobs/progress.ts';
import { Problem } from '../kit/problem.ts';
import { standingText } from '../strings/exports.ts';
import { appendixFileName, appendixWorkbook, type Edition } from './appendix.ts';
import { type Consolidation, consolidate } from './consolidate.ts';
import { type FinalFigures, finalFigures } from './final.ts';
import type { PeopleByUnit } from './people-sheet.ts';
import { groupsOfAppendix, inSnapshot, peopleOfAppendix } from './store.ts';

export interface WrittenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that is to be made final, and its figures, which later ones are compared with. */
export interface WrittenFinal extends WrittenFile {
  readonly figures: FinalFigures;
}

/** An earlier moment to show (UTC ISO text), and who is told how far the file is. */
export interface Writing {
  readonly asOf?: string | undefined;
  readonly tell?: Tell;
}

/**
 * The appendix of a campaign as an xlsx file, from the versions sent by now, or by the moment `asOf`.
 * `at` is the instant of the export (UTC ISO text). Refuses with `not-found` when there is no such campaign. Takes some tenths of a second of pure
 * computing: the server runs it in a worker (`worker.ts`).
 */
export const writeAppendix = async (
  db: Db,
  campaignId: string,
  at: string,
  { asOf, tell }: Writing = {},
): Promise<WrittenFile> => {
  const content = await contentOfAppendix(db, campaignId, asOf);
  const edition: Edition = asOf === undefined ? { kind: 'draft' } : { kind: 'as-of', moment: asOf };
  return written(content, at, edition, tell);
};

/**
 * The same as the final with this number. Nothing counts that was sent after `at`, however long the file
 * had to wait: so it can be made again from what is on record.
 */
export const writeFinal = async (
  db: Db,
  campaignId: string,
  number: number,
  at: string,
): Promise<WrittenFinal> => {
  const content = await contentOfAppendix(db, campaignId, at);
  const file = await written(content, at, { kind: 'final', number });
  const { campaign, consolidation } = content;
  return { ...file, figures: finalFigures(campaign.categories, consolidation) };
};

const written = async (
  { campaign, consolidation, people }: AppendixContent,
  at: string,
  edition: Edition,
  tell: Tell = () => {},
): Promise<WrittenFile> => {
  const standing = standingText(edition, at);
  const workbook = appendixWorkbook(campaign, consolidation, people, at, standing);
  const of = rowsAbout(consolidation);
  tell({ done: 0, of });
  return {
    fileName: appendixFileName(campaign.code, at, edition),
    bytes: await writeWorkbook(workbook, (done) => tell({ done, of })),
  };
};

/** What stands in the sheets of a campaign. */
export interface AppendixContent {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly people: PeopleByUnit;
}

/**
 * Reads it on one state of the data, of now or as of an earlier moment. Refuses with `not-found` when
 * there is no such campaign.
 */
export const contentOfAppendix = async (
  db: Db,
  campaignId: string,
  asOf?: string,
): Promise<AppendixContent> => {
  const { campaign, groups, people } = await inSnapshot(db, async (snapshot) => ({
    campaign: await campaignById(snapshot, campaignId),
    groups: await groupsOfAppendix(snapshot, campaignId, asOf),
    people: await peopleOfAppendix(snapshot, campaignId, asOf),
  }));
  if (!campaign) throw new Problem('not-found');
  return { campaign, consolidation: consolidate(campaign.categories, groups), people };
};

/** Heads and signatures left out: two lines for each unit, one for each person. */
export const rowsAbout = ({ groups, total }: Consolidation): number => {
  const units = groups.reduce((sum, group) => sum + group.lines.length, 0);
  return 2 * units + total.figures.total.participants;
};
