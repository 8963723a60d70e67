import { writeWorkbook } from '../adapters/workbook-writer.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
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

/**
 * The appendix of a campaign as an xlsx file, from the versions sent by now, or by the moment `asOf`.
 * `at` is the instant of the export (UTC ISO text). Refuses with `not-found` when there is no such
 * campaign. Takes some tenths of a second of pure computing: the server runs it in a worker
 * (`worker.ts`).
 */
export const writeAppendix = async (
  db: Db,
  campaignId: string,
  at: string,
  asOf?: string,
): Promise<WrittenFile> => written(await contentOf(db, campaignId, asOf), at, editionAsOf(asOf));

const editionAsOf = (asOf: string | undefined): Edition =>
  asOf === undefined ? { kind: 'draft' } : { kind: 'as-of', moment: asOf };

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
  const content = await contentOf(db, campaignId, at);
  const file = await written(content, at, { kind: 'final', number });
  return { ...file, figures: finalFigures(content.campaign.categories, content.consolidation) };
};

interface Content {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly people: PeopleByUnit;
}

const contentOf = async (
  db: Db,
  campaignId: string,
  asOf: string | undefined,
): Promise<Content> => {
  const { campaign, groups, people } = await inSnapshot(db, async (snapshot) => ({
    campaign: await campaignById(snapshot, campaignId),
    groups: await groupsOfAppendix(snapshot, campaignId, asOf),
    people: await peopleOfAppendix(snapshot, campaignId, asOf),
  }));
  if (!campaign) throw new Problem('not-found');
  return { campaign, consolidation: consolidate(campaign.categories, groups), people };
};

const written = async (
  { campaign, consolidation, people }: Content,
  at: string,
  edition: Edition,
): Promise<WrittenFile> => {
  const standing = standingText(edition, at);
  const workbook = appendixWorkbook(campaign, consolidation, people, at, standing);
  return {
    fileName: appendixFileName(campaign.code, at, edition),
    bytes: await writeWorkbook(workbook),
  };
};
