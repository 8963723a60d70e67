import { type Choices, readList } from '../lists/read-list.ts';
import type { ListRead } from '../lists/reading.ts';
import { repaired } from '../lists/repair.ts';
import type { Asking } from '../reports/check-rows.ts';
import { readGrid } from './list-reader.ts';
import { type Marks, markFaults } from './marked-workbook.ts';
import { type Refusable, refusalAsValue } from './refusals.ts';
import { handedOver } from './worker-pool.ts';

/** What is read, for which campaign, and what the clerk chose. */
export interface ListTask {
  readonly bytes: Uint8Array;
  readonly asking: Asking;
  readonly choices: Choices;
}

/** Runs in a worker thread; the pool calls it by this name. */
export const list = ({ bytes, asking, choices }: ListTask): Refusable<ListRead> =>
  refusalAsValue(() => {
    const { sheets, repairs } = repaired(readGrid(bytes), choices.letters ?? 'unicode');
    const reading = readList(sheets, asking, choices);
    return { reading, repairs: repairs.get(reading.sheet) ?? [] };
  });

/** Runs in a worker thread; the pool calls it by this name. */
export const marked = async (task: { bytes: Uint8Array; marks: Marks }) => {
  const bytes = await markFaults(task.bytes, task.marks);
  return handedOver(bytes, bytes);
};
