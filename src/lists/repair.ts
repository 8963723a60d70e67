import type { GridSheet } from './grid.ts';
import type { Repair } from './reading.ts';

/** Placeholder until the code tables are there. */
export const repaired = (
  sheets: readonly GridSheet[],
  _letters: 'unicode' | 'as-in-file',
): { sheets: readonly GridSheet[]; repairs: ReadonlyMap<string, readonly Repair[]> } => ({
  sheets,
  repairs: new Map(),
});
