import type { CellObject, WorkBook } from '@e965/xlsx';
import type { Run } from '../lists/grid.ts';
import type { Unpacked } from './workbook-zip.ts';

/** The font of the cell at `C7`, or `undefined` where the file does not say. */
export type FontsOf = (at: string) => string | undefined;

/**
 * The fonts of each sheet's cells. The library reads the table of styles but does not tell which style
 * a cell has, so that is looked up in the sheet's own part.
 */
export const fontsIn = (parts: readonly Unpacked[], workbook: WorkBook) => {
  const names = fontNames(workbook);
  const paths = sheetPaths(parts, workbook);
  return (index: number): FontsOf => {
    const part = parts.find(({ name }) => name === paths[index]);
    if (!part || new Set(names).size < 2) return () => names[0];
    const styles = stylesIn(Buffer.from(part.bytes).toString('utf8'));
    return (at) => names[styles.get(at) ?? 0];
  };
};

interface Styles {
  readonly Fonts?: readonly { readonly name?: string }[];
  readonly CellXf?: readonly { readonly fontId?: number }[];
}

/** The font of each cell style, in the order of the styles. */
const fontNames = (workbook: WorkBook): (string | undefined)[] => {
  const { Fonts = [], CellXf = [] } = ((workbook as { Styles?: Styles }).Styles ?? {}) as Styles;
  return CellXf.map(({ fontId = 0 }) => Fonts[fontId]?.name);
};

/** `<c r="C7" s="5" t="s">`, its attributes in any order. */
const stylesIn = (xml: string): Map<string, number> => {
  const styles = new Map<string, number>();
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?c\s([^>]{1,200})>/g)) {
    const at = /\br="([A-Z]{1,3}\d{1,7})"/.exec(attributes)?.[1];
    const style = /\bs="(\d{1,5})"/.exec(attributes)?.[1];
    if (at && style) styles.set(at, Number(style));
  }
  return styles;
};

/** Where each sheet lies in the archive, in the order of the sheets. */
const sheetPaths = (parts: readonly Unpacked[], workbook: WorkBook): (string | undefined)[] => {
  const relations = parts.find(({ name }) => name === 'xl/_rels/workbook.xml.rels');
  const targets = new Map<string, string>();
  const xml = relations ? Buffer.from(relations.bytes).toString('utf8') : '';
  for (const [relation] of xml.matchAll(/<Relationship\s[^>]{1,1000}>/g)) {
    const id = /\bId="([^"]+)"/.exec(relation)?.[1];
    const target = /\bTarget="([^"]+)"/.exec(relation)?.[1];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheets = (workbook.Workbook?.Sheets ?? []) as readonly { readonly id?: string }[];
  return sheets.map(({ id }) => targets.get(id ?? ''));
};

/** The pieces of a cell's text, by the fonts of its rich text or of its style. */
export const runsIn = (cell: CellObject, text: string, font: string | undefined): Run[] => {
  const rich = typeof cell.r === 'string' && cell.r.includes('<r>') ? cell.r : '';
  if (rich === '') return font === undefined ? [] : [{ text, font }];
  const runs = [...rich.matchAll(/<r>(.*?)<\/r>/gs)].map(([, run = '']) => ({
    text: unescaped(/<t(?:\s[^>]*)?>(.*?)<\/t>/s.exec(run)?.[1] ?? ''),
    font: /<rFont\s+val="([^"]*)"/.exec(run)?.[1] ?? font ?? '',
  }));
  return runs.map((run) => run.text).join('') === text ? runs : [];
};

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

const unescaped = (xml: string): string =>
  xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, digits, name) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(digits);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
