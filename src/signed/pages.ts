import type { Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** One file of a signed copy. */
export interface SignedFileLine {
  readonly number: number;
  /** `Tệp 1` */
  readonly name: string;
  /** `Ảnh`, `Tệp PDF` */
  readonly kind: string;
  /** `1,2 MB` */
  readonly size: string;
  readonly addedAt: string;
  readonly addedBy: string;
  /** Saves the file; actions are POSTed below it. */
  readonly href: string;
  /** The small picture of an image, or null. */
  readonly preview: string | null;
  readonly can: { readonly up: boolean; readonly down: boolean };
}

/** signed/copy: the signed copy of a report's last version, for its unit and for the office. */
export interface SignedCopyPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly unit: string;
  readonly campaign: string;
  readonly back: { readonly href: string; readonly label: string };
  /** Files are POSTed here. */
  readonly path: string;
  /** The version in view; null while nothing was sent. */
  readonly version: { readonly number: number; readonly sentAt: string } | null;
  /** Where things stand, or null. */
  readonly remark: string | null;
  readonly files: readonly SignedFileLine[];
  readonly canTakeAway: boolean;
  /** How much can still be added. */
  readonly room: string;
}

/** signed/dossier: who owes a signed copy, and everything as one archive. */
export interface DossierPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  readonly boardPath: string;
  readonly path: string;
  /** Units have sent: there is something to download. */
  readonly any: boolean;
  readonly whole: string;
  readonly asked: boolean;
  readonly have: string;
  /** Leads to those on the board; null when none is missing or none is asked for. */
  readonly missing: { readonly text: string; readonly href: string } | null;
}
