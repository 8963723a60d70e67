import type { Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** A sum of the preview, for a group or in all. */
export interface SumLine {
  readonly name: string;
  /** `25/27 đơn vị` */
  readonly units: string;
  readonly headcount: string;
  readonly participants: string;
  readonly percent: string;
}

/** One unit that is different since a final. */
export interface ChangeLine {
  readonly unit: string;
  readonly what: string;
  /** Participants of staff, or '—' where the unit did not count. */
  readonly before: string;
  readonly after: string;
}

/** One final and what has changed since. */
export interface FinalCard {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly sum: string;
  /** The sum of now, or '' while it is the same. */
  readonly sumNow: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly size: string;
  /** Its file is downloaded by a POST to this. */
  readonly path: string;
  readonly changed: string;
  readonly changes: readonly ChangeLine[];
  /** How many more there are than are shown, or ''. */
  readonly moreChanges: string;
}

/** A moment that is offered, as an instant. */
export interface Suggestion {
  readonly moment: string;
  readonly label: string;
}

/** appendix/export: everything that the office takes out of a campaign. */
export interface ExportPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  readonly boardPath: string;
  readonly path: string;
  readonly now: string;
  readonly groups: readonly SumLine[];
  readonly total: SumLine;
  /** Any unit owes a report. */
  readonly isAsked: boolean;
  /** Names of the units that have not reported. */
  readonly missing: readonly string[];
  readonly exported: readonly { readonly at: string; readonly by: string; readonly what: string }[];
  readonly typed: { readonly day: string; readonly hour: string };
  readonly suggestions: readonly Suggestion[];
  /** The newest first. */
  readonly finals: readonly FinalCard[];
}

/** appendix/finalize: the step before a final is made. */
export interface FinalizePage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly campaign: string;
  /** Back to the export page. */
  readonly path: string;
  /** The number that it will have. */
  readonly number: number;
  readonly sum: string;
  /** What would not be in it, a sentence for each. */
  readonly open: readonly string[];
  /** Any unit owes a report. */
  readonly isAsked: boolean;
  /** Names of the units that have not reported. */
  readonly missing: readonly string[];
  /** Nothing can be made final while nobody has sent. */
  readonly isEmpty: boolean;
}

/** appendix/files: what can be taken of a campaign. */
export interface FilesPage {
  readonly chrome: Chrome;
  readonly campaign: string;
  readonly boardPath: string;
  readonly offers: readonly FileOffer[];
}

/** One table with a button for each format. */
export interface FileOffer {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly ways: readonly {
    /** Where the button posts to. */
    readonly action: string;
    readonly label: string;
  }[];
}
