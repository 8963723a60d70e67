import { beginWithCapitals, withCapitals } from './capitals.ts';
import { isFamilyName } from './known-words.ts';
import type { FontCode } from './old-fonts.ts';
import { decodedPieces, type Lettered, piecesOf } from './pieces.ts';
import { asItStands, type Code, isAscii, isSurelyUnicode, readAs } from './readings.ts';
import { isReadable, wordsOf } from './strangeness.ts';

/** A cell's text in Unicode. */
export interface Readable {
  readonly text: string;
  /** What it was written in; `undefined`: it was right, and is unchanged. */
  readonly code: Code | undefined;
}

/**
 * The texts of one column, those in an old code made readable: by the font where it names the code, else
 * by what the cell and then the whole column speak for. Right Unicode, also beside old texts, stays.
 */
export const readableColumn = (cells: readonly Lettered[]): Readable[] => {
  const alone = cells.map((cell) => readable(cell, new Map()));
  const met = countsOf(alone);
  const read = isAllRight(met) ? alone : cells.map((cell) => readable(cell, met));
  const capitals = beginWithCapitals(read.map(({ text }) => text));
  return read.map(({ text, code }, index) => {
    const shown = code === 'tcvn3' ? withCapitals(text, capitals) : text;
    return shown === cells[index]?.text ? right(shown) : { text: shown, code };
  });
};

/** How many texts with other letters than ASCII were met in each code; `undefined` is right Unicode. */
type Met = ReadonlyMap<Code | undefined, number>;

const countsOf = (texts: readonly Readable[]): Met => {
  const met = new Map<Code | undefined, number>();
  for (const { text, code } of texts) if (!isAscii(text)) met.set(code, (met.get(code) ?? 0) + 1);
  return met;
};

const isAllRight = (met: Met): boolean => [...met.keys()].every((code) => code === undefined);

/**
 * How much stranger a text must look in the code of its font, before the font is not believed; less in a
 * column where other texts are right Unicode whatever their font.
 */
const trustInFont = (met: Met): number =>
  met.size === 0 ? 6 : 6 * (1 - (met.get(undefined) ?? 0) / allOf(met));

const readable = (cell: Lettered, met: Met): Readable => {
  const pieces = piecesOf(cell);
  if (pieces.length > 1) return decodedPieces(pieces);
  const font = pieces[0]?.font;
  const { text } = cell;
  if (isSurelyUnicode(text) || (isAscii(text) && !font?.capitals)) return right(text);
  return (font && inItsFont(text, font, met)) ?? likeliest(text, met);
};

const right = (text: string): Readable => ({ text, code: undefined });

/** `undefined` where the text looks much better without its font. */
const inItsFont = (text: string, { code, capitals }: FontCode, met: Met): Readable | undefined => {
  const reading = readAs(text, code) ?? asItStands(text);
  const doubt = met.size > 0 ? rareness(code, met) - rareness(undefined, met) : 0;
  if (asItStands(text).strangeness + trustInFont(met) < reading.strangeness + doubt)
    return undefined;
  return { text: capitals ? reading.text.toUpperCase() : reading.text, code };
};

/** What stands in a column alone is taken to be right once in so many times before it is looked at. */
const beforehand = (code: Code | undefined): number => (code === undefined ? 0.91 : 0.03);

/** −ln of how likely this code is in a column where these were met: it weighs as strangeness does. */
const rareness = (code: Code | undefined, met: Met): number =>
  -Math.log(((met.get(code) ?? 0) + beforehand(code)) / (allOf(met) + 1));

const allOf = (met: Met): number => [...met.values()].reduce((sum, count) => sum + count, 0);

const codes: readonly Code[] = ['tcvn3', 'vni', 'utf-8'];

/**
 * What can be meant as it stands is changed only where the column has that code, or where nobody's family
 * becomes one: "Vò Lan Anh" is Vũ Lan Anh.
 */
const isAllowed = (text: string, code: Code, right: string, met: Met): boolean =>
  (met.get(code) ?? 0) > 0 || !isReadable(text) || (!hasFamily(text) && hasFamily(right));

const hasFamily = (text: string): boolean => {
  const [family = '', ...rest] = wordsOf(text);
  return rest.length > 0 && isFamilyName(family);
};

/** A longer text without a font is no field of a person, and stays. */
const longestText = 600;

const likeliest = (text: string, met: Met): Readable => {
  if (text.length > longestText) return right(text);
  let best = right(text);
  let least = asItStands(text).strangeness + rareness(undefined, met);
  for (const code of codes) {
    const reading = readAs(text, code);
    const cost = (reading?.strangeness ?? Infinity) + rareness(code, met);
    if (!reading || cost >= least || !isAllowed(text, code, reading.text, met)) continue;
    best = { text: reading.text, code };
    least = cost;
  }
  return best;
};
