import { isKnownWord } from './known-words.ts';
import { vietnameseLetters } from './letters.ts';
import { remembering } from './remembering.ts';
import { isSyllable } from './syllables.ts';

/** How strange a word looks as Vietnamese: roughly −ln of how often such a word is met in a list. */
const strange = { known: 0, syllable: 4, plain: 4, letters: 8, foreign: 9, signs: 12 } as const;

/**
 * The strangeness of one word in NFC, marks and capitals as they stand. A soft hyphen is something that
 * copying leaves behind, or TCVN3's ư: without it the word may be right.
 */
export const strangenessOfWord = remembering((word: string): number => {
  const whole = word.replaceAll('\u00AD', '');
  return whole === word ? judge(word) : judge(whole) + strange.plain;
});

/** No word of Vietnamese has more letters, in any code; what has is not looked into. */
export const longestWord = 30;

const judge = (word: string): number => {
  if (word.length > longestWord) return strange.letters;
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return /\p{L}/u.test(word) ? strange.signs : strange.plain;
  if (!isCased(word)) return strange.foreign;
  const small = word.toLowerCase();
  if (isSyllable(small)) return isKnownWord(small) ? strange.known : strange.syllable;
  const others = [...word].filter((letter) => letter > '\u007F' && !vietnameseLetters.has(letter));
  if (others.length > 0) return strange.foreign;
  return /[^a-z]/.test(small) ? strange.letters : strange.plain;
};

/** nguyễn, Nguyễn or NGUYỄN; a capital elsewhere is the trace of a code. */
const isCased = (word: string): boolean => {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
};

/** What stands between words; old codes have letters at every sign above ASCII but these. */
const between = /([\s!-/:-@[-`{-~‘’“”–—…•]+)/;

/** A text as words (even places) and what stands between them (odd places). */
export const wordsAndBetween = (text: string): string[] => text.split(between);

/** Could every word of this text be meant as it stands? */
export const isReadable = (text: string): boolean =>
  wordsOf(text).every((word) => strangenessOfWord(word) < strange.letters);

/** The words of a text. */
export const wordsOf = (text: string): string[] =>
  wordsAndBetween(text).filter((word, index) => index % 2 === 0 && word !== '');

/** The strangeness of a whole text: of all its words together. */
export const strangeness = (text: string): number =>
  wordsOf(text).reduce((sum, word) => sum + strangenessOfWord(word), 0);
