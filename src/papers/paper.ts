import type { Look } from './paper-layout.ts';

/**
 * A written paper as plain values: what stands where, and in which look. The .docx file and the print
 * page are made from the same values. No library of documents is known here.
 */
export interface Paper {
  readonly title: string;
  readonly creator: string;
  readonly sections: readonly Section[];
}

/** Pages of one kind; each section begins on a new page. */
export interface Section {
  readonly landscape: boolean;
  /** The number of its first page, or `null`: it goes on counting. Page 1 shows no number. */
  readonly firstNumber: 1 | null;
  /** Stands in the top margin of every page; `null` for a paper that is no draft. */
  readonly mark: string | null;
  /** Stands at the foot of every page, its QR code on the first; `null` where there is nothing to check. */
  readonly foot: Foot | null;
  readonly blocks: readonly Block[];
}

/** How a reader finds out whether a printed paper is still the newest. */
export interface Foot {
  readonly text: string;
  /** What the QR code says: an address. */
  readonly address: string;
}

export type Block = Paragraph | Rule | Sides | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly look: Look;
  readonly text: string;
  /** Written in bold before the text. */
  readonly lead?: string;
}

/** A thin line in the middle of its column. */
export interface Rule {
  readonly kind: 'rule';
  /** In millimetres. */
  readonly length: number;
}

/** Two columns side by side without borders: the head of a letter, its end. */
export interface Sides {
  readonly kind: 'sides';
  /** Widths in millimetres. */
  readonly widths: readonly [left: number, right: number];
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

/** A table with borders. Its head rows are repeated on every page, and no row breaks over two. */
export interface Table {
  readonly kind: 'table';
  /** What it shows, for who can't see it. */
  readonly name: string;
  /** Of its texts, in points. */
  readonly size: number;
  /** Widths in millimetres. */
  readonly widths: readonly number[];
  readonly head: readonly TableRow[];
  readonly rows: readonly TableRow[];
}

export type TableRow = readonly TableCell[];

/** Cells that another one covers are left out. */
export interface TableCell {
  readonly text: string;
  readonly across: 'left' | 'center';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly shaded?: boolean;
  /** How far the cell reaches, itself counted. */
  readonly columns?: number;
  readonly rows?: number;
}

/** What mails and browsers call a .docx file. */
export const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const paragraph = (look: Look, text: string, lead?: string): Paragraph => ({
  kind: 'paragraph',
  look,
  text,
  ...(lead === undefined ? {} : { lead }),
});

export const rule = (length: number): Rule => ({ kind: 'rule', length });
