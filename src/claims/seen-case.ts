import type { ListRow, Verdict, Verdicts } from './standing.ts';
import type { SeenRow } from './store.ts';

/** The officer's answer: one person who counts in a report's unit, or different people. */
export interface Choice {
  readonly verdict: Verdict;
  /** Where one person counts; `null` for different people. */
  readonly countedReportId: string | null;
}

/** A case as the officer's page showed it, with the answer. */
export interface SeenCase {
  /** All rows of the case. */
  readonly rows: readonly SeenRow[];
  /** Those of them that the answer is about. */
  readonly ticked: readonly SeenRow[];
  /** `settledAmong` the rows, when the page was made. */
  readonly settled: string;
  /** `null`: nothing was chosen. */
  readonly choice: Choice | null;
}

/** A row as a form names it. */
export const rowToken = ({ versionId, position, part }: SeenRow): string =>
  `${versionId}:${position}:${part}`;

/** The row that a form names; `undefined` for anything else. */
export const seenRow = (token: string): SeenRow | undefined => {
  const found = /^([\w-]{1,60}):([1-9]\d{0,6}):(\d{1,6})$/.exec(token);
  const [, versionId = '', position, part] = found ?? [];
  return found ? { versionId, position: Number(position), part: Number(part) } : undefined;
};

/** The answer that a form names; `null` for anything else. */
export const choiceTyped = (typed: string): Choice | null => {
  if (typed === 'different') return { verdict: 'different', countedReportId: null };
  const [, countedReportId] = /^same:([\w-]{1,60})$/.exec(typed) ?? [];
  return countedReportId === undefined ? null : { verdict: 'same', countedReportId };
};

/** Which of these rows are decided about already, as one short text: tells whether a colleague was faster. */
export const settledAmong = (rows: readonly ListRow[], settled: Verdicts['settled']): string =>
  rows
    .flatMap((one, index) =>
      rows.flatMap((other, later) =>
        later > index && settled(one, other) ? [`${index + 1}-${later + 1}`] : [],
      ),
    )
    .join(' ');
