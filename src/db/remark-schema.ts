/** What officers wrote beside single rows when they returned a report. */
export interface RemarkTables {
  return_remark: ReturnRemarkRow;
}

export interface ReturnRemarkRow {
  report_id: string;
  /** Position of the return among the report's events. */
  event: number;
  /** Position in the list of the version that was returned, from 1. */
  row_number: number;
  text: string;
}
