import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aCampaign,
  aGroup,
  anyCampaign,
  aUnit,
  aVersion,
  categories,
} from '../support/appendix-input.ts';
import { readBack, recalculated, sheetOf } from '../support/recalculated.ts';
import { writtenAppendix } from '../support/written-appendix.ts';

test('for any campaign every stored value equals its formula, recalculated by another engine', async () => {
  await fc.assert(
    fc.asyncProperty(anyCampaign(), async ({ campaign, groups }) => {
      const workbook = readBack(await writtenAppendix(campaign, groups));
      const cells = recalculated(workbook);
      expect(cells.filter(({ stored }) => stored === undefined)).toEqual([]);
      expect(cells.filter(({ stored, computed }) => stored !== computed)).toEqual([]);
      const sent = groups.flatMap(({ units }) =>
        units.filter((unit) => unit.sent && unit.state !== 'exempt'),
      );
      const sums = groups.filter(({ units }) => units.length > 0).length + (groups.length ? 1 : 0);
      const plainSums = groups.length + 1 - sums;
      const each = 2 * (campaign.categories.length + 1) + 1;
      expect(cells.length).toBe(3 * sent.length + each * sums + plainSums);
    }),
    { numRuns: 60 },
  );
});

test('a rate that ends in half a hundredth is rounded up in the file as on screen', async () => {
  const sent = aVersion({ 'can-bo': [20_000, 18_751] });
  const workbook = readBack(
    await writtenAppendix(aCampaign(), [aGroup('I', 'Các phòng', [aUnit('A', { sent })])]),
  );
  const rates = recalculated(workbook).filter(({ at }) => at.startsWith('Phụ lục!K'));
  expect(rates.map(({ stored }) => stored)).toEqual([93.76, 93.76, 93.76]);
  expect(rates.map(({ computed }) => computed)).toEqual([93.76, 93.76, 93.76]);
});

test('sums are live: groups sum their units, the total sums the groups, units sum their categories', async () => {
  const sent = aVersion({ 'can-bo': [4, 3], 'cong-chuc': [2, 2] });
  const workbook = readBack(
    await writtenAppendix(aCampaign(), [
      aGroup('I', 'Các phòng', [aUnit('A', { sent }), aUnit('B')]),
      aGroup('II', 'Trường', [aUnit('C', { sent })]),
    ]),
  );
  const sheet = sheetOf(workbook, 'Phụ lục');
  expect(sheet.C7.f).toBe('SUM(C8:C9)');
  expect(sheet.C8.f).toBe('D8+E8+F8');
  expect(sheet.C12.f).toBe('SUM(C7,C10)');
  expect(sheet.K8.f).toBe('IF(C8=0,"—",ROUND(G8*10000/C8,0)/100)');
  expect(sheet.K8.z).toBe('0.00');
  expect([sheet.C12.v, sheet.G12.v, sheet.K12.v]).toEqual([12, 10, 83.33]);
});

test('a group of which nobody has reported sums to 0 and has no rate', async () => {
  const workbook = readBack(
    await writtenAppendix(aCampaign(), [aGroup('I', 'Các phòng', [aUnit('A'), aUnit('B')])]),
  );
  const sheet = sheetOf(workbook, 'Phụ lục');
  expect([sheet.C7.v, sheet.G7.v, sheet.K7.v, sheet.L7.v]).toEqual([0, 0, '—', '0/2 đơn vị']);
  expect([sheet.C8?.v, sheet.C8?.f, sheet.K8?.v, sheet.L8.v]).toEqual([
    undefined,
    undefined,
    undefined,
    'Chưa báo cáo',
  ]);
});

test('the columns follow the campaign’s categories', async () => {
  const more = [...categories, { id: 'nld', code: 'nld', name: 'Người lao động' }];
  const workbook = readBack(
    await writtenAppendix(aCampaign({ categories: more }), [
      aGroup('I', 'Các phòng', [aUnit('A', { sent: aVersion({ nld: [4, 2] }) })]),
    ]),
  );
  const sheet = sheetOf(workbook, 'Phụ lục');
  expect(sheet.A2.v).toMatch(
    /^THỐNG KÊ SỐ LƯỢNG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG THAM GIA CUỘC THI /,
  );
  expect([sheet.C5.v, sheet.H5.v]).toEqual([
    'CBCCVCNLĐ tính đến ngày 30/11/2024',
    'Tham gia dự thi',
  ]);
  expect(['G6', 'L6', 'M5', 'N5'].map((at) => sheet[at].v)).toEqual([
    'Người lao động',
    'Người lao động',
    'Tỷ lệ (%)',
    'Ghi chú',
  ]);
  expect([sheet.C8.f, sheet.M8.v]).toEqual(['D8+E8+F8+G8', 50]);
});
