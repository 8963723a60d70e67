import { Problem } from '../kit/problem.ts';
import type { Params } from './job.ts';

/**
 * A kind of file that may take long. To add one: write a worker function
 * `(task: { place, campaignId, at, progress?, …params }) => Promise<WrittenFile>` as in
 * `appendix/worker.ts` (`tellThrough(task.progress)` where rows can be counted), describe it as a
 * `Kind` beside it as in `appendix/kinds.ts`, add it to `jobs/kinds.ts`, and let its POST answer with
 * `exported(context, visit, wantedFile(kind, campaign.id, params))`. Nothing else knows of kinds.
 */
export interface Kind {
  /** As it is stored. */
  readonly code: string;
  /** The function that makes the file: of which file below `src/` (without its ending), by what name. */
  readonly work: { readonly file: string; readonly name: string };
  /** How the history calls taking such a file: `appendix.exported`. */
  readonly taken: `${string}.exported`;
  /** What its params must look like: a schema of zod. */
  readonly params: { safeParse(typed: unknown): { success: true; data: Params } | Unfit };
  /** On screen: `Phụ lục tổng hợp (.xlsx)`. */
  readonly title: (params: Params) => string;
  /** What browsers call the file. */
  readonly type: (params: Params) => string;
}

interface Unfit {
  readonly success: false;
}

/** A file that somebody wants. */
export interface Wanted {
  readonly kind: Kind;
  readonly campaignId: string;
  readonly params: Params;
}

/** Refuses with `not-found` when the params do not fit: they come out of an address. */
export const wantedFile = (kind: Kind, campaignId: string, typed: Params = {}): Wanted => {
  const read = kind.params.safeParse(typed);
  if (!read.success) throw new Problem('not-found');
  return { kind, campaignId, params: read.data };
};
