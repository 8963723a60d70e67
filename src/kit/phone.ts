/** What a typed telephone number turned out to be. `mended` is what to offer. */
export type PhoneReading =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'lost-zero'; readonly mended: string }
  | { readonly kind: 'wrong' };

/**
 * Reads a Vietnamese telephone number in any of the ways it is written (`0912.345.678`,
 * `+84 912 345 678`, `(0220) 3838 383`) as digits from the leading zero. A spreadsheet that took the
 * number for a figure has lost that zero: nine digits of a mobile, nine or ten of a fixed line.
 */
export const readPhone = (typed: string): PhoneReading => {
  if (!/^\+?[\d\s.()-]+$/.test(typed)) return { kind: 'wrong' };
  const digits = typed.replace(/\D/g, '');
  const national = /^84(?:0?)([2-9]\d{8,9})$/.exec(digits)?.[1];
  if (national !== undefined && (typed.startsWith('+') || digits.length > 10))
    return { kind: 'number', number: `0${national}` };
  if (typed.startsWith('+')) return { kind: 'wrong' };
  if (/^0[2-9]\d{8,9}$/.test(digits)) return { kind: 'number', number: digits };
  if (/^([2-9]\d{8}|2\d{9})$/.test(digits)) return { kind: 'lost-zero', mended: `0${digits}` };
  return { kind: 'wrong' };
};
