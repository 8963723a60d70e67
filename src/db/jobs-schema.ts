import type { JobFailure, JobState } from '../jobs/job.ts';

/** The tables of files that are made in the background. */
export interface JobTables {
  job: JobRow;
  job_piece: { job_id: string; position: number; content: string };
}

export interface JobRow {
  id: string;
  /** `Kind.code` */
  kind: string;
  campaign_id: string;
  /** JSON: `Params`. */
  params: string;
  /** Equal for the same file of the same data. */
  key: string;
  title: string;
  state: JobState;
  asked_by: string;
  asked_at: string;
  /** Its server told of it last at this instant. */
  beat_at: string;
  /** Nobody sees it from this instant on. */
  expires_at: string;
  rows_done: number;
  /** About; 0 while it is not known. */
  rows_of: number;
  finished_at: string | null;
  file_name: string | null;
  type: string | null;
  /** In bytes. */
  size: number | null;
  error: JobFailure | null;
}
