import { nameKey } from '../vietnamese/names.ts';

/** A remark of the office beside one row of a list; in characters. */
export const longestRemark = 200;

/** What the office wrote beside one row of a version. */
export interface Remark {
  /** Position in the version that was returned, from 1. */
  readonly row: number;
  /** The name that stood in that row. */
  readonly name: string;
  readonly text: string;
}

/** Remarks found again in a list that may have been sorted, mended or shortened since. */
export interface PlacedRemarks {
  /** Position in the list, from 1 → the remark that belongs there. */
  readonly placed: ReadonlyMap<number, Remark>;
  /** Those whose name stands nowhere in the list any more. */
  readonly gone: readonly Remark[];
}

/**
 * Finds the rows of remarks by name. Of several rows with one name the remark's own position is
 * taken first, then the first that has no remark yet.
 */
export const placeRemarks = (
  remarks: readonly Remark[],
  list: readonly { readonly name: string }[],
): PlacedRemarks => {
  const rows = new Map<string, number[]>();
  for (const [index, { name }] of list.entries())
    rows.set(nameKey(name), [...(rows.get(nameKey(name)) ?? []), index + 1]);
  const placed = new Map<number, Remark>();
  const moved: Remark[] = [];
  for (const remark of remarks) {
    const stays = rows.get(nameKey(remark.name))?.includes(remark.row);
    if (stays) placed.set(remark.row, remark);
    else moved.push(remark);
  }
  const gone = moved.filter((remark) => {
    const free = rows.get(nameKey(remark.name))?.find((row) => !placed.has(row));
    if (free !== undefined) placed.set(free, remark);
    return free === undefined;
  });
  return { placed, gone };
};
