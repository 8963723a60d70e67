/** Combining tone marks: huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const vowels = [...'aăâeêioôơuưy'];
const toned = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
const small = [...vowels, ...toned, 'đ'];

/** The letters that Vietnamese has beside plain consonants: 134 with a mark and 12 vowels without, both cases. */
export const vietnameseLetters: ReadonlySet<string> = new Set([
  ...small,
  ...small.map((letter) => letter.toUpperCase()),
]);

/** Small vowels with a tone: the letters whose capitals TCVN3 lacks. */
export const smallToned: ReadonlySet<string> = new Set(toned);

/** Capital vowels with a tone. */
export const capitalToned: ReadonlySet<string> = new Set(
  toned.map((letter) => letter.toUpperCase()),
);
