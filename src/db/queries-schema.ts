/** The table of what clerks write about queries before they send. */
export interface QueryTables {
  /** One for each query of a draft that something was written for; `code` is a `QueryCode`. */
  draft_explanation: { report_id: string; code: string; text: string };
}
