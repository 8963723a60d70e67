import { timeText } from '../kit/time.ts';

/** Who was faster, and when, for the sentence that tells it: `{ by: 'Trần Thị Lan', at: '09:12' }`. */
export const whoWasFaster = (
  last: { readonly by: string | null; readonly at: string } | undefined,
) => ({
  by: last?.by ?? 'Người khác',
  at: last ? timeText(last.at) : '',
});
