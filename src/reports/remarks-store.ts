import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { Remark } from './remark.ts';

/** A remark, and the return that it came with: its position among the report's events. */
export interface KeptRemark extends Remark {
  readonly event: number;
}

const rowsAtOnce = 250;

/** Keeps remarks with the return that was added to the report's events in this transaction. */
export const addRemarks = async (
  tx: Tx,
  reportId: string,
  event: number,
  remarks: readonly Pick<Remark, 'row' | 'text'>[],
): Promise<void> => {
  const rows = remarks.map(({ row, text }) => ({
    report_id: reportId,
    event,
    row_number: row,
    text,
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await tx
      .insertInto('return_remark')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
};

/** All remarks that were ever made about a report, in the order of its rows. */
export const remarksOf = (db: Db, reportId: string): Promise<KeptRemark[]> => remarks(db, reportId);

const remarks = builtOnce((db, reportId: string) =>
  db
    .selectFrom('return_remark')
    .innerJoin('report_event', (on) =>
      on
        .onRef('report_event.report_id', '=', 'return_remark.report_id')
        .onRef('report_event.position', '=', 'return_remark.event'),
    )
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report_event.report_id')
        .onRef('version.number', '=', 'report_event.version'),
    )
    .innerJoin('version_participant', (on) =>
      on
        .onRef('version_participant.version_id', '=', 'version.id')
        .onRef('version_participant.position', '=', 'return_remark.row_number'),
    )
    .select(['return_remark.event', 'return_remark.row_number as row', 'return_remark.text'])
    .select('version_participant.name')
    .where('return_remark.report_id', '=', reportId)
    .orderBy('return_remark.event')
    .orderBy('return_remark.row_number'),
);
