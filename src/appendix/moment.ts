import type { Campaign } from '../campaigns/campaign.ts';
import { lineOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText, dayTyped, hourTyped, instantAt } from '../kit/time.ts';

/**
 * The moment that was typed, as UTC ISO text. Throws `day-unreal`, `hour-unreal`, `moment-future`, or
 * `moment-before-opening`.
 */
export const momentTyped = (
  form: URLSearchParams,
  { opensAt }: Pick<Campaign, 'opensAt'>,
  now: string,
): string => {
  const typed = { day: lineOf(form, 'ngay'), hour: lineOf(form, 'gio') };
  const day = dayTyped(typed.day);
  const hour = hourTyped(typed.hour);
  if (day === undefined) throw new Problem('day-unreal', 'ngay', { typed: typed.day });
  if (hour === undefined) throw new Problem('hour-unreal', 'gio', { typed: typed.hour });
  const moment = instantAt(day, hour);
  if (moment > now) throw new Problem('moment-future', 'ngay', { now: dateTimeText(now) });
  if (moment < opensAt)
    throw new Problem('moment-before-opening', 'ngay', { opens: dateTimeText(opensAt) });
  return moment;
};
