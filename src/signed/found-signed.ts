import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { foundFor } from '../reports/found.ts';
import { reportPath } from '../reports/head.ts';
import { type Found, reportFound } from '../reports/store.ts';
import { unsignedBadge } from '../strings/signed.ts';
import type { Page, SignedVisit } from '../web/page.ts';
import { signedAsked } from './asked-store.ts';
import { fileLines } from './copy-page.ts';
import type { Side } from './signed.ts';
import { signedFileIn, signedFilesOf } from './store.ts';

/** The two ways to one signed copy: the unit's own report, and the office's page of any unit. */
export interface Way {
  readonly side: Side;
  readonly audience: Extract<Page['audience'], 'report units' | 'run campaigns'>;
  /** Begins the addresses of its pages. */
  readonly place: string;
  /** Throws `not-found`, for another unit's report as well. */
  readonly found: (context: Context, visit: SignedVisit) => Promise<Found>;
  /** The report's own page. */
  readonly reportPath: (found: Found) => string;
}

export const ways: readonly Way[] = [
  {
    side: 'unit',
    audience: 'report units',
    place: '/bao-cao/:campaign/:unit/ban-ky',
    found: foundFor,
    reportPath: ({ campaign, report }) => reportPath(campaign.code, report.unitCode),
  },
  {
    side: 'office',
    audience: 'run campaigns',
    place: '/tien-do/:campaign/:unit/ban-ky',
    found: ({ db }, { params }) => reportFound(db, params.campaign ?? '', params.unit ?? ''),
    reportPath: ({ campaign, report }) => `/tien-do/${campaign.code}/${report.unitCode}`,
  },
];

/** The file that the address names, if it belongs to this report. Throws `not-found`. */
export const fileFor = async (context: Context, { report }: Found, visit: SignedVisit) => {
  const file = await signedFileIn(context.db, report.id, visit.params.file ?? '');
  if (!file) throw new Problem('not-found');
  return file;
};

/** The signed copy of a version on the office's page of its report; a tag where it is owed and missing. */
export const signedSection = async (
  { db }: Context,
  { campaign, report }: Found,
  version: { readonly id: string } | undefined,
) => {
  if (!version) return { files: [], tags: [] };
  const files = await signedFilesOf(db, version.id);
  const missing = files.length === 0 && (await signedAsked(db, campaign.id));
  return {
    files: fileLines(files, `/tien-do/${campaign.code}/${report.unitCode}/ban-ky`),
    tags: missing ? [unsignedBadge] : [],
  };
};
