import { afterEach, beforeEach, expect, test } from 'vitest';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { addUnits } from '../../src/units/store.ts';
import { aCity, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const board = '/tien-do/dong-don-vi';

let product: Product;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

const addBoard = async (units: number): Promise<void> => {
  const doer = { accountId: null, address: 'test', at: morning };
  await inTransaction(product.context.db, async (tx) => {
    const campaign = { ...dispatchOfHaiDuong, code: 'dong-don-vi' };
    const id = await addCampaign(tx, campaign, doer);
    if (units === 0) return;
    const many = Array.from({ length: units }, (_, index) => ({
      group: 'IV',
      code: `don-vi-${index}`,
      name: `Đơn vị ${index}`,
    }));
    await addUnits(tx, [{ code: 'IV', name: 'Nhóm lớn' }], many);
    await owe(tx, id, morning);
  });
};

const unitsOn = async (query: string) => {
  const { text, status } = await lan.get(`${board}${query}`);
  expect(status).toBe(200);
  return {
    text,
    units: [...text.matchAll(/<th scope="row"><a href="\/tien-do\/[^"?]+">/g)].length,
  };
};

test('A board of many units is turned page by page; a filter begins at the first', async () => {
  await addBoard(246);
  const first = await unitsOn('');
  expect(first.units).toBe(100);
  for (const part of ['251 đơn vị', 'Trang 1/3', 'href="/tien-do/dong-don-vi?trang=2#danh-sach"'])
    expect(first.text).toContain(part);
  expect((await unitsOn('?trang=3')).units).toBe(51);
  const beyond = await unitsOn('?trang=99');
  expect([beyond.units, beyond.text.includes('Trang 3/3')]).toEqual([51, true]);
  const found = await unitsOn('?q=don+vi+1&trang=2');
  expect(found.text).toContain('Trang 2/2');
  expect(found.text).toContain('trong 251 đơn vị');
  expect(found.text).not.toContain('name="trang"');
  const none = await unitsOn('?q=khong+co&trang=2');
  expect(none.text).toContain('Không có đơn vị nào khớp.');
  expect(none.text).not.toContain('Trang của danh sách');
});

test('A campaign without any unit has an empty board, without drawing and groups', async () => {
  await addBoard(0);
  const { text, units } = await unitsOn('');
  expect(units).toBe(0);
  expect(text).toContain('0/0');
  expect(text).not.toContain('<svg class="day-chart"');
  expect(text).not.toContain('Đã gửi theo nhóm');
});
