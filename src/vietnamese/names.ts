import { tidyLine } from './text.ts';

const collator = new Intl.Collator('vi');

/** People in Vietnamese order: by given name (the last word), then by the whole name. */
export const byGivenName = (one: string, other: string): number =>
  collator.compare(givenName(one), givenName(other)) || collator.compare(one, other);

/** The given name: the last word of a full name. */
export const givenName = (name: string): string => name.split(' ').at(-1) ?? '';

/**
 * A key under which two spellings of one name are equal: capitals, blanks, composed or decomposed
 * letters, and the place of the tone mark (hòa/hoà, thúy/thuý) make no difference. Marks do.
 */
export const nameKey = (name: string): string =>
  tidyLine(name)
    .toLocaleLowerCase('vi')
    .replaceAll('’', "'")
    .split(/([ -])/)
    .map(toneAtEnd)
    .join('');

const tones = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Moves the one tone mark of a syllable to its end, so that its place no longer matters. */
const toneAtEnd = (syllable: string): string => {
  const letters = syllable.normalize('NFD');
  const tone = tones.exec(letters)?.[0];
  return tone ? letters.replace(tone, '') + tone : letters;
};
