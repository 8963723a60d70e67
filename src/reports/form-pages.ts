import type { Chrome, ErrorLine } from '../web/chrome.ts';
import type { RateFigures, ReportHead } from './pages.ts';

/** What a report's form is given. All texts are ready to be shown. */

export interface HeadcountInput {
  /** Also the id of the input. */
  readonly field: string;
  readonly name: string;
  readonly typed: string;
  readonly fault: string | null;
}

export interface RowInput {
  /** From 1. Ids of the inputs are `row-<number>-name|birthDate|title|category|note`. */
  readonly number: number;
  readonly name: string;
  readonly birthDate: string;
  readonly title: string;
  readonly category: string;
  readonly note: string;
  readonly faults: Readonly<
    Partial<Record<'name' | 'birthDate' | 'title' | 'category' | 'note', string>>
  >;
  /** What the office wrote beside this row when it returned the report; or null. */
  readonly remark: string | null;
}

/** reports/form */
export interface FormPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  /** Where the office came from, to enter it for the unit; null for a clerk. */
  readonly deskPath: string | null;
  readonly errors: readonly ErrorLine[];
  /** A word about what has just been done ("Đã lưu nháp lúc 13 giờ 40"), or null. */
  readonly notice: string | null;
  readonly returned: {
    readonly reason: string;
    readonly at: string;
    /** Remarks whose row is in the list, with its number now, and those whose row is there no more. */
    readonly remarks: readonly { readonly row: number; readonly text: string }[];
    readonly gone: readonly string[];
  } | null;
  /** What the unit sent in the campaign before, offered as a start while nothing is typed; or null. */
  readonly lastTime: {
    readonly campaign: string;
    readonly people: string;
    readonly total: string;
  } | null;
  readonly revision: number;
  /** `13 giờ 40`, or null when nothing has been stored yet. */
  readonly savedAt: string | null;
  readonly headcounts: readonly HeadcountInput[];
  readonly total: number;
  /** Stored rows and some blank ones. */
  readonly rows: readonly RowInput[];
  readonly people: number;
  readonly faultyRows: number;
  /** Names of the campaign's categories, for the select of each row. */
  readonly categories: readonly string[];
  /** The list has a column for birth dates. */
  readonly birthDateAsked: boolean;
  readonly nobody: {
    readonly ticked: boolean;
    readonly fault: string | null;
    readonly reason: string;
    readonly reasonFault: string | null;
  };
  /** For the written report. */
  readonly letter: {
    readonly proposals: string;
    readonly proposalsFault: string | null;
    readonly signerTitle: string;
    readonly titleFault: string | null;
    readonly signerName: string;
    readonly nameFault: string | null;
    /** Where the draft is seen as a paper; null while nothing was saved, and for the office. */
    readonly draftPath: string | null;
  };
  readonly rate: RateFigures;
  /** The list itself (too long …) has a fault. */
  readonly listFault: string | null;
  readonly hasVersions: boolean;
}
