import type { Badge, Chrome } from '../web/chrome.ts';

/** One thing to prepare before units can report. All texts are ready to be shown. */
export interface Step {
  /** Also the anchor of the step. */
  readonly id: string;
  readonly title: string;
  readonly state: Badge;
  /** What is there already. */
  readonly done: string;
  /** What is left to do and what it is good for. */
  readonly next: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** Where "Để sau" leads: the next step, or the board. */
  readonly later: string;
}

/** welcome/start-guide: what to prepare, step by step; each can be done later. */
export interface StartGuidePage {
  readonly chrome: Chrome;
  readonly steps: readonly Step[];
}
