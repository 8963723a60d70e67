import {
  AlignmentType,
  Footer,
  Header,
  ImageRun,
  type IRunOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import qrcode from 'qrcode';
import type { Foot, Section } from '../papers/paper.ts';
import { marginSize, qrSide, textWidth } from '../papers/paper-layout.ts';

/** What stands in the margins of a .docx file's pages: page number, draft mark, check line. */

/** Twentieths of a point, in which Word measures paper. */
export const ofMillimetres = (millimetres: number): number =>
  Math.round((millimetres * 1440) / 25.4);

/** XML can't hold these, not even as numbers: control characters, halves of letters. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A text without what a file of Word can't hold. */
export const writable = (text: string): string => text.replace(unwritable, '');

/** A text in one look; its line breaks stay. */
export const textRuns = (text: string, look: IRunOptions = {}): TextRun[] =>
  writable(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));

const draftLook = { size: 2 * marginSize.mark, bold: true, color: '9A1B1F' } as const;

/** The first page of a paper carries no number; every page of a draft carries its mark. */
export const headers = ({ firstNumber, mark }: Section) => {
  const marked = mark === null ? [] : [centred(textRuns(mark, draftLook))];
  const number = { size: 2 * marginSize.number, children: [PageNumber.CURRENT] };
  return {
    default: new Header({ children: [centred([new TextRun(number)]), ...marked] }),
    ...(firstNumber !== null && {
      first: new Header({ children: marked.length > 0 ? marked : [centred([])] }),
    }),
  };
};

const centred = (children: TextRun[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children });

/** The check line on every page, with its QR code on the first of a paper. */
export const footers = async ({ firstNumber, foot }: Section) => {
  if (foot === null) return {};
  return {
    default: new Footer({ children: [lineOf(foot)] }),
    ...(firstNumber !== null && {
      first: new Footer({ children: [await withCode(foot), afterTable()] }),
    }),
  };
};

/** Word wants a paragraph after the last table of a part; this one takes a point of height. */
export const afterTable = (): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] });

const lineOf = ({ text }: Foot): Paragraph =>
  new Paragraph({ children: textRuns(text, { size: 2 * marginSize.foot }) });

const codeWidth = ofMillimetres(qrSide + 2);

const withCode = async (foot: Foot): Promise<Table> => {
  const columnWidths = [codeWidth, ofMillimetres(textWidth.upright) - codeWidth];
  const cell = (paragraph: Paragraph) =>
    new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children: [paragraph] });
  const code = new Paragraph({ children: [await codeImage(foot.address)] });
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: ofMillimetres(textWidth.upright), type: WidthType.DXA },
    borders: TableBorders.NONE,
    rows: [new TableRow({ children: [cell(code), cell(lineOf(foot))] })],
  });
};

const codeImage = async (address: string): Promise<ImageRun> => {
  const data = await qrcode.toBuffer(address, {
    type: 'png',
    errorCorrectionLevel: 'M',
    margin: 4,
    scale: 8,
  });
  const side = Math.round((qrSide * 96) / 25.4);
  const altText = { name: 'QR', title: 'QR', description: address };
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width: side, height: side },
    altText,
  });
};
