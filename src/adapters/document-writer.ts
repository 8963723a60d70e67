import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type * as paper from '../papers/paper.ts';
import {
  cellAir,
  type Look,
  type LookOf,
  looks,
  paperFont,
  shade,
  sheet,
  tableSize,
  textWidth,
} from '../papers/paper-layout.ts';
import {
  afterTable,
  footers,
  headers,
  ofMillimetres,
  textRuns,
  writable,
} from './document-margins.ts';

/** The bytes of a .docx file with these pages. Takes much computing: only in a worker thread. */
export const writeDocument = async (written: paper.Paper): Promise<Uint8Array<ArrayBuffer>> => {
  const document = new Document({
    title: writable(written.title),
    creator: writable(written.creator),
    lastModifiedBy: writable(written.creator),
    styles: {
      default: {
        document: {
          run: { font: paperFont, size: halfPoints(looks.body.size), language: { value: 'vi-VN' } },
        },
      },
      paragraphStyles: [
        ...Object.entries(looks).map(([id, look]) => styleOf(id, look)),
        ...cellLooks.map(([id, look]) => styleOf(id, look)),
      ],
    },
    sections: await Promise.all(written.sections.map(sectionOf)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

const halfPoints = (points: number): number => points * 2;
/** Twentieths of a point, in which Word measures paper. */
const ofPoints = (points: number): number => Math.round(points * 20);

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.JUSTIFIED,
} as const;

const styleOf = (id: string, look: LookOf) => ({
  id,
  // LibreOffice takes a style called "heading" for its own.
  name: `Phụ lục ${id}`,
  quickFormat: true,
  run: {
    size: halfPoints(look.size),
    bold: look.bold === true,
    italics: look.italic === true,
  },
  paragraph: {
    alignment: alignments[look.align],
    keepNext: look.withNext === true,
    indent: { firstLine: ofMillimetres(look.indent ?? 0) },
    spacing: {
      before: ofPoints(look.before ?? 0),
      after: ofPoints(look.after ?? 0),
      line: Math.round(240 * (look.lines ?? 1)),
      lineRule: LineRuleType.AUTO,
    },
  },
});

const sectionOf = async (section: paper.Section) => {
  const { landscape, firstNumber, blocks } = section;
  const width = landscape ? textWidth.landscape : textWidth.upright;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: firstNumber !== null,
      page: {
        // The library turns the sheet itself.
        size: {
          width: ofMillimetres(sheet.width),
          height: ofMillimetres(sheet.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: ofMillimetres(sheet.top),
          bottom: ofMillimetres(sheet.bottom),
          left: ofMillimetres(sheet.left),
          right: ofMillimetres(sheet.right),
          header: ofMillimetres(sheet.header),
          footer: ofMillimetres(sheet.footer),
        },
        ...(firstNumber !== null && { pageNumbers: { start: firstNumber } }),
      },
    },
    headers: headers(section),
    footers: await footers(section),
    children: [...blocks.map((block) => blockOf(block, width)), afterTable()],
  };
};

/** A block in a column of this width, in millimetres. */
const blockOf = (block: paper.Block, width: number): Paragraph | Table => {
  switch (block.kind) {
    case 'paragraph':
      return new Paragraph({ style: block.look, children: textRuns(block.text) });
    case 'rule':
      return ruleOf(block, width);
    case 'sides':
      return sidesOf(block);
    case 'table':
      return tableOf(block);
  }
};

/** The border of an empty paragraph that is indented on both sides. */
const ruleOf = ({ length }: paper.Rule, width: number): Paragraph => {
  const indent = ofMillimetres((width - length) / 2);
  return new Paragraph({
    style: 'gap' satisfies Look,
    indent: { left: indent, right: indent },
    spacing: { before: ofPoints(2), line: ofPoints(2), lineRule: LineRuleType.EXACTLY },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
};

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const allSides = <Border>(border: Border) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
});
const within = <Border>(border: Border) => ({
  ...allSides(border),
  insideHorizontal: border,
  insideVertical: border,
});

const sidesOf = ({ widths, left, right }: paper.Sides): Table =>
  new Table({
    ...fixed(widths),
    borders: within(none),
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (blocks, index) =>
            new TableCell({
              borders: allSides(none),
              children: blocks.map((block) => blockOf(block, widths[index] ?? 0)),
            }),
        ),
      }),
    ],
  });

const fixed = (widths: readonly number[]) => {
  const columnWidths = widths.map(ofMillimetres);
  const size = columnWidths.reduce((sum, width) => sum + width, 0);
  return { columnWidths, layout: TableLayoutType.FIXED, width: { size, type: WidthType.DXA } };
};

const tableOf = ({ widths, size, head, rows }: paper.Table): Table => {
  const row = (cells: paper.TableRow, tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((cell) => cellOf(cell, size)),
    });
  const air = ofMillimetres(cellAir(size));
  return new Table({
    ...fixed(widths),
    alignment: AlignmentType.CENTER,
    borders: within(thin),
    margins: { left: air, right: air },
    rows: [...head.map((cells) => row(cells, true)), ...rows.map((cells) => row(cells, false))],
  });
};

/**
 * Cells wear styles as paragraphs do: a table of thousands with the look of each cell written out takes
 * twice the time and memory.
 */
const cellStyle = (
  { across, bold, italic }: Pick<paper.TableCell, 'across' | 'bold' | 'italic'>,
  size: number,
): string => `cell-${across}-${size}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`;

const shapes = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }];

const cellLooks = Object.values(tableSize).flatMap((size) =>
  (['left', 'center'] as const).flatMap((across) =>
    shapes.map((shape): [string, LookOf] => [
      cellStyle({ across, ...shape }, size),
      { size, align: across, before: 1, after: 1, ...shape },
    ]),
  ),
);

const cellOf = (cell: paper.TableCell, size: number): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columns && { columnSpan: cell.columns }),
    ...(cell.rows && { rowSpan: cell.rows }),
    ...(cell.shaded && { shading: { fill: shade } }),
    children: [new Paragraph({ style: cellStyle(cell, size), children: textRuns(cell.text) })],
  }) satisfies TableCell | FileChild;
