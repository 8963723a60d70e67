import { inflateSync } from 'node:zlib';
import { Problem, type ProblemCode } from '../kit/problem.ts';

/**
 * Why this PDF is not taken, or `undefined`. It must be whole (what its end names is there), open
 * without a password, and hold neither scripts, programs to start nor other files: a scan has none.
 * Objects in compressed streams are looked through too; one that opens too wide throws `scan-too-heavy`.
 */
export const pdfFault = (bytes: Uint8Array): ProblemCode | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!isWhole(text)) return 'scan-broken';
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return 'scan-locked';
  let hasPages = false;
  for (const part of [text, ...compressedObjects(text)]) {
    if (active.test(plainNames(part))) return 'scan-active';
    hasPages ||= /\/Type\s*\/Pages?\b/.test(part);
  }
  return hasPages ? undefined : 'scan-broken';
};

/** Long enough words that no picture's bytes spell one by chance. */
const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/;

/** `/J#61vaScript` is `/JavaScript` to a reader. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number(`0x${code}`)));

/** The end names the place of the table of objects, and there it is. Readers look for the end in the last kilobyte. */
const isWhole = (text: string): boolean => {
  const ends = [...text.slice(-1100).matchAll(/startxref\s+(\d{1,10})\s+%%EOF/g)];
  const at = Number(ends.at(-1)?.[1] ?? Number.NaN);
  return /^\s{0,4}(xref\s|\d+\s+\d+\s+obj\b)/.test(text.slice(at, at + 40));
};

/** The most that one compressed stream, and all together, may open to: a page's objects take some kilobytes. */
const mostOpened = { one: 4_000_000, all: 64_000_000 };

/** Objects that stand in a compressed stream, as PDFs since 1.5 have them, one stream after the other. */
function* compressedObjects(text: string): Generator<string> {
  let room = mostOpened.all;
  for (let at = text.indexOf('/ObjStm'); at >= 0; at = text.indexOf('/ObjStm', at + 1)) {
    const begin = text.indexOf('stream', at);
    const end = text.indexOf('endstream', begin);
    if (begin < 0 || end < 0) return;
    const objects = opened(text.slice(begin + 'stream'.length, end).replace(/^\r?\n/, ''));
    room -= objects.length;
    if (room < 0) throw new Problem('scan-too-heavy');
    yield objects;
  }
}

const opened = (packed: string): string => {
  try {
    const content = Buffer.from(packed, 'latin1');
    return inflateSync(content, { maxOutputLength: mostOpened.one }).toString('latin1');
  } catch (failure) {
    if ((failure as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('scan-too-heavy');
    return ''; // Not packed that way, or broken: a reader finds nothing there either.
  }
};
