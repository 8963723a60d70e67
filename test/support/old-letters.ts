import { tcvn3Letters, vniLetters, vniMarks } from '../../src/vietnamese/old-codes.ts';

const tcvn3Codes = new Map([...tcvn3Letters].map(([code, letter]) => [letter, code]));

/** Typed with one font: capitals with a tone, which TCVN3 lacks, as small letters. */
export const inTcvn3 = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => tcvn3Codes.get(letter) ?? tcvn3Codes.get(letter.toLowerCase()) ?? letter)
    .join('');

/** Typed with two fonts: capitals with a tone in `.VnTimeH`. */
export const inTcvn3Fonts = (text: string): { text: string; font: string }[] => {
  const runs: { text: string; font: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const font = isLackingCapital(letter) ? '.VnTimeH' : '.VnTime';
    const last = runs.at(-1);
    if (last?.font === font) last.text += inTcvn3(letter);
    else runs.push({ text: inTcvn3(letter), font });
  }
  return runs;
};

const isLackingCapital = (letter: string): boolean =>
  !tcvn3Codes.has(letter) && tcvn3Codes.has(letter.toLowerCase());

const vniCodes = new Map([...vniLetters].map(([code, letter]) => [letter, code]));
const vniMarkCodes = new Map([...vniMarks].map(([code, mark]) => [mark, code]));

/** In VNI-Windows. */
export const inVni = (text: string): string => [...text.normalize('NFC')].map(vniOf).join('');

const vniOf = (letter: string): string => {
  const whole = vniCodes.get(letter);
  if (whole) return whole;
  // ơ, ư have letters of their own, and their tone follows; â, ă carry theirs in one mark.
  const [base = '', ...rest] = [...letter.normalize('NFD')];
  const horn = rest[0] === '\u031B' ? [rest.shift()] : [];
  const plain = (base + horn.join('')).normalize('NFC');
  // NFD orders a dot below before the circumflex.
  const marks = rest.sort((one, other) => shape(one) - shape(other)).join('');
  const mark = vniMarkCodes.get(marks);
  if (!mark) return letter;
  return (
    (vniCodes.get(plain) ?? plain) + (letter === letter.toUpperCase() ? mark.toUpperCase() : mark)
  );
};

const shape = (mark: string): number => (mark === '\u0302' || mark === '\u0306' ? 0 : 1);

/** As some converters write TCVN3: capitals with a tone stay Unicode. */
export const inTcvn3ButCapitals = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => (isLackingCapital(letter) ? letter : inTcvn3(letter)))
    .join('');

const from1258 = new TextDecoder('windows-1258');
const bytesOf1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [from1258.decode(Uint8Array.of(byte)), byte] as const),
);

/** In Windows-1258: tones follow their vowel. */
export const bytesInWindows1258 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text.normalize('NFC')].flatMap((letter) => {
      const whole = bytesOf1258.get(letter);
      if (whole !== undefined) return [whole];
      const parts = [...letter.normalize('NFD')];
      const tone = parts.find((part) => /[\u0300\u0301\u0303\u0309\u0323]/.test(part)) ?? '';
      const base = parts
        .filter((part) => part !== tone)
        .join('')
        .normalize('NFC');
      return [base, tone].map((part) => bytesOf1258.get(part) ?? 0x3f);
    }),
  );
