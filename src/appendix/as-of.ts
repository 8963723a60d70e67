import type { ReportEventKind, ReportState } from '../reports/report.ts';

/** A report as it stands now, and the last event that changed its state by the moment asked about. */
export interface StandingNow {
  readonly state: ReportState;
  /** When it came into this state, other than by a first draft. */
  readonly stateAt: string;
  readonly draftSavedAt: string | null;
  readonly lastVersion: number;
  readonly lastKind: ReportEventKind | null;
}

const stateAfterEvent: Partial<Record<ReportEventKind, ReportState>> = {
  sent: 'submitted',
  withdrawn: 'draft',
  returned: 'returned',
  accepted: 'accepted',
  reopened: 'draft',
  exempted: 'exempt',
  owed_again: 'not_started',
};

/**
 * The state of a report at a moment. Beginning a draft leaves no event, so a unit that had never sent
 * by then, and has saved its draft since, is taken for one that had not begun: both have not reported.
 */
export const stateThen = (report: StandingNow, moment: string): ReportState => {
  const { state, stateAt, draftSavedAt, lastVersion, lastKind } = report;
  if (stateAt > moment) return (lastKind && stateAfterEvent[lastKind]) ?? 'not_started';
  const isFirstDraft = state === 'draft' && lastVersion === 0;
  return isFirstDraft && (draftSavedAt ?? '') > moment ? 'not_started' : state;
};

/** One change of who must report, by codes of units. */
export interface DutyChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Which units owed a report at a moment other than now. */
export interface DutyThen {
  /** Codes of units that owe none now and owed one then. */
  readonly more: ReadonlySet<string>;
  /** Codes of units that have been asked since. */
  readonly notYet: ReadonlySet<string>;
}

/** Who owed a report before these changes, in their order: the first change that names a unit tells. */
export const dutyBefore = (changes: readonly DutyChange[]): DutyThen => {
  const more = new Set<string>();
  const notYet = new Set<string>();
  const isNew = (code: string) => !more.has(code) && !notYet.has(code);
  for (const { added, removed } of changes) {
    for (const code of removed.filter(isNew)) more.add(code);
    for (const code of added.filter(isNew)) notYet.add(code);
  }
  return { more, notYet };
};
