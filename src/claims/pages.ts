import type { Pager } from '../strings/pager.ts';
import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** A row of a unit's list. */
export interface RowShown {
  readonly unit: string;
  readonly href: string;
  /** Names the row in the form; '' where nothing is to be decided. */
  readonly token: string;
  readonly ticked: boolean;
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What became of the row; or ''. */
  readonly standing: string;
}

export interface CaseShown {
  /** Of the card on its page. */
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly likelihood: Badge;
  readonly reason: string;
  /** Of some of these rows a decision stands already; or ''. */
  readonly decidedInPart: string;
  readonly settled: string;
  readonly rows: readonly RowShown[];
  /** Rows can be left out. */
  readonly tickable: boolean;
  readonly units: readonly { readonly value: string; readonly name: string }[];
  readonly differentLabel: string;
  /** What was chosen when it was refused, or ''. */
  readonly chosen: string;
  readonly fault: string | undefined;
}

export interface DecisionShown {
  readonly id: string;
  readonly name: string;
  readonly verdict: Badge;
  /** What the decision says. */
  readonly meaning: string;
  /** Who decided, and when. */
  readonly facts: string;
  /** Why it says nothing now; or ''. */
  readonly void: string;
  readonly rows: readonly RowShown[];
  /** Where it can be undone; `null` when it is. */
  readonly undoPath: string | null;
}

/** claims/claims */
export interface ClaimsPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  /** What was done, and the place of the case before which it is told; 0: on top. */
  readonly notice: string | null;
  readonly noticePlace: number;
  readonly campaign: string;
  readonly boardPath: string;
  /** Where a decision is posted, with the list and its page. */
  readonly action: string;
  readonly lists: readonly {
    readonly label: string;
    readonly count: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  /** What the list holds. */
  readonly explanation: string;
  /** Where many of its cases are decided at once; `null` when there are not many. */
  readonly togetherPath: string | null;
  readonly cases: readonly CaseShown[];
  readonly decisions: readonly DecisionShown[];
  /** The sentence for an empty list; `null` when there is something. */
  readonly empty: string | null;
  readonly pager: Pager | null;
}

/** A case as one line to tick. */
export interface ApartLine {
  readonly id: string;
  /** Names the case in the form: its rows. */
  readonly value: string;
  readonly ticked: boolean;
  readonly name: string;
  readonly likelihood: Badge;
  /** Where the name stands, and as what. */
  readonly rows: readonly string[];
}

/** claims/apart */
export interface ApartPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  /** The same list, a card for each case. */
  readonly cardsPath: string;
  readonly action: string;
  readonly lists: ClaimsPage['lists'];
  readonly tickAll: string;
  readonly tickNone: string;
  /** How many of how many are ticked. */
  readonly count: string;
  readonly lines: readonly ApartLine[];
  /** The sentence for an empty list; `null` when there is something. */
  readonly empty: string | null;
  readonly pager: Pager | null;
}
