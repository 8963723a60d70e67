import { durationText } from '../kit/time.ts';
import { isBeingMended, lateBy, type ReportState } from '../reports/report.ts';

/** Rule 5: the note of a unit that counts in no sum. */
export const missingNote = (state: ReportState): string =>
  state === 'exempt' ? 'Không thuộc diện báo cáo' : 'Chưa báo cáo';

/** Rules 6 to 8: late, nobody took part, being mended; `''` when there is nothing to say. */
export const sentNote = (state: ReportState, sent: Sent): string => {
  const late = lateBy(sent);
  return [
    late === undefined ? [] : `Gửi muộn ${durationText(late)}`,
    sent.nobodyReason === null ? [] : `Không có người dự thi: ${sent.nobodyReason}`,
    isBeingMended({ state, lastVersion: sent.number }) ? 'đang sửa' : [],
  ]
    .flat()
    .join('; ');
};

interface Sent {
  readonly number: number;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly nobodyReason: string | null;
}
