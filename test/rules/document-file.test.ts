import { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocument } from '../../src/adapters/document-writer.ts';
import { consolidate } from '../../src/appendix/consolidate.ts';
import { cityPaper } from '../../src/papers/city-paper.ts';
import { unitPaper } from '../../src/papers/unit-paper.ts';
import { aCampaign, aUnit, aVersion, exportedAt } from '../support/appendix-input.ts';
import { type DocumentParts, partsOf, readIn } from '../support/document-parts.ts';
import { aContent, aMark, aParticipant, aReport } from '../support/paper-input.ts';

const hostile = [
  aParticipant('Nguyễn '.repeat(28).trim(), { note: '=1+1' }),
  aParticipant('<b>Trần & Lê</b> 😀', { title: '"Giáo viên"', note: 'a\u0001b\ud800c\uffffd' }),
];

let letter: DocumentParts;
beforeAll(async () => {
  const people = [
    ...hostile,
    ...Array.from({ length: 298 }, (_, at) => aParticipant(`Lê An ${at}`)),
  ];
  letter = partsOf(await writeDocument(unitPaper(aReport(aContent(people)))));
});

const styleOf = (parts: DocumentParts, id: string): string => {
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's').exec(
    parts.part('word/styles.xml'),
  );
  return found?.[0] ?? '';
};

const sectionsOf = (parts: DocumentParts): string[] =>
  [...parts.part('word/document.xml').matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([xml]) => xml);

