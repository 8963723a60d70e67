/** What one unit owes in one campaign moves through these states. */
export const reportStates = [
  'not_started',
  'draft',
  'submitted',
  'returned',
  'accepted',
  'exempt',
] as const;
export type ReportState = (typeof reportStates)[number];

export type ReportEventKind =
  | 'sent'
  | 'withdrawn'
  | 'returned'
  | 'accepted'
  | 'reopened'
  | 'extended'
  | 'exempted'
  | 'owed_again';

/** A change of state that somebody asks for. */
export type ReportMove =
  | 'save'
  | 'send'
  | 'withdraw'
  | 'return'
  | 'accept'
  | 'reopen'
  | 'exempt'
  | 'owe'
  | 'resume';

/** What the office may decide about a sent report. */
export type Decision = Extract<ReportMove, 'accept' | 'return' | 'reopen'>;

const moves: Record<ReportMove, Partial<Record<ReportState, ReportState>>> = {
  save: { not_started: 'draft', draft: 'draft', returned: 'returned' },
  send: { not_started: 'submitted', draft: 'submitted', returned: 'submitted' },
  withdraw: { submitted: 'draft' },
  return: { submitted: 'returned', accepted: 'returned' },
  accept: { submitted: 'accepted' },
  reopen: { accepted: 'draft' },
  exempt: { not_started: 'exempt', draft: 'exempt' },
  // Owed again: from the beginning, or with the draft that was there.
  owe: { exempt: 'not_started' },
  resume: { exempt: 'draft' },
};

/** The state after `move`, or `undefined` when it is not allowed in `state`. */
export const stateAfter = (state: ReportState, move: ReportMove): ReportState | undefined =>
  moves[move][state];

/** Rule 6: a sent report counts with its last version; while a newer one is being made it is marked. */
export const isBeingMended = (report: { state: ReportState; lastVersion: number }): boolean =>
  report.lastVersion > 0 && (report.state === 'draft' || report.state === 'returned');

/** Rule 5: only a unit that has sent at least once counts in a sum. */
export const counts = (report: { state: ReportState; lastVersion: number }): boolean =>
  report.lastVersion > 0 && report.state !== 'exempt';

/** A report that could still be sent, and never was, in a campaign that is not closed. */
export const isUnsent = (report: {
  state: ReportState;
  lastVersion: number;
  closedAt: string | null;
}): boolean =>
  report.closedAt === null &&
  report.lastVersion === 0 &&
  stateAfter(report.state, 'exempt') !== undefined;

/** Rule 7: how late a version came, in seconds, or `undefined` when it was on time. */
export const lateBy = (version: { sentAt: string; dueAt: string }): number | undefined =>
  version.sentAt < version.dueAt
    ? undefined
    : Math.floor((Date.parse(version.sentAt) - Date.parse(version.dueAt)) / 1000);
