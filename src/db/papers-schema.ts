/** The tables of written reports. */
export interface PapersTables {
  check_code: CheckCodeRow;
}

/** One for each version that was sent or printed since there are codes. */
export interface CheckCodeRow {
  code: string;
  report_id: string;
  version: number;
  made_at: string;
}
