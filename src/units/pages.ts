import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  readonly phone: string;
  readonly accounts: number;
  readonly href: string;
  /** At the beginning or the end of the active units of its group. */
  readonly first: boolean;
  readonly last: boolean;
}

/** A unit that is not in use, and why: `từ 12/12/2024`, `sáp nhập vào …`. */
export interface InactiveUnit {
  readonly name: string;
  readonly code: string;
  readonly href: string;
  readonly why: string;
}

export interface ListedGroup {
  /** `III` */
  readonly number: string;
  readonly code: string;
  readonly name: string;
  readonly units: readonly ListedUnit[];
  readonly inactive: readonly InactiveUnit[];
}

/** units/list: every unit in the office's order. */
export interface ListPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly q: string;
  /** What the list holds: `116 đơn vị`, `3 trong 116 đơn vị`. */
  readonly count: string;
  /** The whole list is shown, so its order can be changed. */
  readonly whole: boolean;
  readonly groups: readonly ListedGroup[];
}

/** The fields of a unit, as typed. */
export interface TypedFields {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
}

/** What the form of a unit shows. */
export interface UnitFields {
  readonly errors: readonly ErrorLine[];
  readonly typed: TypedFields;
  readonly groupOptions: readonly { readonly value: string; readonly label: string }[];
  readonly codeHint: string;
  /** Mended values, one click away; '' for none. */
  readonly offers: { readonly code: string; readonly phone: string };
}

/** units/new */
export interface NewUnitPage extends UnitFields {
  readonly chrome: Chrome;
}

/** units/unit: one unit, to be changed, deactivated or merged. */
export interface UnitPage extends UnitFields {
  readonly chrome: Chrome;
  readonly notice: string | null;
  /** What the form is made from. */
  readonly seen: TypedFields;
  readonly name: string;
  /** `/don-vi/sua/<code>`; actions are POSTed below it. */
  readonly path: string;
  /** Not in use, or merged: said in words; or null while it is active. */
  readonly inactive: string | null;
  /** The unit that took over, or null. */
  readonly heir: { readonly name: string; readonly href: string } | null;
  readonly mergedHere: readonly { readonly name: string; readonly href: string }[];
  readonly accounts: readonly {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly standing: string;
  }[];
  readonly reports: readonly {
    readonly campaign: string;
    readonly href: string;
    readonly state: Badge;
  }[];
  /** What deactivating will do to reports that were not sent. */
  readonly toExempt: string;
}

/** units/merge: which unit takes over, and what will happen then. */
export interface MergePage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly name: string;
  readonly path: string;
  readonly into: string;
  readonly unitOptions: readonly {
    readonly name: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** Of the unit chosen; null until one is. */
  readonly plan: { readonly into: string; readonly consequences: readonly string[] } | null;
}

/** units/groups */
export interface GroupsPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  /** The name typed for a new group. */
  readonly typed: string;
  readonly groups: readonly {
    readonly number: string;
    readonly code: string;
    readonly name: string;
    /** What stands in its field: the name, or what was typed and refused. */
    readonly typed: string;
    readonly units: number;
    readonly first: boolean;
    readonly last: boolean;
  }[];
}
