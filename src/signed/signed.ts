import type { ReportState } from '../reports/report.ts';

/** What a file of a signed copy is kept as: a PDF as it came, an image as an upright JPEG. */
export type SignedKind = 'pdf' | 'jpeg';

/** The most that one version takes. */
export const mostFiles = 30;
export const mostMegabytes = 50;
export const mostBytes = mostMegabytes * 1024 * 1024;

/** A file that was looked through in a worker, ready to be kept. */
export interface Scan {
  readonly kind: SignedKind;
  /** Nothing of what an image carried beside its picture is in it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A small JPEG, at most 40 kB; `null` for a PDF. */
  readonly preview: Uint8Array<ArrayBuffer> | null;
  /** Of the file as it was uploaded, in hex: the same file sent twice is one. */
  readonly sha256: string;
}

/** One file of a signed copy, without its content. */
export interface SignedFile {
  readonly id: string;
  readonly kind: SignedKind;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** Who acts on a signed copy: the unit whose report it is, or the office for a paper that came by hand. */
export type Side = 'unit' | 'office';

/** After a report was accepted its unit may add files and no longer take any away. */
export const mayTakeAway = (side: Side, state: ReportState): boolean =>
  side === 'office' || state !== 'accepted';

export const mediaTypes: Readonly<Record<SignedKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
};
