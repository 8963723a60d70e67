const numerals: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A whole number from 1 to 89 as a Roman numeral, as groups are numbered: `IV`. */
export const romanNumeral = (value: number): string => {
  const [worth, sign] = numerals.find(([least]) => value >= least) ?? [0, ''];
  return worth === 0 ? '' : sign + romanNumeral(value - worth);
};
