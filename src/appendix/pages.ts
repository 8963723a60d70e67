import type { Chrome } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

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
