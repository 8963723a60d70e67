/**
 * How written papers look: everything that an office may want different. Sizes follow Nghị định
 * 30/2020/NĐ-CP, Phụ lục I. Sizes and gaps are in points, paper in millimetres. The print page says the
 * same in public/css/paper.css; a test holds the two together.
 */

export const paperFont = 'Times New Roman';

/** A4, upright; a landscape section turns it. `header` and `footer`: from the edge of the paper. */
export const sheet = {
  width: 210,
  height: 297,
  top: 20,
  bottom: 20,
  left: 30,
  right: 15,
  header: 10,
  footer: 8,
} as const;

/** The printed width of an upright and of a landscape page. */
export const textWidth = {
  upright: sheet.width - sheet.left - sheet.right,
  landscape: sheet.height - sheet.left - sheet.right,
} as const;

/** How a paragraph looks. `indent`: of its first line, in millimetres. */
export interface LookOf {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align: 'left' | 'center' | 'justify';
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
  /** Of single line spacing. */
  readonly lines?: number;
  /** Stays on the page of the next paragraph. */
  readonly withNext?: boolean;
}

const centred = { align: 'center' } as const;
/** 13 of the 13 to 14 that are allowed: a report without much to explain is one page to sign. */
const body = { size: 13, align: 'justify', lines: 1.05 } as const;

export const looks = {
  higherBody: { ...centred, size: 12 },
  issuingBody: { ...centred, size: 12, bold: true },
  nation: { ...centred, size: 12, bold: true },
  motto: { ...centred, size: 13, bold: true },
  number: { ...centred, size: 13, before: 6 },
  placeAndDay: { ...centred, size: 13, italic: true, before: 6 },
  kind: { ...centred, size: 14, bold: true, before: 18, withNext: true },
  subject: { ...centred, size: 14, bold: true, withNext: true },
  addressee: { ...centred, size: 13, before: 10, after: 8 },
  body: { ...body, indent: 12.7, after: 6 },
  heading: { ...body, bold: true, indent: 12.7, before: 6, after: 6, withNext: true },
  basis: { ...body, italic: true, indent: 12.7, after: 6 },
  closing: { ...body, indent: 12.7, after: 6, withNext: true },
  signerTitle: { ...centred, size: 13, bold: true, withNext: true },
  signerName: { ...centred, size: 13, bold: true },
  signingRoom: { ...centred, size: 13, withNext: true },
  recipientsWord: { size: 12, align: 'left', bold: true, italic: true, withNext: true },
  recipients: { size: 11, align: 'left', withNext: true },
  gap: { size: 6, align: 'left', withNext: true },
  appendixWord: { ...centred, size: 14, bold: true, withNext: true },
  appendixName: { ...centred, size: 14, bold: true, withNext: true },
  appendixUnder: { ...centred, size: 14, italic: true, after: 12, withNext: true },
  afterTable: { ...body, indent: 12.7, before: 8, after: 6 },
} as const satisfies Record<string, LookOf>;

export type Look = keyof typeof looks;

/** Of the texts in tables. The more columns, the smaller: a figure must not break over two lines. */
export const tableSize = { usual: 12, narrow: 10, narrowest: 8 } as const;
/** Air beside the texts of a cell, in millimetres. */
export const cellAir = (size: number): number => (size >= tableSize.usual ? 1 : 0.4);

/**
 * Columns of the city's Phụ lục when the campaign has so many categories that those of the workbook,
 * which shrinks to the page, would break its figures. Shares of the page's width.
 */
export const narrowestColumns = (figures: number): number[] => {
  const others = { number: 7, unit: 34, rate: 12, note: 18 };
  const left = textWidth.landscape - others.number - others.unit - others.rate - others.note;
  const counts = Array<number>(figures).fill(left / figures);
  return [others.number, others.unit, ...counts, others.rate, others.note];
};
export const shade = 'F2F2F2';
/** Page number and draft mark in the top margin, check line at the foot. */
export const marginSize = { number: 13, mark: 16, foot: 9 } as const;
/** Side of the QR code, in millimetres. */
export const qrSide = 17;

/** Head of a letter: issuing body at the left, Quốc hiệu at the right. Millimetres. */
export const letterhead = {
  widths: [69, 96],
  /** As long as "Độc lập - Tự do - Hạnh phúc" in 13-point bold. */
  mottoRule: 57,
  /** A third to a half of the issuing body's name; long names wrap at this width. */
  issuingRule: { part: 0.4, longest: 25 },
} as const;

/** Recipients at the left, signature at the right. Millimetres. */
export const letterEnd = { widths: [80, 85] } as const;
/** Blank lines to sign in. */
export const signingLines = 4;
