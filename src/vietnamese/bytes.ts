import { asItStands, type Code, readAs } from './readings.ts';
import { fromWindows1252 } from './windows-1252.ts';

/** How the bytes of a text file were read; in `windows-1252` old Vietnamese codes may still stand. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/**
 * The text of a CSV or text file, whatever wrote it, without its byte-order mark. Letters are not tidied
 * and old codes not resolved: whoever reads the columns asks `readableColumn`. Never fails.
 */
export const textOfBytes = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const wide = markOf(bytes) ?? zerosOf(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return ofOneByteEach(bytes);
  }
};

/** UTF-16 that says so. */
const markOf = ([first, second]: Uint8Array): Encoding | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

const looked = 4096;

/** UTF-16 without a mark: plain letters, blanks and commas have a zero, always on the same side. */
const zerosOf = (bytes: Uint8Array): Encoding | undefined => {
  const start = bytes.subarray(0, looked);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (
    even + odd === 0 ||
    Math.max(even, odd) * 5 < start.length / 2 ||
    Math.min(even, odd) * 10 > Math.max(even, odd)
  )
    return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

/** Vietnamese Windows or Western Windows: whichever makes the text look more like Vietnamese. */
const ofOneByteEach = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const western = fromWindows1252(bytes);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const codes: readonly Code[] = ['tcvn3', 'vni', 'utf-8'];
  const westernAtBest = Math.min(
    strangenessOf(western),
    ...codes.map((code) => strangenessOf(western, code)),
  );
  return strangenessOf(vietnamese) < westernAtBest
    ? { text: vietnamese, encoding: 'windows-1258' }
    : { text: western, encoding: 'windows-1252' };
};

const judgedLines = 200;

/** How strange the first lines with other letters than ASCII look, read in this code or as they stand. */
const strangenessOf = (text: string, code?: Code): number =>
  text
    .split(/[\r\n]+/)
    .filter((line) => /[^ -~\t]/.test(line))
    .slice(0, judgedLines)
    .map((line) => (code && readAs(line, code)) ?? asItStands(line))
    .reduce((sum, { strangeness }) => sum + strangeness, 0);
