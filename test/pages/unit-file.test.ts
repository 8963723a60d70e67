import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import { readBack, rowsOf } from '../support/recalculated.ts';

let product: Product;
let city: City;
beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  city = await aCity(db);
  const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
  await sent(db, city, 'thcs-nguyen-hue', draft);
});
afterAll(() => product.close());

const below = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const atDesk = '/tien-do/cchc-2024/thcs-nguyen-hue';

test('the file of a version is one click from receipt, version and the office’s page, and the same for both', async () => {
  const tam = product.visitor();
  await tam.signIn(people.tam.email, password);
  const lan = product.visitor();
  await lan.signIn(people.lan.email, password);
  const link = `href="${below}/lich-su/1/tep.xlsx"`;
  expect((await tam.get(`${below}/bien-nhan`)).text).toContain(link);
  expect((await tam.get(`${below}/lich-su/1`)).text).toContain(link);
  expect((await lan.get(atDesk)).text).toContain(`href="${atDesk}/ban/1/tep.xlsx"`);
  const own = await tam.get(`${below}/lich-su/1/tep.xlsx`);
  expect(own.headers.get('content-disposition')).toBe(
    'attachment; filename=Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.xlsx',
  );
  expect(rowsOf(readBack(own.bytes), 'Số liệu').at(-1)).toEqual(['Tổng số', 48, 3, 6.25]);
  const desk = await lan.get(`${atDesk}/ban/1/tep.xlsx`);
  const names = 'Danh sách người dự thi';
  expect(rowsOf(readBack(desk.bytes), names)).toEqual(rowsOf(readBack(own.bytes), names));
  for (const number of ['0', '2', 'x', '1e0', '99999999999'])
    expect((await tam.get(`${below}/lich-su/${number}/tep.xlsx`)).status).toBe(404);
  await expect(product.context.workers.eFile('no such report', 1)).rejects.toMatchObject({
    code: 'not-found',
  });
});
