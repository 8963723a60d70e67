import { smallToned } from './letters.ts';
import { wordsAndBetween, wordsOf } from './strangeness.ts';

/**
 * TCVN3 has no capitals with a tone, so clerks typed small ones ("¸nh", "NGUYÔN"). They become capitals
 * again where the letters around them show it: in words and texts in capitals; at the head of a word whose
 * neighbours all have a capital; at the head of a text whose column begins with capitals.
 */
export const withCapitals = (text: string, columnHasCapitals: boolean): string => {
  const parts = wordsAndBetween(text);
  const words = wordsOf(text);
  const isLoud = words.some(isShouted) && !words.some(hasSureSmall);
  const sure = words.filter((word) => !headIsUnsure(word));
  const isName = sure.length === 0 ? columnHasCapitals : sure.every(startsWithCapital);
  const first = parts.findIndex((part, index) => index % 2 === 0 && part !== '');
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      if (isLoud || isShouted(part)) return part.toUpperCase();
      if (!headIsUnsure(part)) return part;
      const isHead = index === first && columnHasCapitals;
      return isHead || (isName && !neverNames.has(part)) ? withCapitalHead(part) : part;
    })
    .join('');
};

/** Do these texts begin with capitals, most of those where one can tell? */
export const beginWithCapitals = (texts: readonly string[]): boolean => {
  const heads = texts
    .map((text) => wordsOf(text).find((word) => /^\p{L}/u.test(word)) ?? '')
    .filter((word) => word !== '' && !headIsUnsure(word));
  return heads.filter(startsWithCapital).length * 2 > heads.length;
};

/** No name begins with these, though "Đảng ủy" or "Trưởng ấp" may have a capital before them. */
const neverNames = new Set(['ủy', 'uỷ', 'ấp', 'ở']);

const withCapitalHead = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const headIsUnsure = (word: string): boolean => smallToned.has(word.charAt(0));
const startsWithCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const hasSureSmall = (word: string): boolean =>
  [...word].some((letter) => /\p{Ll}/u.test(letter) && !smallToned.has(letter));

/** A capital that is not the head, and no small letter that is surely meant: "NGUYễN", "áI". */
export const isShouted = (word: string): boolean =>
  /^\p{L}.*\p{Lu}/u.test(word) && !hasSureSmall(word);
