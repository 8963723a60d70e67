import { writeWorkbook } from '../../src/adapters/workbook-writer.ts';
import { appendixWorkbook } from '../../src/appendix/appendix.ts';
import { type AppendixGroup, consolidate } from '../../src/appendix/consolidate.ts';
import type { PeopleByUnit } from '../../src/appendix/people-sheet.ts';
import type { Campaign } from '../../src/campaigns/campaign.ts';
import { exportedAt } from './appendix-input.ts';

/** The bytes of the appendix of these reports, without a database. */
export const writtenAppendix = (
  campaign: Campaign,
  groups: readonly AppendixGroup[],
  people: PeopleByUnit = new Map(),
): Promise<Uint8Array> => {
  const consolidation = consolidate(campaign.categories, groups);
  return writeWorkbook(appendixWorkbook(campaign, consolidation, people, exportedAt));
};
