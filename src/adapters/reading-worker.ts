import type { ReadSheet } from '../kit/read-sheet.ts';
import { type Refusable, refusalAsValue } from './refusals.ts';
import { readWorkbook } from './workbook-reader.ts';

/** Called before a task whose time is limited: answers once everything is loaded. */
export const ready = (): true => true;

/** Runs in a worker thread; the pool calls it by this name. */
export const read = (bytes: Uint8Array): Refusable<readonly ReadSheet[]> =>
  refusalAsValue(() => readWorkbook(bytes));
