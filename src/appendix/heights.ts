import type { Cell, Font } from './sheet.ts';

/**
 * The height in points that a row needs for its longest cell, with a little air. Spreadsheets fit
 * no rows with merged cells, and a phone's preview fits none at all, so the height is stored.
 */
export const heightOf = (cells: readonly Cell[], columns: readonly number[]): number => {
  let height = 0;
  for (const [position, cell] of cells.entries()) {
    const { size } = cell.style.font;
    const lines = cell.span && cell.span.rows > 1 ? 1 : linesOf(cell, position, columns);
    height = Math.max(height, lines * size * lineHeight + air);
  }
  return Math.min(height, tallest);
};

/** Points of a digit of the 12-point body font: the unit in which columns are measured. */
const digitWidth = 6;
const padding = 5;
const air = 2.5;
const lineHeight = 1.2;
/** Excel knows no taller row. */
const tallest = 409;

const linesOf = ({ value, span, style }: Cell, position: number, columns: readonly number[]) => {
  if (typeof value !== 'string') return 1;
  let width = -padding;
  for (let at = position; at < position + (span?.columns ?? 1); at++)
    width += (columns[at] ?? 0) * digitWidth;
  return value.length * widest * style.font.size <= width ? 1 : wrapped(value, width, style.font);
};

const wrapped = (text: string, width: number, font: Font): number => {
  const space = 0.25 * font.size;
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = textWidth(word, font);
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used += (length % width) + space;
  }
  return lines;
};

const textWidth = (text: string, font: Font): number => {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * font.size * (font.bold ? boldness : 1);
};

/** Bold letters are wider than regular ones by about this factor. */
const boldness = 1.06;

/** Widths of Times New Roman's letters as parts of the font's size; marks above and below add none. */
const widths: readonly (readonly [width: number, letters: string])[] = [
  [0.28, 'ijlt.,;:/\'"!|'],
  [0.34, 'frsI()-[]'],
  [0.45, 'aceJzơ'],
  [0.52, 'bdđghknopquvxyươ0123456789'],
  [0.62, 'EFLPSTZ'],
  [0.74, 'ABCDĐGHKNOQRUVXYƠƯw'],
];
/** M, W, m and whatever is not listed, such as signs outside Latin. */
const widest = 1;

const known = new Map(
  widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

const widthOf = (letter: string): number => {
  const width = known.get(letter) ?? known.get(letter.normalize('NFD').charAt(0)) ?? widest;
  known.set(letter, width);
  return width;
};
