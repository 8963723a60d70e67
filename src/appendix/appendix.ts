import type { Campaign } from '../campaigns/campaign.ts';
import { fileStamp } from '../kit/time.ts';
import type { Consolidation } from './consolidate.ts';
import { figuresSheet } from './figures-sheet.ts';
import type { ListParams } from './kinds.ts';
import { fonts } from './layout.ts';
import { outstandingSheet } from './outstanding-sheet.ts';
import { type PeopleByUnit, peopleSheet } from './people-sheet.ts';
import type { Sheet, Workbook } from './sheet.ts';

/**
 * The appendix of a campaign as three sheets of plain cells: figures, names, units outstanding.
 * `at` is the instant of the export (UTC ISO text); it dates the file and the signatures.
 */
export const appendixWorkbook = (
  campaign: Campaign,
  consolidation: Consolidation,
  people: PeopleByUnit,
  at: string,
): Workbook =>
  workbookOf(campaign, at, [
    figuresSheet(campaign, consolidation, at),
    peopleSheet(campaign, consolidation, people),
    outstandingSheet(campaign, consolidation),
  ]);

/** Sheets as a workbook of the campaign's office. */
export const workbookOf = (campaign: Campaign, at: string, sheets: readonly Sheet[]): Workbook => ({
  creator: campaign.office,
  createdAt: at,
  font: fonts.body,
  sheets,
});

/** `Phu-luc_<campaign>_<yyyymmdd-hhmm>.xlsx`; what a file name may not hold becomes a hyphen. */
export const appendixFileName = (campaignCode: string, at: string): string =>
  `${stamped('Phu-luc', campaignCode, at)}.xlsx`;

/** `Danh-sach_<campaign>_<yyyymmdd-hhmm>.csv` and the like. */
export const listFileName = (
  { list, format }: ListParams,
  campaignCode: string,
  at: string,
): string =>
  `${stamped(list === 'names' ? 'Danh-sach' : 'Chua-bao-cao', campaignCode, at)}.${format}`;

const stamped = (what: string, campaignCode: string, at: string): string =>
  `${what}_${campaignCode.replace(/[^\w-]+/g, '-')}_${fileStamp(at)}`;
