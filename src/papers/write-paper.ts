import { writeDocument } from '../adapters/document-writer.ts';
import type { WrittenFile } from '../appendix/write-appendix.ts';
import type { Db } from '../db/schema.ts';
import { paperFileName } from './file-name.ts';
import { unitPaper } from './unit-paper.ts';
import { unitReportOf, type Wanted } from './unit-report.ts';

/**
 * A unit's written report as a .docx file. Refuses with `not-found`. The server runs it in a worker
 * (`worker.ts`).
 */
export const writeUnitPaper = async (db: Db, wanted: Wanted): Promise<WrittenFile> => {
  const report = await unitReportOf(db, wanted);
  return {
    fileName: paperFileName(report.unitCode, report.campaign.code, wanted.version),
    bytes: await writeDocument(unitPaper(report)),
  };
};
