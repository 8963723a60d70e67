/** What Windows-1252 has at 0x80–0x9F; the five free codes stand for themselves, as browsers read them. */
const middle = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Any bytes as the characters that Windows shows for them in Western Europe; never fails. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (code) => middle.charAt(code.charCodeAt(0) - 0x80));

/** The bytes of a text, or `undefined` when Windows-1252 lacks one of its characters. */
export const toWindows1252 = (text: string): Uint8Array | undefined => {
  const codes = [...text].map(codeOf);
  return codes.includes(-1) ? undefined : Uint8Array.from(codes);
};

const codeOf = (letter: string): number => {
  const at = middle.indexOf(letter);
  if (at >= 0) return 0x80 + at;
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x100 ? code : -1;
};
