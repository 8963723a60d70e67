import type { Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** catalogue/start: take the list, change it, send it back. */
export interface StartPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
}

export interface ChangeLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface UnitLine {
  readonly code: string;
  readonly name: string;
  readonly group: string;
}

export interface AccountLine {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly units: string;
}

export interface ChangedLine {
  readonly name: string;
  readonly changes: readonly ChangeLine[];
}

export interface FaultLine {
  /** `Đơn vị!C7` */
  readonly place: string;
  readonly value: string;
  readonly text: string;
}

/** catalogue/preview: what a file would do. Nothing is done before the click. */
export interface PreviewPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  /** Where the click is posted to. */
  readonly action: string;
  /** `Áp dụng: thêm 3 đơn vị` or '' when there is nothing to do. */
  readonly button: string;
  readonly faults: readonly FaultLine[];
  readonly units: {
    readonly added: readonly UnitLine[];
    readonly changed: readonly ChangedLine[];
    readonly same: number;
    /** Not in the file: out of use only when ticked. */
    readonly missing: readonly UnitLine[];
  };
  readonly accounts: {
    readonly added: readonly AccountLine[];
    readonly changed: readonly ChangedLine[];
    readonly same: number;
  };
  /** Offers to invite new accounts with an e-mail by mail; null when there is none. */
  readonly byMail: {
    readonly label: string;
    readonly ticked: boolean;
    /** Why mails would wait, or null. */
    readonly held: string | null;
  } | null;
}

/** catalogue/result: what was done. */
export interface ResultPage {
  readonly chrome: Chrome;
  readonly done: string;
  readonly faulty: number;
  readonly accountsAdded: number;
  /** Who was invited by mail, and who needs a hand-out; null where nobody was invited by mail. */
  readonly invited: { readonly mailed: string; readonly toPrint: string } | null;
  /** Of the workbook with the result column. */
  readonly file: string;
}
