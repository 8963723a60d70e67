import { isKnownWord } from './known-words.ts';
import { isSyllable } from './syllables.ts';

/** Telex keys for a tone, at the end of a word, and the mark that each stands for. */
const toneKeys: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};

/**
 * The name that somebody meant to type by Telex while it was off, or half of it: `Nguyeenx` → `nguyễn`,
 * `Vawn` → `văn`, `Nguyênx` → `nguyễn`. `undefined` where the word is not such a trace of keys; only
 * words that are usual in names count, so that names of other peoples are left alone.
 */
export const meantByKeys = (word: string): string | undefined => {
  const small = word.toLowerCase();
  if (isSyllable(small)) return undefined;
  const tone = toneKeys[small.at(-1) ?? ''];
  const typed = tone ? small.slice(0, -1) : small;
  const shaped = withShapes(typed);
  if (!tone && !/w/.test(small)) return undefined;
  const readings = tone ? withTone(shaped, tone) : [shaped];
  return readings.find((one) => isSyllable(one) && isKnownWord(one));
};

const withShapes = (typed: string): string =>
  typed
    .replace(/dd/g, 'đ')
    .replace(/uow/g, 'ươ')
    .replace(/([aeo])\1/g, (_, letter: string) => circumflex[letter] ?? letter)
    .replace(/aw/g, 'ă')
    .replace(/ow/g, 'ơ')
    .replace(/u?w/g, 'ư');

const circumflex: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };

/** The word with this tone on each vowel in turn. */
const withTone = (word: string, tone: string): string[] => placed(word, tone);

/** A word with one tone mark set on each of its vowels in turn, NFC. */
export const placed = (word: string, tone: string): string[] => {
  const letters = [...word.normalize('NFC')];
  return letters.flatMap((letter, at) =>
    /^[aăâeêioôơuưy]$/.test(letter)
      ? [
          [...letters.slice(0, at), letter + tone, ...letters.slice(at + 1)]
            .join('')
            .normalize('NFC'),
        ]
      : [],
  );
};
