import { vietnameseLetters } from './letters.ts';

/** The two code tables of Vietnamese from before Unicode that clerks' files still carry. */
export type OldCode = 'tcvn3' | 'vni';

/**
 * TCVN 5712:1993, table VN3, known as TCVN3 or ABC: letters from a code upwards. Capitals with a tone
 * are missing; another font, whose name ends in H, shows the small ones as capitals. Checked against the
 * table of the standard (ISO-IR 180, glibc's TCVN5712-1, less the capitals that only VN1 and VN2 have).
 */
const tcvn3Rows: readonly (readonly [code: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** Code (as the Windows-1252 character that a file holds) → letter. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  tcvn3Rows.flatMap(([code, letters]) =>
    [...letters].map((letter, index) => [String.fromCharCode(code + index), letter] as const),
  ),
);

/**
 * VNI-Windows: letters of their own, and marks that follow their vowel, capital or small like it. Facts
 * from the public comparison of Vietnamese code tables (VNI column) and the VNI table of xvnkb.
 */
export const vniLetters: ReadonlyMap<string, string> = new Map(
  [...'ôơ öư ñđ íí ìì æỉ óĩ òị îỵ'.matchAll(/(\S)(\S)/g)].flatMap(([, code = '', letter = '']) => [
    [code, letter] as const,
    [code.toUpperCase(), letter.toUpperCase()] as const,
  ]),
);

export const vniMarks: ReadonlyMap<string, string> = new Map([
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);

/**
 * A text in an old code, its codes standing as Windows-1252 characters ("NguyÔn V¨n An",
 * "Nguyeãn Vaên An"), in Unicode (NFC). What the table lacks stays as it is.
 */
export const decoded = (text: string, code: OldCode): string =>
  code === 'tcvn3'
    ? text.replace(/[\u00A1-\u00FE]/g, (letter) => tcvn3Letters.get(letter) ?? letter)
    : text.replace(vniLetter, vniDecoded);

const bases = 'aeiouyôöAEIOUYÔÖ';
const marks = [...vniMarks.keys()].join('');
const vniLetter = new RegExp(`[${bases}][${marks}${marks.toUpperCase()}]+|[À-ÿ]`, 'g');

const vniDecoded = (codes: string): string => {
  const [base = '', ...rest] = codes;
  const plain = vniLetters.get(base) ?? base;
  const letter = plain + rest.map((mark) => vniMarks.get(mark.toLowerCase()) ?? mark).join('');
  const composed = letter.normalize('NFC');
  return rest.length === 0 || vietnameseLetters.has(composed) ? composed : codes;
};

/** Has the text a small letter that means nothing in this code, as right Unicode has: "Hoà" in TCVN3? */
export const hasStray = (text: string, code: OldCode): boolean =>
  code === 'tcvn3'
    ? /[àðÿ]/.test(text)
    : /[ß-ÿ]/.test(text.replace(vniLetter, (codes) => (isVni(codes) ? '' : codes)));

const isVni = (codes: string): boolean => vniLetters.has(codes) || vniDecoded(codes) !== codes;
