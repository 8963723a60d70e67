/**
 * What a file is, by its bytes and never by its name: a zip (xlsx, xlsm, ods), an OLE container (Excel
 * until 2003, or a workbook with a password), plain text, or something else.
 */
export type FileKind = 'empty' | 'zip' | 'ole' | 'locked' | 'text' | 'other';

const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const zipMagic = Buffer.from('PK\x03\x04', 'latin1');

/** The kind of an uploaded file; `locked` is a workbook that asks for a password. */
export const kindOfFile = (bytes: Uint8Array): FileKind => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.length === 0) return 'empty';
  if (content.subarray(0, 4).equals(oleMagic))
    return content.includes(encrypted) ? 'locked' : 'ole';
  if (content.subarray(0, 4).equals(zipMagic)) return 'zip';
  return isText(content) ? 'text' : 'other';
};

const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

/** Text has no control characters but tabs and line ends, unless it is UTF-16. */
const isText = (content: Buffer): boolean => {
  const start = content.subarray(0, 4096);
  if (/^%PDF|^\{\\rtf|^\x89PNG|^GIF8|^\xff\xd8/.test(start.toString('latin1'))) return false;
  const odd = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  if (odd.length === 0) return true;
  return [0, 1].some((parity) => isUtf16(start, parity));
};

/** Of each two bytes one is the upper half: nearly always zero, otherwise of Vietnamese letters, marks or signs. */
const isUtf16 = (start: Buffer, parity: number): boolean => {
  const hasMark = /^(\xff\xfe|\xfe\xff)/.test(start.toString('latin1'));
  const content = hasMark ? start.subarray(2) : start;
  const upper = content.filter((_, index) => index % 2 === parity);
  const lower = content.filter((_, index) => index % 2 !== parity);
  const zeros = upper.filter((byte) => byte === 0).length;
  return (
    zeros * 2 > upper.length && upper.every((byte) => upperHalves.has(byte)) && !lower.includes(0)
  );
};

const upperHalves = new Set([0x00, 0x01, 0x02, 0x03, 0x1e, 0x20, 0x21, 0x22, 0x27, 0xfe, 0xff]);
