/** Two whole numbers that make a percentage. The percentage itself is never stored, only shown. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

export const nothingToCount = '—';

/**
 * The ratio in hundredths of a percent, rounded half up from the whole numbers (15/16 → 9375),
 * or `undefined` when there is nothing to count. Exact for any counts below 2^53 / 20,000.
 */
export const hundredths = ({ part, whole }: Ratio): number | undefined =>
  whole === 0 ? undefined : Math.floor((part * 20_000 + whole) / (2 * whole));

/** As people read it: `93,75%`, or `—` when there is nothing to count. */
export const percentText = (ratio: Ratio): string => {
  const value = hundredths(ratio);
  if (value === undefined) return nothingToCount;
  const decimals = String(value % 100).padStart(2, '0');
  return `${countText(Math.floor(value / 100))},${decimals}%`;
};

/** The percentage as a number with two decimals, for spreadsheet cells (93.75). */
export const percentNumber = (ratio: Ratio): number | undefined => {
  const value = hundredths(ratio);
  return value === undefined ? undefined : value / 100;
};

export const sumOfRatios = (ratios: readonly Ratio[]): Ratio => ({
  part: ratios.reduce((sum, ratio) => sum + ratio.part, 0),
  whole: ratios.reduce((sum, ratio) => sum + ratio.whole, 0),
});

/** A whole number as people read it: `1.234`. */
export const countText = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
