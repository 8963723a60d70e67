import type { Asking } from '../reports/check-rows.ts';
import type { Choices, ListReading } from './read-list.ts';

/** A text in an old font, as it stood in the file and as it reads in Unicode. */
export interface Repair {
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

/** A clerk's file as it was read, with what was made readable on the way. */
export interface ListRead {
  readonly reading: ListReading;
  /** In the chosen sheet only. */
  readonly repairs: readonly Repair[];
}

/** What is read, for which campaign, and what the clerk chose. */
export interface ListTask {
  readonly bytes: Uint8Array;
  readonly asking: Asking;
  readonly choices: Choices;
}
