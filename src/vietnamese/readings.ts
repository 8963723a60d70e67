import { isShouted } from './capitals.ts';
import { capitalToned, vietnameseLetters } from './letters.ts';
import { decoded, hasStray, type OldCode } from './old-codes.ts';
import { remembering } from './remembering.ts';
import { longestWord, strangeness, strangenessOfWord, wordsAndBetween } from './strangeness.ts';
import { toWindows1252 } from './windows-1252.ts';

/** How a text may have to be read: as it stands, in an old code, or as UTF-8 taken for Windows-1252. */
export type Code = OldCode | 'utf-8';

/** A text read in one way, and how strange it looks then. */
export interface Reading {
  readonly text: string;
  readonly strangeness: number;
}

/**
 * Has it letters that no old code could have left there? A capital with a tone says nothing: converters
 * leave those they have no code for.
 */
export const isSurelyUnicode = (text: string): boolean =>
  /[\u0300-\u0323]/.test(text) ||
  [...text].some(
    (letter) => letter > '\u00FF' && vietnameseLetters.has(letter) && !capitalToned.has(letter),
  );

/** The text as it stands. */
export const asItStands = (text: string): Reading => ({ text, strangeness: strangeness(text) });

/** The text read in this code; `undefined` where it can't be in it. */
export const readAs = (text: string, code: Code): Reading | undefined => {
  if (code !== 'utf-8') return readWords(text, code);
  const right = utf8Within(text);
  return right === undefined || right === text ? undefined : asItStands(right);
};

/** A word of right Unicode within a text in an old code: possible, but it has to look much better. */
const leftAlone = 6;

const readWords = (text: string, code: OldCode): Reading => {
  let sum = 0;
  const parts = wordsAndBetween(text).map((part, index) => {
    if (index % 2 === 1 || part === '') return part;
    const best = bestIn[code](part);
    sum += best.strangeness;
    return best.text;
  });
  return { text: parts.join(''), strangeness: sum };
};

const bestWord = (word: string, code: OldCode): Reading => {
  if (word.length > longestWord)
    return { text: decoded(word, code), strangeness: strangenessOfWord(word) };
  const isUnicode = isAscii(word) || hasStray(word, code);
  const readings = [
    ...(isUnicode ? [] : [decoded(word, code), decodedButCapitals(word, code)]).map(judged),
    { text: word, strangeness: strangenessOfWord(word) + (isAscii(word) ? 0 : leftAlone) },
  ];
  return readings.reduce((best, one) => (one.strangeness < best.strangeness ? one : best));
};

const bestIn = {
  tcvn3: remembering((word: string) => bestWord(word, 'tcvn3')),
  vni: remembering((word: string) => bestWord(word, 'vni')),
} as const;

/** Converters that lack the capitals with a tone leave them in Unicode: "§µo Minh Ý" is Đào Minh Ý. */
const decodedButCapitals = (word: string, code: OldCode): string =>
  word
    .split(capitalsWithTone)
    .map((part, index) => (index % 2 === 0 ? decoded(part, code) : part))
    .join('');

const capitalsWithTone = new RegExp(`([${[...capitalToned].join('')}]+)`);

/** TCVN3's small letters among capitals are capitals that it lacks. */
const judged = (decoded: string): Reading => {
  const text = isShouted(decoded) ? decoded.toUpperCase() : decoded;
  return { text, strangeness: strangenessOfWord(text) };
};

/** Nothing but plain letters and signs: the same in every code. */
export const isAscii = (text: string): boolean => /^[ -~\s]*$/.test(text);

/** "Nguyá»…n" → "Nguyễn"; `undefined` where the bytes are no UTF-8. */
const utf8Within = (text: string): string | undefined => {
  if (!/[\u00C3-\u00C6\u00E1]/.test(text)) return undefined;
  const bytes = toWindows1252(text);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return undefined;
  }
};
