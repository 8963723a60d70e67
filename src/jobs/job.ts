import { addSeconds } from '../kit/time.ts';

/** What is stored of where a job stands. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** Why there is no file: the server ended meanwhile · too many wait already · something else. */
export type JobFailure = 'broken-off' | 'busy' | 'failed';

/** A file that is made in the background, or was made within the last day. */
export interface Job {
  readonly id: string;
  /** `Kind.code` */
  readonly kind: string;
  readonly campaignId: string;
  readonly campaign: { readonly code: string; readonly title: string };
  readonly params: Params;
  /** What the file is called on screen. */
  readonly title: string;
  readonly state: JobState;
  readonly error: JobFailure | null;
  readonly askedBy: string;
  readonly askedAt: string;
  /** Rows; `of` is 0 while it is not known. */
  readonly done: number;
  readonly of: number;
  readonly finishedAt: string | null;
  readonly expiresAt: string;
  /** In bytes; `null` while there is no file. */
  readonly size: number | null;
}

/** What a file is made from beside its campaign: short texts by name. */
export type Params = Readonly<Record<string, string>>;

/** What came of a job is kept this long. */
export const keptSeconds = 24 * 60 * 60;

/** The server that makes a file says so each second. */
const silentSeconds = 60;

/** A job whose server said nothing since this instant has been broken off. */
export const silentSince = (now: string): string => addSeconds(now, -silentSeconds);

/** It still goes on. */
export const isUnderWay = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'waiting' || state === 'running';
