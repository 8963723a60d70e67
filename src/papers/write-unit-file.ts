import { writeWorkbook } from '../adapters/workbook-writer.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import { campaignById } from '../campaigns/store.ts';
import type { Db } from '../db/schema.ts';
import { Problem } from '../kit/problem.ts';
import { reportById } from '../reports/store.ts';
import { versionNumbered } from '../reports/version-store.ts';
import { unitFileName } from './file-name.ts';
import { unitWorkbook } from './unit-workbook.ts';

/**
 * The electronic file of a sent version. Refuses with `not-found` when there is no such report or
 * version. The server runs it in a worker (`worker.ts`).
 */
export const writeUnitFile = async (
  db: Db,
  reportId: string,
  number: number,
): Promise<WrittenFile> => {
  const report = await reportById(db, reportId);
  const campaign = await campaignById(db, report.campaignId);
  const version = await versionNumbered(db, reportId, number);
  if (!campaign || !version) throw new Problem('not-found');
  return {
    fileName: unitFileName(report.unitCode, campaign.code, number),
    bytes: await writeWorkbook(unitWorkbook({ campaign, unitName: report.unitName, version })),
  };
};
