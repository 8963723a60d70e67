import { dateTimeText } from '../kit/time.ts';
import type { TypedParticipant } from '../participants/participant.ts';
import { remarkText } from '../strings/remarks.ts';
import type { FormPage, RowInput } from './form-pages.ts';
import type { ReportEvent } from './past.ts';
import { placeRemarks } from './remark.ts';
import type { KeptRemark } from './remarks-store.ts';

/** Why a report was returned the last time, and beside which rows of its draft something was remarked. */
export interface LastReturn {
  readonly notice: FormPage['returned'];
  /** Row of the draft, from 1 → the remark. */
  readonly remarks: ReadonlyMap<number, string>;
}

/** Nothing was returned, or it has been sent again since. */
export const notReturned: LastReturn = { notice: null, remarks: new Map() };

/** The last return among a report's events (the newest first), its remarks found again in the draft. */
export const lastReturn = (
  events: readonly ReportEvent[],
  kept: readonly KeptRemark[],
  rows: readonly TypedParticipant[],
): LastReturn => {
  const event = events.find(({ kind }) => kind === 'returned');
  if (!event) return notReturned;
  const own = kept.filter((remark) => remark.event === event.position);
  const { placed, gone } = placeRemarks(own, rows);
  const inOrder = [...placed].sort(([one], [other]) => one - other);
  return {
    notice: {
      reason: event.reason ?? '',
      at: dateTimeText(event.at),
      remarks: inOrder.map(([row, { text }]) => ({ row, text })),
      gone: gone.map(remarkText),
    },
    remarks: new Map(inOrder.map(([row, { text }]) => [row, text])),
  };
};

/** The rows of the form with what was remarked beside them. */
export const withRemarks = (rows: readonly RowInput[], { remarks }: LastReturn): RowInput[] =>
  rows.map((row) => ({ ...row, remark: remarks.get(row.number) ?? null }));
