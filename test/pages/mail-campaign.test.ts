import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/dot-bao-cao/cchc-2024/thu';
const real = 'phongnoivutphd@gmail.com';

let product: Product;
let city: City;
let lan: Visitor;
let hoa: Visitor;

beforeAll(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  await sends('thcs-nguyen-hue');
  for (const person of ['lan', 'hoa'] as const) {
    const visitor = product.visitor();
    await visitor.signIn(people[person].email, password);
    await visitor.get(path);
    if (person === 'lan') lan = visitor;
    else hoa = visitor;
  }
});
afterAll(() => product.close());

const sends = (unit: string) => {
  const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
  return sent(product.context.db, city, unit, draft);
};
const eFiles = () =>
  product.context.db
    .selectFrom('mail')
    .select(['recipient', 'state'])
    .where('kind', '=', 'e-file')
    .orderBy('id')
    .execute();
const history = async () =>
  (
    await product.context.db
      .selectFrom('history')
      .select(['action', 'account_id as by', 'details'])
      .where('action', 'like', 'mail.%')
      .orderBy('seq')
      .execute()
  ).map(({ action, by, details }) => [action, by, JSON.parse(details)]);
const renamed = (mailbox: string | null) =>
  product.context.db.updateTable('campaign').set({ mailbox }).execute();

test('the mailbox that comes with the product is confirmed by an officer who has read it, once', async () => {
  const { text } = await lan.get(path);
  expect(text).toContain(`<dd id="mailbox">${real}</dd>`);
  expect(text).toContain('1 tệp');
  expect(text).toContain('Xác nhận địa chỉ này');
  const wrong = await lan.post(`${path}/hop-thu`, { mailbox: 'khac@thu.example' });
  expect(wrong.status).toBe(409);
  expect(wrong.text).toContain('vừa được sửa nên chưa xác nhận được');
  const both = await Promise.all(
    [lan, hoa].map((one) => one.post(`${path}/hop-thu`, { mailbox: real })),
  );
  expect(both.map(({ location }) => location)).toEqual(Array(2).fill(`${path}?xong=da-xac-nhan`));
  expect(await history()).toEqual([
    ['mail.mailbox-confirmed', expect.any(String), { mailbox: real, eFiles: 0 }],
  ]);
  const after = await lan.get(path);
  expect(after.text).toContain('đã xác nhận địa chỉ này lúc 11/12/2024 08:00');
  expect(after.text).not.toContain('Xác nhận địa chỉ này');
});

test('another mailbox is confirmed anew, and files that wait follow it', async () => {
  const { db } = product.context;
  await db.updateTable('mail').set({ state: 'sent' }).where('kind', '=', 'e-file').execute();
  await sends('mn-binh-han');
  await renamed('moi@thu.example');
  const { text } = await lan.get(path);
  expect(text).toContain(`Hộp thư nhận đã đổi`);
  expect(text).toContain(real);
  expect((await lan.post(`${path}/hop-thu`, { mailbox: real })).status).toBe(409);
  expect((await lan.get('/thu')).text).toContain('1 tệp điện tử chờ xác nhận hộp thư nhận.');
  await lan.post(`${path}/hop-thu`, { mailbox: 'moi@thu.example' });
  expect(await eFiles()).toEqual([
    { recipient: real, state: 'sent' },
    { recipient: 'moi@thu.example', state: 'waiting' },
  ]);
  expect((await lan.get('/thu')).text).not.toContain('chờ xác nhận hộp thư nhận');
  expect((await lan.get('/thu?q=moi@thu')).text).toContain('1 thư');
});

test('turned off, nothing waits or is written; turned on, what waited goes on', async () => {
  for (const one of [lan, hoa])
    expect((await one.post(`${path}/tat`)).location).toBe(`${path}?xong=da-tat`);
  await sends('phong-tu-phap');
  expect((await eFiles()).map(({ state }) => state)).toEqual(['sent', 'dropped']);
  const off = await lan.get(path);
  expect(off.text).toContain('Đang tắt');
  expect(off.text).toContain('0 tệp');
  for (const one of [lan, hoa]) await one.post(`${path}/bat`);
  expect((await eFiles()).map(({ state }) => state)).toEqual(['sent', 'waiting']);
  expect((await history()).slice(2)).toEqual([
    ['mail.e-file-turned-off', city.ids.lan, { dropped: 1 }],
    ['mail.e-file-turned-on', city.ids.lan, { queued: 1 }],
  ]);
});

test('without a mailbox the page leads to where one is named', async () => {
  await renamed(null);
  const { text } = await lan.get(path);
  expect(text).toContain('Chưa có hộp thư nhận');
  expect(text).toContain('href="/dot-bao-cao/cchc-2024#mailbox"');
  expect((await lan.post(`${path}/hop-thu`, { mailbox: '' })).status).toBe(409);
});

test('a campaign that is not there is not found', async () => {
  expect((await lan.get('/dot-bao-cao/khong-co/thu')).status).toBe(404);
  for (const word of ['hop-thu', 'tat', 'bat'])
    expect((await lan.post(`/dot-bao-cao/khong-co/thu/${word}`)).status).toBe(404);
});
