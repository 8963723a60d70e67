/**
 * The code on a printed report by which anybody can ask whether it is still the newest. No vowels, so
 * that no word can arise, and nothing that looks like something else in print or by hand.
 */
export const codeSigns = '23456789BCDFGHJKMNPQRSTVWXZ';
/** 27⁸: nobody finds one by trying. */
export const codeLength = 8;

/** As people read it: `BCDF-2345`. */
export const codeText = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The code that somebody typed, or `undefined` when it can't be one. Blanks, hyphens and capitals are free. */
export const codeTyped = (typed: string): string | undefined => {
  const code = typed.replace(/[\s\-–—.]+/gu, '').toUpperCase();
  const fits = code.length === codeLength && [...code].every((sign) => codeSigns.includes(sign));
  return fits ? code : undefined;
};

/** Where a code is looked up, below the product's address. */
export const codePath = (code: string): string => `/kiem-tra/${code}`;
