import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';

/** Who signs for a unit. */
export interface Signer {
  readonly signerTitle: string;
  readonly signerName: string;
}

/** Who signed what this unit sent last, in whichever campaign; `undefined` while nobody was named. */
export const lastSigner = async (db: Db, unitId: string): Promise<Signer | undefined> =>
  (await signers(db, unitId))[0];

const signers: (db: Db, unitId: string) => Promise<Signer[]> = builtOnce((db, unitId: string) =>
  db
    .selectFrom('version')
    .innerJoin('report', 'report.id', 'version.report_id')
    .select(['version.signer_title as signerTitle', 'version.signer_name as signerName'])
    .where('report.unit_id', '=', unitId)
    .where((where) =>
      where.or([where('version.signer_name', '<>', ''), where('version.signer_title', '<>', '')]),
    )
    .orderBy('version.sent_at', 'desc')
    .orderBy('version.id', 'desc')
    .limit(1),
);
