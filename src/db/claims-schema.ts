import type { Verdict } from '../claims/standing.ts';

/** The tables of what the office decided about people whom two units or more have sent. */
export interface ClaimTables {
  claim_decision: ClaimDecisionRow;
  claim_person: ClaimPersonRow;
}

export interface ClaimDecisionRow {
  id: string;
  campaign_id: string;
  verdict: Verdict;
  /** Where one person counts; `null` for different people. */
  counted_report_id: string | null;
  decided_at: string;
  decided_by: string;
  undone_at: string | null;
  undone_by: string | null;
}

/** One of the people decided about, as the officer saw them: a row of a sent version. */
export interface ClaimPersonRow {
  decision_id: string;
  /** 1 … n within the decision. */
  place: number;
  report_id: string;
  version_id: string;
  /** Of the row in its version. */
  position: number;
  name_key: string;
  /** People of one part are not told apart by the decision. */
  part: number;
}
