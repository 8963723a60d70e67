import type { Campaign } from '../campaigns/campaign.ts';
import { fileStamp } from '../kit/time.ts';
import type { Consolidation } from './consolidate.ts';
import { figuresSheet } from './figures-sheet.ts';
import { fonts } from './layout.ts';
import { outstandingSheet } from './outstanding-sheet.ts';
import { type PeopleByUnit, peopleSheet } from './people-sheet.ts';
import type { Workbook } from './sheet.ts';

/**
 * The appendix of a campaign as three sheets of plain cells: figures, names, units outstanding.
 * `at` is the instant of the export (UTC ISO text); it dates the file and the signatures.
 */
export const appendixWorkbook = (
  campaign: Campaign,
  consolidation: Consolidation,
  people: PeopleByUnit,
  at: string,
): Workbook => ({
  creator: campaign.office,
  createdAt: at,
  font: fonts.body,
  sheets: [
    figuresSheet(campaign, consolidation, at),
    peopleSheet(campaign, consolidation, people),
    outstandingSheet(campaign, consolidation),
  ],
});

/** `Phu-luc_<campaign>_<yyyymmdd-hhmm>.xlsx`; what a file name may not hold becomes a hyphen. */
export const appendixFileName = (campaignCode: string, at: string): string =>
  `Phu-luc_${campaignCode.replace(/[^\w-]+/g, '-')}_${fileStamp(at)}.xlsx`;
