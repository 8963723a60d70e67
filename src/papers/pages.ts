import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';
import type { Paper } from './paper.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** papers/print: a written report as it comes out of the printer. */
export interface PrintPage {
  readonly chrome: Chrome;
  readonly styles: readonly ['paper'];
  readonly heading: string;
  /** What is to be known before printing: a draft, a newer version; or null. */
  readonly note: string | null;
  readonly paper: Paper;
  /** Of the paper's check address, as an address for `<img src>`; or null. */
  readonly qr: string | null;
  /** The same paper as a .docx file. */
  readonly documentHref: string;
  readonly back: { readonly href: string; readonly label: string };
}

/** papers/check: whether a printed report is still the newest, for anybody. */
export interface CheckPage {
  readonly chrome: Chrome;
  readonly noindex: true;
  readonly errors: readonly ErrorLine[];
  /** As typed. */
  readonly code: string;
  readonly found: {
    readonly unit: string;
    readonly campaign: string;
    readonly receipt: string;
    readonly version: string;
    readonly sentAt: string;
    readonly punctuality: Badge;
    readonly isNewest: boolean;
    /** The sentence that says so, or by which version it was replaced. */
    readonly standing: string;
  } | null;
}
