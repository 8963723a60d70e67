import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extend } from '../../src/reports/extend.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const ask = '/tien-do/cchc-2024/nhac';
const kindergarten = '/tien-do/cchc-2024/mn-binh-han';
let product: Product;
let city: City;
let lan: Visitor;

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  city = await aCity(db);
  const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
  await sent(db, city, 'phuong-quang-trung', draft, { person: 'minh' });
  const contact = { contact_name: 'Cô Hạnh', phone: '02203838383' };
  await db.updateTable('unit').set(contact).where('code', '=', 'mn-binh-han').execute();
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const rowsIn = (bytes: Uint8Array) => {
  const sheet = read(bytes).Sheets['Đơn vị cần nhắc'];
  return utils.sheet_to_json<(string | number | null)[]>(sheet ?? {}, { header: 1, defval: null });
};
const actions = async (action: string) =>
  product.context.db.selectFrom('history').selectAll().where('action', '=', action).execute();

test('a phone call is noted once, with who and when, and stands among the mails and beside the unit', async () => {
  const { text } = await lan.get(kindergarten);
  expect(text).toContain('Chưa có thư hay cuộc gọi nào.');
  const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const note = 'Gặp cô Hạnh, hẹn gửi trước 15 giờ';
  const long = await lan.post(`${kindergarten}/goi-dien`, { key, 'call-note': 'a'.repeat(501) });
  expect(long.status).toBe(422);
  expect(long.text).toContain('Nội dung dài quá 500 ký tự.');
  expect(long.text).toContain('a'.repeat(501));
  for (const _ of [1, 2]) {
    const reply = await lan.post(`${kindergarten}/goi-dien`, { key, 'call-note': note });
    expect(reply.location).toBe(`${kindergarten}?xong=goi-dien`);
  }
  const after = (await lan.get(`${kindergarten}?xong=goi-dien`)).text;
  expect(after).toContain('Đã ghi cuộc gọi.');
  expect(after.split(`<span>${note}</span>`)).toHaveLength(2);
  expect(after).toContain('Đã gọi điện – Trần Thị Lan');
  expect(await actions('unit.called')).toHaveLength(1);
  expect((await lan.get(ask)).text).toContain('gọi điện gần nhất 11/12/2024 08:00');
});

test('the list to phone by holds the ticked units with contact, own deadline and how often they were reminded', async () => {
  const { db } = product.context;
  const extension = { until: '2024-12-18T10:00:00.000Z', reason: 'Mất điện' };
  const lanDoes = { accountId: city.ids.lan, address: 'test', at: morning };
  await extend(db, await reportFound(db, 'cchc-2024', 'mn-binh-han'), extension, lanDoes);
  await lan.get(ask);
  const preview = await lan.post(ask, [['unit', 'thcs-nguyen-hue']]);
  const key = /name="key" value="([^"]+)"/.exec(preview.text)?.[1] ?? '';
  await lan.post(`${ask}/gui`, [
    ['unit', 'thcs-nguyen-hue'],
    ['key', key],
  ]);
  const file = await lan.post(`${ask}/danh-sach.xlsx?nhom=II`, [
    ['unit', 'mn-binh-han'],
    ['unit', 'thcs-nguyen-hue'],
    // It has sent meanwhile: nobody needs to phone it.
    ['unit', 'phuong-quang-trung'],
  ]);
  expect(file.headers.get('content-disposition')).toContain(
    'Don-vi-can-nhac_cchc-2024_20241211-0800.xlsx',
  );
  const [, , at, , head, ...rows] = rowsIn(file.bytes);
  expect(at?.[0]).toBe('Lúc 11/12/2024 08:00');
  expect(head?.slice(0, 6)).toEqual([
    'STT',
    'Tên cơ quan, đơn vị',
    'Nhóm đơn vị',
    'Cán bộ đầu mối',
    'Điện thoại',
    'Email',
  ]);
  const group = 'Các đơn vị sự nghiệp giáo dục';
  const due = '12/12/2024 24:00';
  const time = '11/12/2024 08:00';
  const note = 'Gặp cô Hạnh, hẹn gửi trước 15 giờ';
  expect(rows.toSorted()).toEqual([
    [
      1,
      'Trường THCS Nguyễn Huệ',
      group,
      null,
      null,
      'tam@thu.example',
      'Chưa báo cáo',
      due,
      `${time} (thư)`,
      1,
      null,
    ],
    [
      2,
      'Trường Mầm non Bình Hàn',
      group,
      'Cô Hạnh',
      '02203838383',
      null,
      'Chưa báo cáo',
      '18/12/2024 17:00',
      `${time} (gọi điện)`,
      1,
      note,
    ],
  ]);
  const [entry] = await actions('reminder.list-taken');
  expect(entry).toMatchObject({ account_id: city.ids.lan, details: '{"units":2}' });
});

test('nothing is given for no unit, and the page keeps what was typed', async () => {
  await lan.get(ask);
  const none = await lan.post(`${ask}/danh-sach.xlsx`, { words: 'Gửi trong sáng nay' });
  expect(none.status).toBe(422);
  expect(none.text).toContain('Chưa chọn đơn vị nào còn phải gửi.');
  expect(none.text).toContain('Gửi trong sáng nay');
  const sentAlready = await lan.post(`${ask}/danh-sach.xlsx`, [['unit', 'phuong-quang-trung']]);
  expect(sentAlready.status).toBe(422);
  const filtered = await lan.get(`${ask}?q=khong-co`);
  expect(filtered.text).toContain('Không có đơn vị nào cần nhắc.');
  expect(filtered.text).not.toContain('danh-sach.xlsx');
  expect(await actions('reminder.list-taken')).toHaveLength(1);
});
