import type { ChaseLine } from '../reminders/chase-page.ts';
import type { Difference, EventLine, Figures, PersonRow, VersionLine } from '../reports/pages.ts';
import type { ExplainedLine } from '../reports/query-boxes.ts';
import type { SignedFileLine } from '../signed/pages.ts';
import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** desk/no-campaign: the office has not made any campaign yet. */
export interface NoCampaignPage {
  readonly chrome: Chrome;
}

/** What an officer has just done, said on the page that comes next. */
export interface HandledNotice {
  readonly text: string;
  /** Links: the report that was decided about, or those that were left out. */
  readonly units: readonly { readonly name: string; readonly href: string }[];
  /** So many more were left out that are not named. */
  readonly more: number;
}

/** A report that waits for the office, in the list of those accepted together. */
export interface WaitingLine {
  readonly unit: string;
  readonly href: string;
  /** Unit and version, posted so that a newer version is noticed. */
  readonly seen: string;
  readonly version: number;
  readonly sentAt: string;
  readonly late: Badge | null;
  readonly headcount: number;
  readonly participants: number;
  readonly percent: string;
  /** Why somebody should look at it first, a sentence each. */
  readonly concerns: readonly string[];
}

/** desk/accept-clean: which waiting reports are accepted together, and which are not. */
export interface AcceptCleanPage {
  readonly chrome: Chrome;
  readonly campaign: string;
  readonly path: string;
  readonly boardPath: string;
  readonly clean: readonly WaitingLine[];
  readonly others: readonly WaitingLine[];
}

/** The list of a version as the office searches, sorts and remarks on it. */
export interface PeopleList {
  readonly search: string;
  readonly byGivenName: boolean;
  readonly total: number;
  readonly rows: readonly (PersonRow & {
    readonly remark: string;
    readonly fault: string | null;
  })[];
  readonly withBirthDate: boolean;
  /** Remarks can be written: this is the last version, and it can be returned. */
  readonly canRemark: boolean;
  /** Each row has a field for a remark. */
  readonly withRows: boolean;
  /** Remarks on rows that the search hides: kept as hidden fields. */
  readonly hidden: readonly { readonly row: number; readonly text: string }[];
  /** Remarks on rows of an earlier version whose name is there no more. */
  readonly gone: readonly string[];
}

/** desk/report: one report, one of its versions. */
export interface ReportPage {
  readonly chrome: Chrome;
  readonly handled: HandledNotice | null;
  /** Somebody was faster: who did what when, and whether the officer's words have no place here any more. */
  readonly overtaken: { readonly text: string; readonly words: string | null } | null;
  /** Who waits next, and how many besides this one. */
  readonly next: { readonly unit: string; readonly href: string; readonly others: number } | null;
  /** `null` for a version without people. */
  readonly list: PeopleList | null;
  /** The number of the version that is shown, when it is not the last; posted by the search. */
  readonly olderVersion: number | null;
  /** What changed since the campaign before, and the same in a few words; or null. */
  readonly sinceLast: { readonly summary: string; readonly difference: Difference } | null;
  /** The sentences that can be ticked as reasons of a return. */
  readonly reasons: readonly {
    readonly key: string;
    readonly label: string;
    readonly ticked: boolean;
  }[];
  readonly unit: string;
  readonly campaign: string;
  readonly state: Badge;
  readonly tags: readonly Badge[];
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  /** What the office reads while no version was ever sent, or while the draft is being mended; or null. */
  readonly explanation: string | null;
  /** The unit is not in use, or another one took over; or null. */
  readonly unitNote: string | null;
  readonly version: VersionLine | null;
  readonly versions: readonly {
    readonly number: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  /** The signed copy of the version in view. */
  readonly signed: {
    readonly files: readonly SignedFileLine[];
    /** Says that it is missing, where the campaign asks for it. */
    readonly tags: readonly Badge[];
  };
  readonly figures: Figures | null;
  readonly difference: Difference | null;
  /** Sentences of warnings that the clerk ticked when sending. */
  readonly confirmed: readonly string[];
  /** What the unit explained when it sent. */
  readonly explained: readonly ExplainedLine[];
  readonly events: readonly EventLine[];
  /** Mails and phone calls to the unit about this report, the newest first. */
  readonly chase: readonly ChaseLine[];
  /** The hidden key of the form for a call: what is noted with it once is not noted again. */
  readonly callKey: string;
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  };
  /** `/tien-do/<campaign>/<unit>`; actions are POSTed below it. */
  readonly path: string;
  readonly boardPath: string;
  readonly can: {
    readonly accept: boolean;
    readonly return: boolean;
    readonly reopen: boolean;
    readonly extend: boolean;
    readonly exempt: boolean;
    readonly oweAgain: boolean;
  };
  /** The office may enter what came on paper; or null. */
  readonly entering: {
    /** Of the draft, posted so that a newer one is noticed. */
    readonly revision: number;
    /** Somebody of the office has begun. */
    readonly begun: boolean;
    /** The unit has a draft of its own; or null. */
    readonly warning: string | null;
  } | null;
  /** Until when the unit is on time, and whether that is an extension of its own. */
  readonly due: string;
  readonly extended: boolean;
  /** The extension as the officer has seen it (an instant, or ''), posted with a new one. */
  readonly seenExtension: string;
  /** What was typed into the forms about time and duty when they were refused. */
  readonly typed: {
    readonly untilDay: string;
    readonly untilHour: string;
    readonly extendReason: string;
    readonly exemptReason: string;
    readonly oweReason: string;
    readonly callNote: string;
  };
  /** The last version number and the state, posted with a decision so that a newer one is noticed. */
  readonly lastVersion: number;
  readonly seenState: string;
  /** What was typed as a reason when the decision was refused. */
  readonly reason: string;
}
