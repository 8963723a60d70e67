import type { Campaign } from '../campaigns/campaign.ts';
import { countText, nothingToCount } from '../kit/ratio.ts';
import { dayText } from '../kit/time.ts';
import { sentSoFarText } from '../strings/desk.ts';
import type { SentDaysShown } from './board-pages.ts';
import { dayChart } from './day-chart.ts';
import type { Progress } from './progress.ts';
import { neededBy, type SentDays, sentByDay, spanOf } from './sent-by-day.ts';
import type { SentHour } from './store.ts';

/** Units that have sent, day by day, as drawing and as table; `null` while no unit has to report. */
export const sentDaysOf = (
  campaign: Pick<Campaign, 'opensAt' | 'deadlineAt' | 'closedAt'>,
  hours: readonly SentHour[],
  { units, sent }: Pick<Progress, 'units' | 'sent'>,
  now: string,
): SentDaysShown | null => {
  if (units === 0) return null;
  const columns = sentByDay(campaign, hours, units, now);
  const needed = now < campaign.deadlineAt ? neededBy(campaign, now, units) : null;
  return {
    text: sentSoFarText({ sent, units, needed }),
    chart: dayChart(campaign, columns, spanOf(campaign, hours, now), units),
    rows: columns.map(rowOf),
  };
};

const rowOf = ({ day, sent, total, needed }: SentDays): SentDaysShown['rows'][number] => ({
  day: dayText(day),
  sent: sent === null ? nothingToCount : countText(sent),
  total: total === null ? nothingToCount : countText(total),
  needed: countText(needed),
});
