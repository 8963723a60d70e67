import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** The head of every page about one report. */
export interface ReportHead {
  readonly unit: string;
  /** Title of the contest. */
  readonly campaign: string;
  /** `30/11/2024` */
  readonly cutOff: string;
  /** `24 giờ 00, thứ Năm 12/12/2024` */
  readonly deadline: string;
  /** `Còn 3 giờ` (amber) or `Quá hạn 2 giờ` (red); null when the report is not awaited any more. */
  readonly remaining: Badge | null;
  readonly state: Badge;
  readonly tags: readonly Badge[];
  /** Who of the office entered the draft for the unit, as a sentence; or null. */
  readonly heldByOffice: string | null;
  /** `/bao-cao/<campaign>/<unit>`: the form; everything else of this report lies below it. */
  readonly path: string;
}

/** reports/mine: the reports of a clerk's units, those to mend first. */
export interface MinePage {
  readonly chrome: Chrome;
  readonly reports: readonly (ReportHead & { readonly action: string })[];
}

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
}

/** Headcount, participants and rate, ready to be read. */
export interface RateFigures {
  readonly part: number;
  readonly whole: number;
  readonly percent: string;
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
  readonly returned: { readonly reason: string; readonly at: string } | null;
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
  readonly rate: RateFigures;
  /** The list itself (too long …) has a fault. */
  readonly listFault: string | null;
  readonly hasVersions: boolean;
}

export interface CategoryFigures {
  readonly name: string;
  readonly headcount: number;
  readonly participants: number;
  readonly percent: string;
}

export interface PersonRow {
  readonly number: number;
  readonly name: string;
  /** `30/11/1980`, or ''. */
  readonly birthDate: string;
  readonly title: string;
  readonly category: string;
  readonly note: string;
}

/** The figures and names of one version or of a draft about to be sent. */
export interface Figures {
  readonly categories: readonly CategoryFigures[];
  readonly total: CategoryFigures;
  readonly people: readonly PersonRow[];
  readonly nobodyReason: string | null;
  /** Sentences about rows whose person other units name too (rule 9). */
  readonly elsewhere: readonly string[];
}

/** reports/review: the draft as it would be sent; warnings are ticked here. */
export interface ReviewPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  readonly errors: readonly ErrorLine[];
  readonly revision: number;
  readonly figures: Figures;
  readonly warnings: readonly {
    readonly key: string;
    readonly text: string;
    readonly ticked: boolean;
  }[];
  /** Sending now would be marked as late: the sentence that says so, or null. */
  readonly lateNotice: string | null;
}

/** reports/receipt */
export interface ReceiptPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  readonly receipt: number;
  readonly version: number;
  readonly sentAt: string;
  readonly sentBy: string;
  /** `Đúng hạn`, or `Gửi muộn 2 giờ`. */
  readonly punctuality: Badge;
  readonly figures: Figures;
}

/** reports/sent: the report while the unit can't edit it; also when the campaign is closed or not open yet. */
export interface SentPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  readonly errors: readonly ErrorLine[];
  /** Why nothing can be changed now and what to do. */
  readonly explanation: string;
  readonly canWithdraw: boolean;
  /** Below it stand receipt and history of what was sent; null for the office, which reads them elsewhere. */
  readonly readingPath: string | null;
  readonly figures: Figures | null;
  readonly version: number | null;
  /** Saving was refused: where what was typed differs from what is stored. */
  readonly unsaved: Difference | null;
}

export interface VersionLine {
  readonly number: number;
  readonly receipt: number;
  readonly sentAt: string;
  readonly sentBy: string;
  readonly late: Badge | null;
  readonly headcount: number;
  readonly participants: number;
  readonly percent: string;
}

export interface EventLine {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly reason: string | null;
}

/** reports/versions: what was sent when, and what happened to it. */
export interface VersionsPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  readonly versions: readonly VersionLine[];
  readonly events: readonly EventLine[];
}

export interface DifferenceLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What changed between two versions. */
export interface Difference {
  /** `bản gửi 1` */
  readonly since: string;
  readonly figures: readonly DifferenceLine[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly DifferenceLine[];
}

/** reports/version: one version, with the difference from the one before. */
export interface VersionPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  readonly line: VersionLine;
  readonly figures: Figures;
  readonly difference: Difference | null;
}

/** reports/conflict: somebody saved a newer draft; both are shown, nothing is lost. */
export interface ConflictPage {
  readonly chrome: Chrome;
  readonly head: ReportHead;
  /** Who saved the stored draft, and when: `13 giờ 42`. */
  readonly savedBy: string;
  readonly savedAt: string;
  /** Lines in which the two differ: `before` is the stored one, `after` what was typed here. */
  readonly difference: Difference;
  /** Everything that was typed here, as fields to be posted again: the form keeps them hidden. */
  readonly held: readonly (readonly [name: string, value: string])[];
  /** The revision under which "Giữ bản của tôi" is posted. */
  readonly revision: number;
}
