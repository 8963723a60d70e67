import { remembering } from '../vietnamese/remembering.ts';
import { foldMarks } from '../vietnamese/text.ts';

/**
 * A key under which two names are equal that may be one name written with less care: without marks,
 * without blanks, with i for y (Lý/Lí), with the Icelandic Ð that old keyboards left for Đ. Takes a
 * `nameKey`.
 */
export const looseKey = (nameKey: string): string =>
  foldMarks(nameKey)
    .replaceAll('ð', 'd')
    .replace(yAfterConsonant, 'i')
    .replace(/[^\p{L}]+/gu, '');

/** Where i and y sound alike: Lý, Mỹ, Quý. Not in Thủy or Mai/May. */
const yAfterConsonant = /(?<=[bcdghklmnpqrstvx]|qu)y(?=[\u0300-\u036F]*(?:[ -]|$))/g;

/** As `nameKey`, but i and y, Đ and Ð make no difference either. */
export const variantKey = (nameKey: string): string =>
  nameKey.replaceAll('ð', 'đ').replace(yAfterConsonant, 'i');

/** Typed without a single mark. Some names have none. */
export const isBare = (nameKey: string): boolean => /^[ -~]*$/.test(nameKey);

/** A title in words without marks and signs, the common short forms written out; '' for none. */
export const titleWords = remembering((title: string): string =>
  foldMarks(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^\S+/, (word) => shortTitles[word] ?? word),
);

const shortTitles: Readonly<Record<string, string>> = {
  gv: 'giao vien',
  nv: 'nhan vien',
  cv: 'chuyen vien',
  ht: 'hieu truong',
  pht: 'pho hieu truong',
  ct: 'chu tich',
  pct: 'pho chu tich',
};

/** One title may be the other with something added: giáo viên, giáo viên Toán. Takes `titleWords`. */
export const titleWithin = (whole: string, beginning: string): boolean =>
  whole === beginning || whole.startsWith(`${beginning} `);
