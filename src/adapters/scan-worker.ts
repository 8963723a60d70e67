import { createHash } from 'node:crypto';
import { Problem, type ProblemCode } from '../kit/problem.ts';
import type { Scan } from '../signed/signed.ts';
import { pdfFault } from './pdf-check.ts';
import type { Refusable } from './refusals.ts';
import { uprightImage } from './scan-image.ts';
import { kindOfScan, type ScanKind } from './scan-kind.ts';
import { handedOver } from './worker-pool.ts';

/** Called before a task whose time is limited: answers once everything is loaded. */
export const ready = (): true => true;

/** Runs in a worker thread; the pool calls it by this name. */
export const scan = async (bytes: Uint8Array<ArrayBuffer>): Promise<Refusable<Scan>> => {
  try {
    const value = await scanned(bytes);
    return handedOver({ value }, value.bytes);
  } catch (failure) {
    if (failure instanceof Problem) return { refused: failure.code, details: failure.details };
    throw failure;
  }
};

const scanned = async (bytes: Uint8Array<ArrayBuffer>): Promise<Scan> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kind = kindOfScan(bytes);
  if (kind === 'jpeg' || kind === 'png')
    return { kind: 'jpeg', sha256, ...(await uprightImage(bytes, kind)) };
  const fault = kind === 'pdf' ? pdfFault(bytes) : refusals[kind];
  if (fault) throw new Problem(fault);
  return { kind: 'pdf', sha256, bytes, preview: null };
};

const refusals: Readonly<Record<Exclude<ScanKind, 'pdf' | 'jpeg' | 'png'>, ProblemCode>> = {
  empty: 'scan-empty',
  heic: 'scan-heic',
  other: 'scan-unknown',
};
