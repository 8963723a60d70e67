import type { Pager } from '../strings/pager.ts';
import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';
import type { HandledNotice } from './pages.ts';

/** What the board is given. All texts are ready to be shown. */

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

/** A figure of the board; `href` is the list of these units. */
export interface BoardFigure {
  readonly value: string;
  readonly label: string;
  readonly href: string;
}

export interface BoardGroup {
  readonly name: string;
  readonly href: string;
  readonly sent: number;
  readonly units: number;
  /** Waiting, late, accepted: in the order of the table's columns. */
  readonly figures: readonly BoardFigure[];
}

/** Where things stand in the drawing of units sent by day, in units of the drawing. */
export interface DayChart {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly columns: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly levels: readonly { readonly y: number; readonly label: string }[];
  readonly days: readonly { readonly x: number; readonly label: string }[];
  /** The points of the line of what is needed. */
  readonly needed: string;
  readonly deadline: {
    readonly x: number;
    readonly textX: number;
    readonly anchor: 'start' | 'end';
    readonly label: string;
  };
}

export interface SentDaysShown {
  /** What the drawing says, in a sentence. */
  readonly text: string;
  readonly chart: DayChart;
  /** The same as figures; `—` for days to come. */
  readonly rows: readonly {
    readonly day: string;
    readonly sent: string;
    readonly total: string;
    readonly needed: string;
  }[];
}

/** Links to the other pages of a list; `null` while it has only one. */
export interface BoardPager extends Pager {
  /** Numbers of pages, the first and the last among them; `null` where some are left out. */
  readonly pages: readonly ({
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
  } | null)[];
}

/** desk/board */
export interface BoardPage {
  readonly chrome: Chrome;
  readonly handled: HandledNotice | null;
  readonly errors: readonly ErrorLine[];
  readonly campaign: string;
  readonly deadline: string;
  readonly remaining: Badge | null;
  /** Waiting, not reported, returned, sent; `note` is the small line below. */
  readonly figures: readonly (BoardFigure & {
    readonly note: string;
    readonly tone: Badge['tone'];
  })[];
  /** The other figures, small. */
  readonly facts: readonly BoardFigure[];
  readonly groups: readonly BoardGroup[];
  readonly sentDays: SentDaysShown | null;
  /** Other pages about the units of this campaign. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
  readonly filter: { readonly q: string; readonly group: string; readonly state: string };
  readonly groupOptions: readonly { readonly value: string; readonly label: string }[];
  readonly stateOptions: readonly { readonly value: string; readonly label: string }[];
  /** Order of the columns: unit, group, headcount, participants, rate, state, sent at. */
  readonly columns: readonly SortLink[];
  /** The current `sap` and `chieu`, to be kept by the filter form. */
  readonly sort: { readonly by: string; readonly order: string };
  /** The list in the order of what needs the office first; `null` where it stands so already. */
  readonly needFirst: string | null;
  readonly rows: readonly BoardRow[];
  /** `12 trong 1.500 đơn vị` */
  readonly count: string;
  readonly pager: BoardPager | null;
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
