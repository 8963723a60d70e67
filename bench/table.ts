/** One line of the table. Texts are ready to be printed; '' where there is nothing to say. */
export interface Measured {
  readonly what: string;
  readonly floor: string;
  readonly ours: string;
  readonly ratio: string;
  readonly target: string;
  /** `undefined`: told for information, without a target. */
  readonly isMet?: boolean;
}

/** Prints the table in Markdown, so that it can be kept as it is. */
export const printTable = (rows: readonly Measured[]): void => {
  const lines = [
    ['what', 'floor', 'ours', 'ratio', 'target', ''],
    ...rows.map(({ what, floor, ours, ratio, target, isMet }) => [
      ...[what, floor, ours, ratio, target],
      isMet === undefined ? '' : isMet ? 'ok' : 'MISSED',
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const print = (cells: readonly string[], filler = ' ') =>
    console.log(`| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, filler)).join(' | ')} |`);
  for (const [index, line] of lines.entries()) {
    print(line);
    if (index === 0) print(Array(widths.length).fill(''), '-');
  }
};

/** A rate of ours beside the floor's: at least `least` percent of it. */
export const rateRow = (what: string, floor: number, ours: number, least: number): Measured => {
  const percent = (100 * ours) / floor;
  return {
    what,
    floor: `${Math.round(floor)}/s`,
    ours: `${Math.round(ours)}/s`,
    ratio: `${Math.round(percent)} %`,
    target: `≥ ${least} %`,
    isMet: percent >= least,
  };
};

/** A duration of ours beside the floor's, in milliseconds: at most `most` times as long. */
export const durationRow = (what: string, floor: number, ours: number, most: number): Measured => {
  const times = ours / floor;
  return {
    what,
    floor: milliseconds(floor),
    ours: milliseconds(ours),
    ratio: `${times.toFixed(2)} ×`,
    target: `≤ ${most} ×`,
    isMet: times <= most,
  };
};

/** A duration told for information, beside a floor where there is one. */
export const timeRow = (what: string, ours: number, floor?: number): Measured => ({
  what,
  floor: floor === undefined ? '' : `${Math.round(floor)} ms`,
  ours: `${Math.round(ours)} ms`,
  ratio: floor === undefined ? '' : `${(ours / floor).toFixed(2)} ×`,
  target: '',
});

/** Short ones with a tenth, so that their ratio can be seen. */
const milliseconds = (time: number): string =>
  `${time < 100 ? time.toFixed(1) : Math.round(time)} ms`;

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The smallest of the numbers that at least this share of them does not exceed. */
export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};
