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
 * `at` is the instant of the export (UTC ISO text); it dates the file and the signatures. `standing`
 * stands above the table: is this final, and of which moment are the figures?
 */
export const appendixWorkbook = (
  campaign: Campaign,
  consolidation: Consolidation,
  people: PeopleByUnit,
  at: string,
  standing = '',
): Workbook =>
  workbookOf(campaign, at, [
    figuresSheet(campaign, consolidation, at, standing),
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

/** What a file of the appendix is: of now, of an earlier moment, or made final. */
export type Edition =
  | { readonly kind: 'draft' }
  | { readonly kind: 'as-of'; readonly moment: string }
  | { readonly kind: 'final'; readonly number: number };

/**
 * `Phu-luc_<campaign>_<yyyymmdd-hhmm>.xlsx`, with `luc-` before an earlier moment and `chot-1_` before
 * that of a final; what a file name may not hold becomes a hyphen.
 */
export const appendixFileName = (
  campaignCode: string,
  at: string,
  edition: Edition = { kind: 'draft' },
): string => `${named('Phu-luc', campaignCode, stampOf(edition, at))}.xlsx`;

const stampOf = (edition: Edition, at: string): string => {
  if (edition.kind === 'as-of') return `luc-${fileStamp(edition.moment)}`;
  return edition.kind === 'final' ? `chot-${edition.number}_${fileStamp(at)}` : fileStamp(at);
};

/** `Danh-sach_<campaign>_<yyyymmdd-hhmm>.csv` and the like. */
export const listFileName = (
  { list, format }: ListParams,
  campaignCode: string,
  at: string,
): string =>
  `${named(list === 'names' ? 'Danh-sach' : 'Chua-bao-cao', campaignCode, fileStamp(at))}.${format}`;

const named = (what: string, campaignCode: string, stamp: string): string =>
  `${what}_${campaignCode.replace(/[^\w-]+/g, '-')}_${stamp}`;
