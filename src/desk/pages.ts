import type { ChaseLine } from '../reminders/chase-page.ts';
import type { Difference, EventLine, Figures, VersionLine } from '../reports/pages.ts';
import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** desk/no-campaign: the office has not made any campaign yet. */
export interface NoCampaignPage {
  readonly chrome: Chrome;
}

export interface BoardRow {
  readonly unit: string;
  readonly href: string;
  readonly group: string;
  /** '' for a unit that has not sent: the draft's figures are nobody else's business. */
  readonly headcount: string;
  readonly participants: string;
  readonly percent: string;
  /** 0 … 100 for `<progress>`; null when there is nothing to show. */
  readonly bar: number | null;
  readonly state: Badge;
  readonly tags: readonly Badge[];
  readonly sentAt: string;
}

export interface SortLink {
  readonly label: string;
  readonly href: string;
  readonly order: 'ascending' | 'descending' | null;
  readonly numeric: boolean;
}

/** desk/board */
export interface BoardPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly campaign: string;
  readonly deadline: string;
  readonly remaining: Badge | null;
  /** Sent, accepted, returned, not reported; `note` is the small line below. */
  readonly figures: readonly {
    readonly value: string;
    readonly label: string;
    readonly note: string;
    readonly tone: Badge['tone'];
    /** The board filtered to these. */
    readonly href: string;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly sent: number;
    readonly units: number;
  }[];
  readonly filter: { readonly q: string; readonly group: string; readonly state: string };
  readonly groupOptions: readonly { readonly value: string; readonly label: string }[];
  readonly stateOptions: readonly { readonly value: string; readonly label: string }[];
  /** Order of the columns: unit, group, headcount, participants, rate, state, sent at. */
  readonly columns: readonly SortLink[];
  /** The current `sap` and `chieu`, to be kept by the filter form. */
  readonly sort: { readonly by: string; readonly order: string };
  readonly rows: readonly BoardRow[];
  /** All units of the campaign, before filtering. */
  readonly units: number;
  /** `/tien-do/<campaign>` */
  readonly path: string;
  readonly otherCampaigns: readonly { readonly title: string; readonly href: string }[];
  /** What is left to prepare, or null: units that nobody can report for. */
  readonly preparing: string | null;
  /** Closed at (text), or null while open. */
  readonly closedAt: string | null;
  /** What closing now would leave unsent; the number is posted, so that a larger one is noticed. */
  readonly closing: { readonly text: string; readonly drafts: number };
}

/** desk/report: one report, one of its versions. */
export interface ReportPage {
  readonly chrome: Chrome;
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
  readonly figures: Figures | null;
  readonly difference: Difference | null;
  /** Sentences of warnings that the clerk ticked when sending. */
  readonly confirmed: readonly string[];
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
