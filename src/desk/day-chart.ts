import { countText } from '../kit/ratio.ts';
import { daysBetween, endsAt, instantAt } from '../kit/time.ts';
import type { DayChart } from './board-pages.ts';
import type { Running, SentDays, Span } from './sent-by-day.ts';

/** All lengths are units of the drawing, which is as wide as there is room for it. */
const width = 640;
const height = 280;
const plot = { left: 72, right: 600, top: 44, bottom: 232 };
const mostDayLabels = 5;
const gap = 0.2;

/** Where everything stands in the drawing of units that have sent, day by day. */
export const dayChart = (
  running: Running,
  columns: readonly SentDays[],
  { first, last }: Span,
  expected: number,
): DayChart => {
  const days = daysBetween(first, last) + 1;
  const top = Math.max(expected, ...columns.map(({ total }) => total ?? 0), 1);
  const y = (units: number) => rounded(plot.bottom - ((plot.bottom - plot.top) * units) / top);
  const x = (instant: string) => {
    const day = (Date.parse(instant) - Date.parse(instantAt(first, '00:00'))) / dayMilliseconds;
    const share = Math.min(1, Math.max(0, day / days));
    return rounded(plot.left + (plot.right - plot.left) * share);
  };
  const due = x(running.deadlineAt);
  return {
    width,
    height,
    plot,
    columns: bars(columns, y),
    levels: [...new Set([0, Math.round(expected / 2), expected])].map((units) => ({
      y: y(units),
      label: countText(units),
    })),
    days: dayLabels(columns),
    needed: `${x(running.opensAt)},${y(0)} ${due},${y(expected)} ${plot.right},${y(expected)}`,
    deadline: deadlineMark(running.deadlineAt, due),
  };
};

const dayMilliseconds = 24 * 60 * 60 * 1000;

const rounded = (length: number): number => Math.round(length * 10) / 10;

const bars = (columns: readonly SentDays[], y: (units: number) => number): DayChart['columns'] => {
  const each = (plot.right - plot.left) / columns.length;
  return columns.flatMap(({ total }, index) =>
    total === null || total === 0
      ? []
      : {
          x: rounded(plot.left + each * (index + gap / 2)),
          y: y(total),
          width: rounded(each * (1 - gap)),
          height: rounded(plot.bottom - y(total)),
        },
  );
};

/** A few days, evenly, the first and the last among them; one that would stand twice stands once. */
const dayLabels = (columns: readonly SentDays[]): DayChart['days'] => {
  const each = (plot.right - plot.left) / columns.length;
  const count = Math.min(mostDayLabels, columns.length);
  return Array.from({ length: count }, (_, label) => {
    const index = count === 1 ? 0 : Math.round((label * (columns.length - 1)) / (count - 1));
    const day = columns[index]?.day ?? '';
    return { x: rounded(plot.left + each * (index + 0.5)), label: shortDay(day) };
  });
};

/** Its words stand on the side where there is room. */
const deadlineMark = (deadlineAt: string, x: number): DayChart['deadline'] => {
  const isRight = x > (plot.left + plot.right) / 2;
  return {
    x,
    textX: isRight ? x - 6 : x + 6,
    anchor: isRight ? 'end' : 'start',
    label: `Hạn gửi ${shortDay(endsAt(deadlineAt).day)}`,
  };
};

/** `12/12` */
const shortDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;
