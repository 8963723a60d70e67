import { createHash } from 'node:crypto';
import { read } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exempt } from '../../src/reports/exempt.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const page = '/tien-do/cchc-2024/xuat';
let product: Product;
let city: City;
let lan: Visitor;

beforeAll(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  await sent(product.context.db, city, 'thcs-nguyen-hue', draft(45));
  product.clock.set('2024-12-11T03:20:30.000Z');
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const draft = (people: number) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(people));
const figuresIn = (bytes: Uint8Array) => {
  const sheet = read(bytes).Sheets['Phụ lục'] ?? {};
  return { standing: sheet.A4?.v, cells: Object.values(sheet).map((cell) => cell?.v) };
};

test('the page shows what an export of now would hold, and the draft says that it is one', async () => {
  const { text } = await lan.get(page);
  for (const part of ['1/5 đơn vị', '93,75%', '4 đơn vị chưa báo cáo', 'Trường Mầm non Bình Hàn'])
    expect(text).toContain(part);
  expect(text).toContain('Chưa ai tải.');
  expect(text).toContain('Chưa chốt lần nào.');
  const file = await lan.post('/tien-do/cchc-2024/phu-luc');
  expect(figuresIn(file.bytes).standing).toBe(
    'Bản chưa chốt, số liệu lúc 10 giờ 20 ngày 11/12/2024',
  );
  const after = await lan.get(page);
  expect(after.text).toMatch(/11\/12\/2024 10:20<\/span> <span>Phụ lục lúc tải<\/span>/);
});

test('an earlier moment is typed, and refused in words when there was nothing or is nothing yet', async () => {
  const ask = (ngay: string, gio: string) => lan.fill(page, { ngay, gio }, `${page}/thoi-diem`);
  const refused = [
    [await ask('', '8:00'), 'Chưa nhập ngày.'],
    [await ask('31/02/2024', '8:00'), 'Ngày 31/02/2024 không có thật.'],
    [await ask('11/12/2024', '25h'), 'Giờ 25h không có thật.'],
    [await ask('11/12/2024', '10:21'), 'Thời điểm này chưa tới (bây giờ là 11/12/2024 10:20).'],
    [await ask('01/12/2024', '8:00'), 'Khi đó đợt báo cáo chưa mở.'],
  ] as const;
  for (const [reply, sentence] of refused) {
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
  }
  expect(refused[3][0].text).toMatch(/id="gio"[^>]*value="10:21"/);
  const before = await ask('11/12/2024', '7h59');
  expect(before.headers.get('content-disposition')).toContain(
    'Phu-luc_cchc-2024_luc-20241211-0759.xlsx',
  );
  const then = figuresIn(before.bytes);
  expect(then.standing).toContain('Số liệu tại thời điểm 07 giờ 59 ngày 11/12/2024; tên đơn vị');
  expect(then.cells).toContain('0/5 đơn vị');
  expect(figuresIn((await ask('11/12/2024', '8:00')).bytes).cells).toContain('1/5 đơn vị');
});

test('a final is made after a look at what is missing, kept byte for byte, and compared with now', async () => {
  const { db } = product.context;
  const ready = await lan.get(`${page}/chot`);
  expect(ready.text).toContain('Chốt phụ lục lần 1');
  expect(ready.text).toContain('4 đơn vị chưa báo cáo, không có số liệu.');
  expect(ready.text).toContain('1 báo cáo chờ xem, vẫn được tính theo bản đã gửi.');
  const hoa = await signedInAs(product, 'hoa');
  await hoa.get(`${page}/chot`);
  const done = await lan.post(`${page}/chot`, { number: '1' });
  expect(done.location).toBe(`${page}?xong=chot#finals`);
  const late = await hoa.post(`${page}/chot`, { number: '1' });
  expect(late.status).toBe(422);
  expect(late.text).toContain('Trần Thị Lan vừa chốt lần 1 lúc 10 giờ 20');
  expect(late.text).toContain('name="number" value="2"');

  const first = await lan.fill(page, {}, `${page}/chot/1`);
  const sha256 = createHash('sha256').update(first.bytes).digest('hex');
  const unchanged = (await lan.get(page)).text;
  expect(unchanged).toContain(sha256);
  expect(unchanged).toContain('Chưa có gì thay đổi từ lúc chốt.');
  expect(figuresIn(first.bytes).standing).toBe('Chốt lần 1, lúc 10 giờ 20 ngày 11/12/2024');

  product.clock.set('2024-12-11T04:00:00.000Z');
  const at = '2024-12-11T03:50:00.000Z';
  await sent(db, city, 'mn-binh-han', draft(40), { person: 'tam', at });
  const { report } = await reportFound(db, 'cchc-2024', 'phong-noi-vu');
  await exempt(db, report, 'Đã sáp nhập', { accountId: city.ids.lan, address: 'test', at });
  lan = await signedInAs(product, 'lan');
  const { text } = await lan.get(page);
  expect(text).toContain('2 đơn vị thay đổi từ lúc chốt.');
  expect(text).toContain('1/5 đơn vị; 45/48 người dự thi (93,75%)');
  expect(text).toContain('2/4 đơn vị; 85/96 người dự thi (88,54%)');
  expect(text).toMatch(
    /Bình Hàn<\/th><td>Gửi lần đầu \(bản gửi 1\)<\/td><td[^>]*>—<\/td><td[^>]*>40\/48/,
  );
  const again = await lan.post(`${page}/chot/1`);
  expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
  // The moment of the final is offered to the second: what came later in its minute is not in it.
  const then = await lan.post(`${page}/thoi-diem`, { luc: '2024-12-11T03:20:30.000Z' });
  expect(figuresIn(then.bytes).cells).toContain('1/5 đơn vị');
  expect((await lan.post(`${page}/chot/2`)).status).toBe(404);
  expect((await lan.post(`${page}/chot/1e0`)).status).toBe(404);
});

test('after the deadline its moment is offered first', async () => {
  expect((await lan.get(page)).text).not.toContain('Hạn gửi (');
  product.clock.set('2024-12-13T01:00:00.000Z');
  lan = await signedInAs(product, 'lan');
  const { text } = await lan.get(page);
  expect(text).toContain('>Hạn gửi (12/12/2024 24:00)</button>');
  expect(text).toMatch(/id="ngay"[^>]*value="12\/12\/2024"/);
  expect(text).toMatch(/id="gio"[^>]*value="24:00"/);
  product.clock.set(morning);
});
