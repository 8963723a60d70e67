import { CFB } from '@e965/xlsx';

/** A .docx file, unpacked by another library than the one that wrote it. */
export interface DocumentParts {
  /** The text of a part: `word/document.xml`. Throws when there is none. */
  part(path: string): string;
  /** Paths of the parts below a folder: `word/header` gives `word/header1.xml` … */
  below(path: string): string[];
  bytes(path: string): Uint8Array;
}

export const partsOf = (file: Uint8Array): DocumentParts => {
  const zip = CFB.read(file, { type: 'buffer' });
  const paths = (zip.FullPaths as string[]).map((path) => path.replace(/^Root Entry\//, ''));
  const bytes = (path: string): Uint8Array => {
    const entry = zip.FileIndex[paths.indexOf(path)];
    if (!entry) throw new Error(`there is no part "${path}" among ${paths.join(', ')}`);
    return Uint8Array.from(entry.content as Iterable<number>);
  };
  return {
    bytes,
    part: (path) => new TextDecoder().decode(bytes(path)),
    below: (path) => paths.filter((one) => one.startsWith(path)),
  };
};

/** What people read in a part: its texts, in order, a line for each paragraph. */
export const readIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
