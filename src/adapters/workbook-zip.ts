import { inflateRawSync } from 'node:zlib';
import { Problem } from '../kit/problem.ts';

/** One file inside a zip archive, unpacked. */
export interface Unpacked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mostEntries = 500;
const mostUnpacked = 100 * 1024 * 1024;

/**
 * The files inside an archive that somebody sent. What the archive says about itself is checked first
 * (number and unpacked sizes), then each file is unpacked to no more than it said, so that a small
 * file can't become a huge one. Refuses with `upload-…`.
 */
export const unpack = (archive: Uint8Array): Unpacked[] => {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries = entriesOf(bytes);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new Problem('upload-has-password');
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > mostEntries || unpacked > mostUnpacked)
    throw new Problem('upload-too-heavy');
  return entries.map((entry) => ({ name: entry.name, bytes: contentOf(bytes, entry) }));
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly start: number;
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Reads the list at the end of the archive. Any place outside the bytes means that it is cut or no archive. */
const entriesOf = (bytes: Buffer): Entry[] => {
  const end = bytes.lastIndexOf(endSignature);
  if (end < 0) throw new Problem('upload-broken');
  return unbroken(() => {
    const count = bytes.readUInt16LE(end + 10);
    if (count > mostEntries) throw new Problem('upload-too-heavy');
    const entries: Entry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let number = 0; number < count; number++) {
      if (bytes.readUInt32LE(at) !== entrySignature) throw new Problem('upload-broken');
      entries.push(entryAt(bytes, at));
      at += 46 + [28, 30, 32].reduce((sum, field) => sum + bytes.readUInt16LE(at + field), 0);
    }
    return entries;
  });
};

const entryAt = (bytes: Buffer, at: number): Entry => ({
  name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
  method: bytes.readUInt16LE(at + 10),
  isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  packed: bytes.readUInt32LE(at + 20),
  size: bytes.readUInt32LE(at + 24),
  start: bytes.readUInt32LE(at + 42),
});

const contentOf = (bytes: Buffer, { method, packed, size, start }: Entry): Uint8Array =>
  unbroken(() => {
    if (bytes.readUInt32LE(start) !== localSignature) throw new Problem('upload-broken');
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + packed);
    if (content.length !== packed) throw new Problem('upload-broken');
    const whole =
      method === 8 ? inflateRawSync(content, { maxOutputLength: Math.max(size, 1) }) : content;
    if (whole.length !== size || (method !== 0 && method !== 8)) throw new Problem('upload-broken');
    return whole;
  });

/** Places outside the bytes, and data that can't be unpacked, throw errors of Node's own. */
const unbroken = <T>(work: () => T): T => {
  try {
    return work();
  } catch (failure) {
    throw failure instanceof Problem ? failure : new Problem('upload-broken');
  }
};
