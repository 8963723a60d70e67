/** The tables of finals and of phone calls; both are append-only by trigger. */
export interface FinalTables {
  appendix_final: AppendixFinalRow;
  unit_call: UnitCallRow;
}

/** The appendix of a campaign as it was made final: its totals, its file, its figures. */
interface AppendixFinalRow {
  id: string;
  campaign_id: string;
  /** 1, 2, 3 … within its campaign. */
  number: number;
  at: string;
  account_id: string;
  /** Units that stand behind the totals, and units that owed a report. */
  counted: number;
  owed: number;
  headcount: number;
  participants: number;
  file_name: string;
  /** Of the file's bytes, in hex. */
  sha256: string;
  /** The length of the file. */
  bytes: number;
  /** The file, in base64. */
  content: string;
  /** JSON: `FinalFigures`. */
  figures: string;
}

/** An officer has phoned a unit about its report. */
interface UnitCallRow {
  /** The key of the form that it was noted on: a second click adds nothing. */
  id: string;
  campaign_id: string;
  unit_id: string;
  at: string;
  account_id: string;
  /** May be ''. */
  note: string;
}
