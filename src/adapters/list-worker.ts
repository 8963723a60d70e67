import type { Marks } from '../lists/marks.ts';
import { readList } from '../lists/read-list.ts';
import type { ListRead, ListTask } from '../lists/reading.ts';
import { repaired } from '../lists/repair.ts';
import { readGrid } from './list-reader.ts';
import { type Refusable, refusalAsValue } from './refusals.ts';
import { handedOver } from './worker-pool.ts';

/** Called before a task whose time is limited: answers once everything is loaded. */
export const ready = (): true => true;

/** Runs in a worker thread; the pool calls it by this name. */
export const list = ({ bytes, asking, choices }: ListTask): Refusable<ListRead> =>
  refusalAsValue(() => {
    const { sheets, repairs } = repaired(readGrid(bytes));
    const reading = readList(sheets, asking, choices);
    return { reading, repairs: repairs.get(reading.sheet) ?? [] };
  });

/** Runs in a worker thread; the pool calls it by this name. */
export const marked = async (task: { bytes: Uint8Array; marks: Marks }) => {
  // Only now: its library takes half a second to load, and reading goes without.
  const { markFaults } = await import('./marked-workbook.ts');
  const bytes = await markFaults(task.bytes, task.marks);
  return handedOver(bytes, bytes);
};
