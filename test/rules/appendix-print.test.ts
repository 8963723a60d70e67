import { CFB } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { aCampaign, aGroup, aUnit, aVersion } from '../support/appendix-input.ts';
import { writtenAppendix } from '../support/written-appendix.ts';

const sent = aVersion({ 'cong-chuc': [2, 1] });
const bytes = await writtenAppendix(aCampaign(), [
  aGroup('I', 'Các phòng', [aUnit('A', { sent })]),
]);
const archive = CFB.read(Buffer.from(bytes), { type: 'buffer' });

const part = (path: string): string => {
  const file = CFB.find(archive, `/${path}`);
  if (!file) throw new Error(`there is no part ${path}`);
  return Buffer.from(file.content as Uint8Array).toString('utf8');
};

const attributes = (xml: string, tag: string): Record<string, number | string> => {
  const found = new RegExp(`<${tag} ([^>]*?)/?>`).exec(xml)?.[1] ?? '';
  const pairs = [...found.matchAll(/([\w:]+)="([^"]*)"/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, Number.isNaN(Number(value)) ? value : +value]),
  );
};

const millimetres = (inches: unknown): number => Number(inches) * 25.4;

test.each([1, 2, 3])('sheet %i prints on A4 landscape with the decree’s margins', (number) => {
  const xml = part(`xl/worksheets/sheet${number}.xml`);
  expect(attributes(xml, 'pageSetup')).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(attributes(xml, 'pageSetUpPr')).toEqual({ fitToPage: 1 });
  const margins = attributes(xml, 'pageMargins');
  expect(millimetres(margins.top)).toBeCloseTo(20, 2);
  expect(millimetres(margins.bottom)).toBeCloseTo(20, 2);
  expect(millimetres(margins.left)).toBeCloseTo(30, 2);
  expect(millimetres(margins.right)).toBeGreaterThanOrEqual(14.99);
  expect(millimetres(margins.right)).toBeLessThanOrEqual(20);
});

test.each([1, 2, 3])(
  'sheet %i carries its page number centred at the top, not on page 1',
  (number) => {
    const xml = part(`xl/worksheets/sheet${number}.xml`);
    expect(attributes(xml, 'headerFooter')).toEqual({ differentFirst: 1 });
    expect(xml).toContain(
      '<oddHeader>&amp;C&amp;&quot;Times New Roman,Regular&quot;&amp;13&amp;P</oddHeader>',
    );
    expect(xml).not.toContain('firstHeader');
  },
);

test('the heads of the tables repeat on every page', () => {
  const xml = part('xl/workbook.xml').replaceAll('&apos;', "'");
  expect(
    [...xml.matchAll(/<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)</g)].map(
      (name) => name[1],
    ),
  ).toEqual(["'Phụ lục'!$5:$6", "'Danh sách người dự thi'!$4:$4", "'Đơn vị chưa báo cáo'!$4:$4"]);
});

test('every font is Times New Roman, 12 to 14, blank cells included', () => {
  const styles = part('xl/styles.xml');
  const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/g)].map(([, font = '']) => font);
  expect(fonts[0]).toBe('<sz val="12"/><name val="Times New Roman"/>');
  for (const font of fonts) {
    expect(font).toContain('<name val="Times New Roman"/>');
    expect(font).toMatch(/<sz val="1[234]"\/>/);
  }
});

test('the file says who made it and when, not what', () => {
  const core = part('docProps/core.xml');
  expect(core).toContain('<dc:creator>Phòng Nội vụ</dc:creator>');
  expect(core).toContain('>2024-12-13T03:20:00Z</dcterms:created>');
});
