import { decoded, type OldCode } from './old-codes.ts';
import { codeOfFont, type FontCode } from './old-fonts.ts';
import { isSurelyUnicode } from './readings.ts';

/** A cell's text, raw: TCVN3 writes ư as a soft hyphen, so nothing may be tidied away before. */
export interface Lettered {
  readonly text: string;
  /** The text in pieces of one font each; empty where the file does not name fonts. */
  readonly runs: readonly { readonly text: string; readonly font: string }[];
}

/** A piece of a cell and the old code that its font is made for. */
export interface Piece {
  readonly text: string;
  readonly font: FontCode | undefined;
}

/** A cell in pieces of one code each, at least one; blanks go with the piece before. */
export const piecesOf = ({ text, runs }: Lettered): Piece[] => {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const font = codeOfFont(run.font);
    const last = pieces.at(-1);
    const isSame = last?.font?.code === font?.code && last?.font?.capitals === font?.capitals;
    if (last && (isSame || run.text.trim() === ''))
      pieces.splice(-1, 1, { ...last, text: last.text + run.text });
    else pieces.push({ text: run.text, font });
  }
  return pieces.length > 0 ? pieces : [{ text, font: undefined }];
};

/** A text of several codes, each piece read as its font says, and the first code met. */
export const decodedPieces = (pieces: readonly Piece[]): { text: string; code: OldCode } => ({
  text: pieces.map(decodedPiece).join(''),
  code: pieces.find(({ font }) => font)?.font?.code ?? 'tcvn3',
});

const decodedPiece = ({ text, font }: Piece): string => {
  if (!font || isSurelyUnicode(text)) return text;
  const right = decoded(text, font.code);
  return font.capitals ? right.toUpperCase() : right;
};
