import type { WorkBook } from '@e965/xlsx';
import type { Unpacked } from './workbook-zip.ts';

/** Which sheets of a workbook, by their places, a person does not see. */
export const hiddenSheets = (
  workbook: WorkBook,
  parts: readonly Unpacked[],
): ReadonlySet<number> => {
  const content = parts.find(({ name }) => name === 'content.xml');
  if (content) return hiddenInOds(Buffer.from(content.bytes).toString('utf8'));
  const sheets = workbook.Workbook?.Sheets ?? [];
  return new Set(sheets.flatMap(({ Hidden }, index) => (Hidden ? [index] : [])));
};

/** In OpenDocument a table is hidden by its style, which the library does not read. */
const hiddenInOds = (xml: string): ReadonlySet<number> => {
  const hiding = new Set<string>();
  const style = /<style:style\s([^>]{1,500})>\s*<style:table-properties\s([^>]{1,500})>/g;
  for (const [, attributes = '', properties = ''] of xml.matchAll(style)) {
    const name = /style:name="([^"]*)"/.exec(attributes)?.[1];
    if (name && properties.includes('table:display="false"')) hiding.add(name);
  }
  const tables = [...xml.matchAll(/<table:table\s([^>]{1,1000})>/g)].map(
    ([, attributes = '']) => /table:style-name="([^"]*)"/.exec(attributes)?.[1] ?? '',
  );
  return new Set(tables.flatMap((name, index) => (hiding.has(name) ? [index] : [])));
};
