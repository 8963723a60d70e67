import { Problem, type ProblemCode, type ProblemDetails } from '../kit/problem.ts';
import type { ReadSheet } from '../kit/read-sheet.ts';
import { readWorkbook } from './workbook-reader.ts';

export type Reading =
  | { readonly sheets: readonly ReadSheet[] }
  | { readonly refused: ProblemCode; readonly details: ProblemDetails };

/** Runs in a worker thread; the pool calls it by this name. */
export const read = (bytes: Uint8Array): Reading => {
  try {
    return { sheets: readWorkbook(bytes) };
  } catch (failure) {
    if (failure instanceof Problem) return { refused: failure.code, details: failure.details };
    throw failure;
  }
};
