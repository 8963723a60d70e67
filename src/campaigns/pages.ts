import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';
import type { TypedPlan } from './plan.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** One campaign of the list. */
export interface CampaignCard {
  readonly title: string;
  readonly code: string;
  readonly state: Badge;
  readonly cutOff: string;
  readonly opens: string;
  readonly deadline: string;
  /** When it was closed, or null. */
  readonly closed: string | null;
  /** `đã gửi 12/116` as figures. */
  readonly sent: string;
  readonly units: string;
  readonly board: string;
  /** `/dot-bao-cao/<code>`: editing, `…/don-vi` below it. */
  readonly path: string;
  readonly copy: string;
}

/** campaigns/list */
export interface CampaignsPage {
  readonly chrome: Chrome;
  readonly notice: string | null;
  readonly campaigns: readonly CampaignCard[];
}

/** A group of units to be ticked. */
export interface TickGroup {
  readonly code: string;
  readonly name: string;
  readonly ticked: number;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly ticked: boolean;
    /** Shown beside the name: exempt, has reported …; or null. */
    readonly badge: Badge | null;
    /** Its report on the board, or null while it owes none. */
    readonly report: string | null;
  }[];
}

/** campaigns/edit: a new campaign or an existing one. */
export interface EditPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly heading: string;
  /** Where the form is posted. */
  readonly path: string;
  /** Title of the campaign that is changed; null for a new one. */
  readonly campaign: string | null;
  /** The campaign that a new one is made from, or null. */
  readonly from: { readonly code: string; readonly title: string } | null;
  readonly typed: TypedPlan;
  /** Where a colleague's newer state differs from what is typed. */
  readonly elsewhere: readonly { readonly label: string; readonly stored: string }[];
  /** What the form was made from; 0 for a new campaign. */
  readonly revision: number;
  /** Who must report; empty for an existing campaign, which has a page for it. */
  readonly groups: readonly TickGroup[];
  readonly ticked: number;
  readonly unitsPath: string;
  /** '' for a new campaign. */
  readonly boardPath: string;
}

/** campaigns/units: who must report. */
export interface UnitsPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  readonly path: string;
  readonly editPath: string;
  readonly groups: readonly TickGroup[];
  readonly ticked: number;
  /** Codes that were ticked when the page was first opened, so that a colleague's choice is kept. */
  readonly before: string;
}
