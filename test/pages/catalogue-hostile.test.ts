import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCity, signedInAs } from '../support/city.ts';
import { archive, deflated, oldExcel, withPassword } from '../support/hostile-files.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';
import { accountHead, catalogueOf, unitHead, xlsxOf } from '../support/workbook-file.ts';

let product: Product;
let lan: Visitor;
beforeAll(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const place = '/don-vi/excel';

const sent = async (bytes: Uint8Array, name = 'danh sach.xlsx'): Promise<Reply> => {
  await lan.get(place);
  return lan.upload(place, { name, bytes });
};

const textBytes = (text: string) => new TextEncoder().encode(text);
const goodFile = () => catalogueOf({ units: [['I', 'phong-y-te', 'Phòng Y tế']] });

const wide = (columns: number) => [Array.from({ length: columns }, (_, index) => `cột ${index}`)];
const long = (rows: number) =>
  Array.from({ length: rows }, (_, index) => ['I', `don-vi-${index}`, `Đơn vị ${index}`]);

describe('a file is refused in words, and the page stays', () => {
  test.each([
    ['nothing in it', () => new Uint8Array(), 'Tệp rỗng.'],
    ['a page of the web', () => textBytes('<html><table></table></html>'), 'không phải tệp Excel'],
    ['a text', () => textBytes('a,b'), 'không phải tệp Excel'],
    ['a CSV', () => textBytes('Nhóm,Mã đơn vị\nI,phong-y-te\n'), 'không phải tệp Excel'],
    ['an old Excel file', oldExcel, 'tệp Excel kiểu cũ (.xls)'],
    ['a password', withPassword, 'Tệp có mật khẩu'],
    ['a file cut in the middle', () => goodFile().slice(0, 3000), 'Tệp bị hỏng'],
    ['a file cut at its end', () => goodFile().slice(0, -10), 'Tệp bị hỏng'],
    ['another archive', () => archive('a.txt', deflated(1), 1_000_000), 'không phải tệp Excel'],
    [
      'an archive that says it unpacks to a gigabyte',
      () => archive('xl/workbook.xml', deflated(1), 1_000_000_000),
      'Tệp mở ra quá lớn',
    ],
    [
      'an archive that unpacks to more than it says',
      () => archive('xl/workbook.xml', deflated(200), 1000),
      'Tệp bị hỏng',
    ],
    ['10,000 columns', () => xlsxOf({ 'Đơn vị': wide(10_000) }), 'quá nhiều cột, tối đa 50'],
    ['6,000 rows', () => catalogueOf({ units: long(6000) }), 'quá nhiều dòng, tối đa 5.000'],
    ['other sheets', () => xlsxOf({ Sheet1: [unitHead] }), 'Không tìm thấy trang tính'],
    ['headings alone', () => catalogueOf({ units: [], accounts: [] }), 'không có dòng dữ liệu nào'],
    [
      'a column that is missing',
      () =>
        xlsxOf({
          'Đơn vị': [
            ['Nhóm', 'Mã đơn vị'],
            ['I', 'a'],
          ],
        }),
      'không có cột &#34;Tên đơn vị&#34;',
    ],
    [
      'headings that are no columns',
      () =>
        xlsxOf({
          'Tài khoản': [
            ['__proto__', 'constructor', 'toString'],
            ['a', 'b', 'c'],
          ],
        }),
      'không có cột &#34;Họ và tên&#34;',
    ],
  ])('%s', async (_what, bytes, sentence) => {
    const reply = await sent(bytes());
    expect(reply.text).toContain(sentence);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('<input id="file" name="file" type="file"');
    expect(reply.text).toContain('aria-invalid="true"');
  });

  test('a form without a file', async () => {
    await lan.get(place);
    const reply = await lan.upload(place, null);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Chưa chọn tệp.');
    expect((await lan.post(place, {})).text).toContain('Chưa chọn tệp.');
  });

  test('a file of more than 10 MB', async () => {
    const reply = await sent(new Uint8Array(10 * 1024 * 1024 + 1));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Tệp quá lớn, tối đa 10 MB.');
  });

  test('a form that ends half-way or has a hundred fields', async () => {
    await lan.get(place);
    const type = 'multipart/form-data; boundary=x';
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK';
    const headers = { origin: product.address, 'content-type': type };
    const cookie = `phuluc=${lan.session}`;
    const init = { method: 'POST', headers: { ...headers, cookie }, body: cut };
    expect((await fetch(product.address + place, init)).status).toBe(400);
    const fields = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`f${index}`, 'x']),
    );
    const file = { name: 'a.xlsx', bytes: goodFile() };
    expect((await lan.upload(place, file, fields)).status).toBe(400);
    expect((await lan.upload(place, file, { 'a[b]': 'x' })).status).toBe(400);
  });
});

describe('a strange file that can be read is read', () => {
  test('under any name, with titles above the headings, other columns and sheets beside', async () => {
    const bytes = xlsxOf({
      'Ghi chú': [['xem lại']],
      'DON VI': [
        ['DANH SÁCH ĐƠN VỊ'],
        [],
        ['Ghi chú', ...[...unitHead].reverse()],
        ['a', '0912345678', '', '', 'Phòng\u00a0Y  tế', 'phong-y-te', 'i'],
      ],
    });
    const reply = await sent(bytes, '../../<b>danh sách</b>.exe');
    expect(reply.status).toBe(303);
    const page = await lan.get(reply.location);
    expect(page.text).toContain('Phòng Y tế</th><td>phong-y-te</td>');
  });

  test('texts that look like markup or formulas stay texts', async () => {
    const rows = [
      ['<script>alert(1)</script>', '', '', '', 'mn-binh-han'],
      ['=1+1', '', '', '', '__proto__'],
    ];
    const bytes = xlsxOf({ 'Tài khoản': [accountHead, ...rows] });
    const page = await lan.get((await sent(bytes)).location);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&lt;script&gt;alert(1)');
    expect(page.text).toContain('mang mã &#34;__proto__&#34;');
  });

  test('files that come at once are read one after the other', async () => {
    await lan.get(place);
    const bytes = goodFile();
    const replies = await Promise.all(
      [1, 2, 3, 4].map((number) => lan.upload(place, { name: `${number}.xlsx`, bytes })),
    );
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(replies.map(({ location }) => location)).size).toBe(4);
  });
});
