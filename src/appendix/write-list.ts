import { writeWorkbook } from '../adapters/workbook-writer.ts';
import type { Db } from '../db/schema.ts';
import type { Tell } from '../jobs/progress.ts';
import { listFileName, workbookOf } from './appendix.ts';
import { type CsvCell, csvFile } from './csv.ts';
import type { ListParams } from './kinds.ts';
import { namesAsRows, outstandingAsRows } from './list-rows.ts';
import { outstandingSheet } from './outstanding-sheet.ts';
import { peopleSheet } from './people-sheet.ts';
import type { Sheet } from './sheet.ts';
import {
  type AppendixContent,
  contentOfAppendix,
  rowsAbout,
  type WrittenFile,
} from './write-appendix.ts';

/** A list of a campaign and the instant at which somebody asked for it (UTC ISO text). */
interface AskedList extends ListParams {
  readonly campaignId: string;
  readonly at: string;
}

/**
 * Names by unit or units that have not reported, as a workbook of one sheet or as CSV. Refuses with
 * `not-found` when there is no such campaign. The server runs it in a worker (`worker.ts`).
 */
export const writeList = async (db: Db, asked: AskedList, tell: Tell): Promise<WrittenFile> => {
  const content = await contentOfAppendix(db, asked.campaignId);
  const { campaign, consolidation } = content;
  const of = asked.list === 'names' ? rowsAbout(consolidation) : 0;
  tell({ done: 0, of });
  const written = (done: number) => tell({ done, of });
  return {
    fileName: listFileName(asked, campaign.code, asked.at),
    bytes:
      asked.format === 'csv'
        ? csvFile(csvRows(asked, content), written)
        : await writeWorkbook(workbookOf(campaign, asked.at, [sheetOf(asked, content)]), written),
  };
};

const sheetOf = (
  { list }: AskedList,
  { campaign, consolidation, people }: AppendixContent,
): Sheet =>
  list === 'names'
    ? peopleSheet(campaign, consolidation, people)
    : outstandingSheet(campaign, consolidation);

const csvRows = (
  { list }: AskedList,
  { campaign, consolidation, people }: AppendixContent,
): Iterable<readonly CsvCell[]> =>
  list === 'names'
    ? namesAsRows(campaign, consolidation, people)
    : outstandingAsRows(consolidation);
