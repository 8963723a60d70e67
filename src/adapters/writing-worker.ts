import type { Workbook } from '../appendix/sheet.ts';
import { writeWorkbook } from './workbook-writer.ts';
import { handedOver } from './worker-pool.ts';

/** Runs in a worker thread; the pool calls it by this name. */
export const write = async (workbook: Workbook) => {
  const bytes = await writeWorkbook(workbook);
  return handedOver(bytes, bytes);
};
