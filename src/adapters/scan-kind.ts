/** What an uploaded scan is, by its first bytes and never by its name. */
export type ScanKind = 'empty' | 'pdf' | 'jpeg' | 'png' | 'heic' | 'other';

const beginnings: readonly (readonly [ScanKind, string])[] = [
  ['pdf', '%PDF-'],
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
];

export const kindOfScan = (bytes: Uint8Array): ScanKind => {
  if (bytes.length === 0) return 'empty';
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const known = beginnings.find(([, beginning]) => start.startsWith(beginning));
  if (known) return known[0];
  return /^.{4}ftyp(hei[cfmsx]|hev[cfmsx]|mif1|msf1|avif)/s.test(start) ? 'heic' : 'other';
};
