import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstOfficeLink } from '../../src/accounts/invitation.ts';
import { loadFirstCampaign } from '../../src/campaigns/first-campaign.ts';
import { unitLines } from '../../src/units/store.ts';
import { aCity, aPerson, people, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
beforeEach(async () => {
  product = await startProduct();
});
afterEach(() => product.close());

const doer = { accountId: null, address: 'test', at: morning };

const office = (): Promise<Visitor> => signedInAs(product, 'lan');

test('the first account is led to what there is to prepare, counted from the data', async () => {
  await loadFirstCampaign(product.context.db, doer);
  const token = await firstOfficeLink(product.context.db, doer);
  const first = product.visitor();
  const fields = { name: 'Vũ Thị Một', email: 'mot@thu.example', password: 'ngoi nha dau tien' };
  const reply = await first.fill(`/lien-ket/${token}`, fields);
  expect(reply.location).toBe('/bat-dau');
  const guide = await first.get('/bat-dau');
  expect(guide.status).toBe(200);
  for (const text of [
    'Hạn gửi 24 giờ 00, thứ Năm 12/12/2024.',
    'số và ngày công văn còn để trống',
    '116 đơn vị trong 3 nhóm.',
    '0 trên 116 đơn vị có tài khoản.',
    'Chưa cài đặt gửi thư.',
  ])
    expect(guide.text).toContain(text);
  const links = [...guide.text.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
  for (const href of [
    '/dot-bao-cao/cchc-2024',
    '/don-vi',
    '/don-vi/excel',
    '/nguoi-dung/phieu-moi',
    '#don-vi',
    '#tai-khoan',
    '#thu',
    '/tien-do',
  ])
    expect(links).toContain(href);
  for (const id of ['don-vi', 'tai-khoan', 'thu']) expect(guide.text).toContain(`id="${id}"`);
});

test('everything that the page leads to is there', async () => {
  await aCity(product.context.db);
  const lan = await office();
  const guide = await lan.get('/bat-dau');
  const links = [...guide.text.matchAll(/<a class="button[^"]*" href="(\/[^"]+)"/g)];
  expect(links.length).toBeGreaterThanOrEqual(5);
  for (const [, href = ''] of links) {
    const { status, location } = await lan.get(href);
    expect(`${href} ${status} ${location}`).toMatch(/ (200 |303 \/tien-do\/)/);
  }
});

test('the other people who come by a link are led to their own work', async () => {
  const { ids } = await aCity(product.context.db);
  const lan = await office();
  const page = await lan.fill('/nguoi-dung', {
    name: 'Ngô Văn Sáu',
    email: '',
    role: 'clerk',
    unit: 'mn-binh-han',
  });
  const path = /\/lien-ket\/[\w-]+/.exec(page.text)?.[0] ?? '';
  expect((await product.visitor().fill(path, {})).location).toBe('/');
  expect(ids.lan).toBeDefined();
});

test('the board leads back to it while a unit has nobody who can report', async () => {
  const { db } = product.context;
  const { ids } = await aCity(db);
  const lan = await office();
  const board = async () => (await lan.get('/tien-do/cchc-2024')).text;
  expect(await board()).toContain('3 trên 5 đơn vị chưa có tài khoản để báo cáo.');
  expect(await board()).toContain('<a href="/bat-dau">Việc chuẩn bị còn lại</a>');
  const reached = new Set<string>([people.minh.unit, people.tam.unit]);
  for (const { code } of await unitLines(db))
    if (!reached.has(code))
      await aPerson(db, { role: 'clerk', name: code, email: `${code}@thu.example`, unit: code });
  expect(await board()).not.toContain('/bat-dau');
  expect((await lan.get('/bat-dau')).text).toContain('5 trên 5 đơn vị có tài khoản.');
  await lan.post(`/nguoi-dung/${ids.minh}/ngung`);
  expect(await board()).toContain('1 trên 5 đơn vị chưa có tài khoản để báo cáo.');
});

test('an office without campaign and units is told where to begin', async () => {
  const token = await firstOfficeLink(product.context.db, doer);
  const first = product.visitor();
  const fields = { name: 'Vũ Thị Một', email: 'mot@thu.example', password: 'ngoi nha dau tien' };
  await first.fill(`/lien-ket/${token}`, fields);
  const guide = await first.get('/bat-dau');
  expect(guide.text).toContain('Chưa có đợt báo cáo nào.');
  expect(guide.text).toContain('Chưa có đơn vị nào.');
  expect(guide.text).toContain('href="/dot-bao-cao"');
});
