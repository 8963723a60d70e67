import { durationText } from '../kit/time.ts';
import type { Explanation } from '../reports/query.ts';
import { isBeingMended, lateBy, type ReportState } from '../reports/report.ts';
import { explanationLine } from '../strings/queries.ts';
import { type CountedElsewhere, elsewhereNotes } from './elsewhere.ts';

/** Rule 5: the note of a unit that counts in no sum. */
export const missingNote = (state: ReportState): string =>
  state === 'exempt' ? 'Không thuộc diện báo cáo' : 'Chưa báo cáo';

/**
 * Rules 6 to 9: late, nobody took part, being mended, counted elsewhere; then what the unit explained. `''` when there is
 * nothing to say.
 */
export const sentNote = (state: ReportState, sent: Sent): string => {
  const late = lateBy(sent);
  const parts = [
    late === undefined ? [] : `Gửi muộn ${durationText(late)}`,
    sent.nobodyReason === null ? [] : `Không có người dự thi: ${sent.nobodyReason}`,
    isBeingMended({ state, lastVersion: sent.number }) ? 'đang sửa' : [],
    elsewhereNotes(sent.elsewhere ?? []),
    sent.explanations.map(explanationLine),
  ];
  return fitted(parts.flat().join('; '));
};

/** A longer text does not stand in a row of the tallest height, and would be cut by the paper. */
const longestNote = 400;
const inFull = ' … (xem đủ ở tệp điện tử của đơn vị)';

const fitted = (note: string): string =>
  note.length > longestNote ? note.slice(0, longestNote - inFull.length).trimEnd() + inFull : note;

interface Sent {
  readonly number: number;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly nobodyReason: string | null;
  readonly elsewhere?: readonly CountedElsewhere[];
  readonly explanations: readonly Pick<Explanation, 'code' | 'text'>[];
}