/** Millimetres as Word measures them, in twentieths of a point. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

describe('the file of a written report', () => {
  test("has the decree's paper: A4, margins within 20–25, 30–35 and 15–20 mm, no number on page 1", () => {
    const sections = sectionsOf(letter);
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      expect(section).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
      expect(section).toContain(
        `<w:pgMar w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}" w:left="${twips(30)}"`,
      );
    }
    // Page 1 has a header of its own; the list goes on counting.
    expect(sections[0]).toContain('<w:titlePg/>');
    expect(sections[0]).toContain('<w:pgNumType w:start="1"/>');
    expect(sections[1]).not.toContain('<w:titlePg/>');
    expect(sections[1]).not.toContain('w:start=');
    const numbered = letter.below('word/header').map((path) => letter.part(path).includes('PAGE'));
    expect(numbered.filter(Boolean)).toHaveLength(2);
    expect(numbered.filter((has) => !has)).toHaveLength(1);
  });

  /** Half-points, bold, italic, alignment: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
  const decree = [
    ['nation', 24, true, false, 'center'],
    ['motto', 26, true, false, 'center'],
    ['higherBody', 24, false, false, 'center'],
    ['issuingBody', 24, true, false, 'center'],
    ['number', 26, false, false, 'center'],
    ['placeAndDay', 26, false, true, 'center'],
    ['kind', 28, true, false, 'center'],
    ['subject', 28, true, false, 'center'],
    ['body', 26, false, false, 'both'],
    ['signerTitle', 26, true, false, 'center'],
    ['signerName', 26, true, false, 'center'],
    ['recipientsWord', 24, true, true, 'left'],
    ['recipients', 22, false, false, 'left'],
    ['appendixWord', 28, true, false, 'center'],
    ['appendixName', 28, true, false, 'center'],
    ['appendixUnder', 28, false, true, 'center'],
  ] as const;
  test.each(decree)(
    'writes %s in the size and shape of the decree',
    (id, size, bold, italic, align) => {
      const style = styleOf(letter, id);
      expect(style).toContain(`<w:sz w:val="${size}"/>`);
      expect(style.includes('<w:b/>')).toBe(bold);
      expect(style.includes('<w:i/>')).toBe(italic);
      expect(style).toContain(`<w:jc w:val="${align}"/>`);
    },
  );

  test('is set in Times New Roman; paragraphs are indented by 1.27 cm and 6 points apart', () => {
    const styles = letter.part('word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    const fonts = new Set(
      [...`${styles}${letter.part('word/document.xml')}`.matchAll(/w:ascii="([^"]+)"/g)].map(
        ([, font]) => font,
      ),
    );
    expect([...fonts]).toEqual(['Times New Roman']);
    expect(styleOf(letter, 'body')).toContain(`<w:ind w:firstLine="${twips(12.7)}"/>`);
    expect(styleOf(letter, 'body')).toMatch(/<w:spacing w:after="120"[^>]* w:line="252"/);
  });

  test('draws the rules below Tiêu ngữ and the issuing body, not as underlined text', () => {
    const xml = letter.part('word/document.xml');
    expect(xml).not.toContain('<w:u ');
    const indents = [
      ...xml.matchAll(/<w:pBdr><w:top [^>]*w:val="single"[^>]*\/><\/w:pBdr>.*?<w:ind ([^>]*)\/>/g),
    ];
    expect(indents).toHaveLength(2);
    const motto = twips((96 - 57) / 2);
    expect(indents[1]?.[1]).toBe(`w:left="${motto}" w:right="${motto}"`);
  });

  test('repeats the head of its list of 300 names on every page, and breaks no row', () => {
    const [, list = ''] = letter.part('word/document.xml').split('DANH SÁCH NGƯỜI DỰ THI');
    expect(list.match(/<w:tr>/g)).toHaveLength(301);
    expect(list.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(list.indexOf('<w:tblHeader/>')).toBeLessThan(list.indexOf('Họ và tên'));
    expect(list.match(/<w:cantSplit\/>/g)).toHaveLength(301);
  });

  test('keeps whatever a name is made of, but what no XML can hold', () => {
    const texts = readIn(letter.part('word/document.xml'));
    expect(texts).toContain('Nguyễn '.repeat(28).trim());
    expect(texts).toContain('=1+1');
    expect(texts).toContain('<b>Trần & Lê</b> 😀');
    expect(texts).toContain('"Giáo viên"');
    expect(texts).toContain('abcd');
  });

  test('says at the foot of every page what to check it by; the first shows it as a QR code', async () => {
    const footers = letter.below('word/footer').map((path) => letter.part(path));
    expect(footers).toHaveLength(3);
    for (const footer of footers) expect(readIn(footer).join('')).toContain('BCDF-2345');
    expect(footers.filter((footer) => footer.includes('<w:drawing>'))).toHaveLength(1);
    const [image = ''] = letter.below('word/media/').filter((path) => path.endsWith('.png'));
    expect(await decoded(letter.bytes(image))).toBe(aMark.address);
  });

  test('of a draft carries its mark on every page, and nothing to check', async () => {
    const draft = aReport(aContent([aParticipant('Lê An')]), { sent: null });
    const parts = partsOf(await writeDocument(unitPaper(draft)));
    const headers = parts.below('word/header').map((path) => parts.part(path));
    expect(headers).toHaveLength(3);
    for (const header of headers) expect(readIn(header)).toContain('BẢN NHÁP');
    expect(parts.below('word/footer')).toEqual([]);
    expect(parts.below('word/media/')).toEqual([]);
    for (const path of letter.below('word/header'))
      expect(readIn(letter.part(path))).not.toContain('BẢN NHÁP');
  });
});

describe("the file of the city's report", () => {
  test('turns the sheet for its Phụ lục, whose two head rows are repeated', async () => {
    const campaign = aCampaign();
    const sent = aVersion({ 'vien-chuc': [48, 45] });
    const groups = [{ code: 'I', name: 'Khối', units: [aUnit('Phòng Tư pháp', { sent })] }];
    const consolidation = consolidate(campaign.categories, groups);
    const paper = cityPaper({ campaign, documents: [], consolidation, at: exportedAt });
    const parts = partsOf(await writeDocument(paper));
    const [upright = '', turned = ''] = sectionsOf(parts);
    expect(upright).toContain('w:orient="portrait"');
    expect(turned).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(turned).toContain(
      `<w:pgMar w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}" w:left="${twips(30)}"`,
    );
    const [, pages = ''] = parts.part('word/document.xml').split('>Phụ lục<');
    expect(pages.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(pages).toContain('<w:vMerge w:val="restart"/>');
    expect(readIn(pages)).toContain('93,75');
  });
});

/** What a telephone reads in an image. */
const decoded = async (image: Uint8Array): Promise<string> => {
  const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
  const source = new RGBLuminanceSource(Uint8ClampedArray.from(data), info.width, info.height);
  return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
};
