import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vietnameseLetters } from '../../src/vietnamese/letters.ts';
import { decoded } from '../../src/vietnamese/old-codes.ts';
import { codeOfFont } from '../../src/vietnamese/old-fonts.ts';
import { decodedPieces, piecesOf } from '../../src/vietnamese/pieces.ts';
import { readableColumn } from '../../src/vietnamese/readable.ts';
import { fromWindows1252 } from '../../src/vietnamese/windows-1252.ts';
import { madeUpNames } from '../support/names.ts';
import { inTcvn3, inTcvn3ButCapitals, inTcvn3Fonts, inVni } from '../support/old-letters.ts';

const inFont = (text: string, font: string) => ({ text, runs: [{ text, font }] });
const withoutFont = (text: string) => ({ text, runs: [] });
const read = (...texts: string[]) => readableColumn(texts.map(withoutFont)).map(({ text }) => text);

describe('The old code tables', () => {
  test('hold all 134 letters with marks, each one once', () => {
    const letters = [...vietnameseLetters].filter((letter) => letter > '\u007F');
    expect(letters).toHaveLength(134);
    expect(letters.map((letter) => decoded(inVni(letter), 'vni'))).toEqual(letters);
    expect(new Set(letters.map(inVni)).size).toBe(134);
    expect(letters.map((letter) => decodedPieces(piecesOf(inFonts(letter))).text)).toEqual(letters);
    const tcvn3 = new Set(letters.map(inTcvn3));
    expect(tcvn3.size).toBe(74);
  });

  test.each([
    ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['tcvn3', 'Tr\u00ADêng THCS, n¨m 2024', 'Trường THCS, năm 2024'],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['vni', 'ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC', 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC'],
    ['vni', 'Tröôøng Kyø Myõ Tyù, AÙnh, Aùnh', 'Trường Kỳ Mỹ Tý, Ánh, Ánh'],
  ] as const)('%s: %s is %s', (code, old, unicode) => {
    expect(decoded(old, code)).toBe(unicode);
  });

  test('give back any Vietnamese text', () => {
    const letters = fc.constantFrom(...vietnameseLetters, ...'bcdghklmnpqrstvx BCDGHKL-.,/09');
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        expect(decoded(inVni(text), 'vni')).toBe(text);
        expect(decodedPieces(piecesOf(inFonts(text))).text).toBe(text);
        expect(decoded(inTcvn3(text), 'tcvn3').toLowerCase()).toBe(text.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });
});

/** A cell in `.VnTime`, its capitals with a tone in `.VnTimeH`. */
const inFonts = (text: string) => {
  const runs = inTcvn3Fonts(text);
  return { text: runs.map((run) => run.text).join(''), runs };
};

test.each([
  ['.VnTime', 'tcvn3', false],
  ['.VnTimeH', 'tcvn3', true],
  ['.VnArial NarrowH', 'tcvn3', true],
  ['.vntime', 'tcvn3', false],
  ['.VnAvantH Bold', 'tcvn3', true],
  ['VnTime', 'tcvn3', false],
  ['VNI-Times', 'vni', false],
  ['VNI-Helve-Condense', 'vni', false],
])('the font %s names its code', (font, code, capitals) => {
  expect(codeOfFont(font)).toEqual({ code, capitals });
});

test.each(['Times New Roman', 'Arial', 'Calibri', '', 'VNLib Serif'])(
  '%j names no code',
  (font) => {
    expect(codeOfFont(font)).toBeUndefined();
  },
);

describe('3,000 made-up names come out right', () => {
  const names = madeUpNames(3000, 1);
  const columnsOf = (size: number) =>
    Array.from({ length: Math.ceil(names.length / size) }, (_, index) =>
      names.slice(index * size, (index + 1) * size),
    );
  type Writing = (name: string) => Parameters<typeof readableColumn>[0][number];
  /** How many of the 3,000 come out as they were meant, in columns of so many. */
  const rightOf = (size: number, written: Writing): number =>
    columnsOf(size).flatMap((column) =>
      readableColumn(column.map(written)).filter(({ text }, index) => text === column[index]),
    ).length;
  const inColumns = (written: Writing) => [30, 3, 1].map((size) => rightOf(size, written));

  test.each<[string, Writing, number[]]>([
    ['TCVN3 by the font', (name) => inFont(inTcvn3(name), '.VnTime'), [3000, 3000, 3000]],
    ['TCVN3, two fonts in a cell', inFonts, [3000, 3000, 3000]],
    ['TCVN3 by the letters alone', (name) => withoutFont(inTcvn3(name)), [3000, 3000, 2988]],
    [
      'TCVN3 of a converter without capitals',
      (name) => inFont(inTcvn3ButCapitals(name), '.VnTime'),
      [3000, 3000, 3000],
    ],
    ['VNI by the font', (name) => inFont(inVni(name), 'VNI-Times'), [3000, 3000, 3000]],
    ['VNI by the letters alone', (name) => withoutFont(inVni(name)), [3000, 3000, 2996]],
  ])('%s: in columns of 30, 3 and 1', (_, written, right) => {
    expect(inColumns(written)).toEqual(right);
    expect(Math.min(...right)).toBeGreaterThanOrEqual(3000 * 0.995);
  });

  test('TCVN3 and VNI in capitals', () => {
    const loud = names.map((name) => name.toUpperCase());
    for (const write of [inTcvn3, inVni]) expect(read(...loud.map(write))).toEqual(loud);
    const capitals = readableColumn(names.map((name) => inFont(inTcvn3(name), '.VnTimeH')));
    expect(capitals.map(({ text }) => text)).toEqual(loud);
  });

  test('old and right texts side by side: each as it needs it', () => {
    const writings = [(name: string) => name, inTcvn3, inVni];
    const mixed = names.map((name, index) => (writings[index % 3] ?? inVni)(name));
    const right = read(...mixed).filter((text, index) => text === names[index]).length;
    expect(right).toBeGreaterThanOrEqual(3000 * 0.999);
  });

  test('right Unicode is never changed: composed or not, in capitals, whatever the font says', () => {
    const unicode = [
      ...names,
      ...names.map((name) => name.toUpperCase()),
      ...names.map((name) => name.normalize('NFD')),
    ];
    const changed = (texts: string[], font: string, size: number): number =>
      Array.from({ length: texts.length / size }, (_, index) =>
        readableColumn(
          texts
            .slice(index * size, (index + 1) * size)
            .map((text) => (font ? inFont(text, font) : withoutFont(text))),
        ).filter(({ code }) => code !== undefined),
      ).flat().length;
    expect([30, 3, 1].map((size) => changed(unicode, '', size))).toEqual([0, 0, 0]);
    expect(changed(names, '.VnTime', 30)).toBe(0);
    expect(changed(names, 'VNI-Times', 30)).toBe(0);
  });
});

describe('What is right stays', () => {
  test.each([
    'Nguyen Van An',
    'Hà Thị Bích-Ngọc',
    "K'Brôi",
    'Y Bhăm Niê',
    "H'Hen Niê",
    'René Descartes',
    'François Müller',
    'José Peña',
    'Hoàng Toàn',
    'Hoàng Thái Hùng',
    'Lê Thái Hùng',
    'Hoa Minh Lín',
    'Tô Hoài',
    'Hoà',
    'Kế toán',
    'Cô nuôi',
    'x',
    '§ 3',
    '± 5 m²',
    '20 °C',
    '“Hà”',
    'Nguyen\u00AD Van An',
    'Lê\u200B Th\u00ADanh Hoà',
  ])('%s', (text) => {
    expect(readableColumn([withoutFont(text)])).toEqual([{ text, code: undefined }]);
    const [, among] = readableColumn(['Nguyễn Văn An', text, 'Trần Thị Bưởi'].map(withoutFont));
    expect(among).toEqual({ text, code: undefined });
  });

  test('right text between old ones', () => {
    expect(read('NguyÔn V¨n An', 'Lê Thái Hùng', 'TrÇn ThÞ B\u00AD\u00ABi', 'Đỗ Hà')).toEqual([
      'Nguyễn Văn An',
      'Lê Thái Hùng',
      'Trần Thị Bưôi',
      'Đỗ Hà',
    ]);
  });
});

describe('Capitals that TCVN3 lacks', () => {
  test.each([
    [
      ['§µo Minh ý', 'Lª ThÞ ¸nh'],
      ['Đào Minh Ý', 'Lê Thị Ánh'],
    ],
    [
      ['§µo Minh Ý', 'Lª ThÞ ¸nh'],
      ['Đào Minh Ý', 'Lê Thị Ánh'],
    ],
    [
      ['NGUYÔN ThÞ Hµ', 'TRÇN THÞ ¸NH'],
      ['NGUYỄN Thị Hà', 'TRẦN THỊ ÁNH'],
    ],
    [
      ['T\u00AAn', 'HiÒn', '¸nh', 'øng'],
      ['Tên', 'Hiền', 'Ánh', 'Ứng'],
    ],
    [
      ['BÝ th\u00AD §\u00B6ng ñy', 'ñy viªn UBND'],
      ['Bí thư Đảng ủy', 'Ủy viên UBND'],
    ],
    [
      ['§\u00B6ng ñy', 'chØ ®¹o'],
      ['Đảng ủy', 'chỉ đạo'],
    ],
  ])('%j are %j', (old, unicode) => {
    expect(read(...old)).toEqual(unicode);
  });
});

test('UTF-8 that was taken for Windows-1252 is read again', () => {
  const names = ['Nguyễn Văn An', 'Đặng Thị Hồng', 'Lê Thái Hùng'];
  const broken = names.map((name) => fromWindows1252(Buffer.from(name)));
  expect(broken[0]).toBe('Nguyá»…n VÄƒn An');
  expect(readableColumn(broken.map(withoutFont))).toEqual(
    names.map((text) => ({ text, code: 'utf-8' })),
  );
});
