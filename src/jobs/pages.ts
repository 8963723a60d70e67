import type { Badge, Chrome } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** jobs/job: one file that is made, was made, or could not be made. */
export interface JobPage {
  readonly chrome: Chrome;
  readonly scripts: readonly string[];
  /** Without JavaScript the page is asked for anew after so many seconds; 0: it stays as it is. */
  readonly refreshSeconds: number;
  readonly title: string;
  readonly campaign: string;
  readonly path: string;
  readonly campaignFiles: string;
  readonly state: 'underWay' | 'done' | 'failed';
  /** How far it is, or why there is no file. */
  readonly said: string;
  readonly done: number;
  /** 0: not known. */
  readonly of: number;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What the script of jobs/job asks for. */
export interface JobProgress {
  readonly underWay: boolean;
  readonly said: string;
  readonly done: number;
  readonly of: number;
}

/** One line of jobs/list. */
export interface JobLine {
  readonly title: string;
  readonly campaign: string;
  readonly href: string;
  readonly state: Badge;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly size: string;
  readonly keptUntil: string;
  /** Where the file is taken, or null. */
  readonly file: string | null;
}

/** jobs/list */
export interface JobListPage {
  readonly chrome: Chrome;
  readonly jobs: readonly JobLine[];
}
