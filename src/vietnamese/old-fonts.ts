import type { OldCode } from './old-codes.ts';

/** What a font says about the letters that are written in it. */
export interface FontCode {
  readonly code: OldCode;
  /** It shows small letters as capitals: `.VnTimeH`, `.VnArial NarrowH`. */
  readonly capitals: boolean;
}

/** The old code that a font is made for (`.VnTime`, `.VnTimeH`, `VNI-Times`), or `undefined`. */
export const codeOfFont = (font: string): FontCode | undefined => {
  const name = font.trim();
  if (/^\.vn/i.test(name) || /^Vn(Time|Arial)/.test(name))
    return { code: 'tcvn3', capitals: /H( (Bold|Italic))*$/.test(name) };
  return /^vni-/i.test(name) ? { code: 'vni', capitals: false } : undefined;
};
