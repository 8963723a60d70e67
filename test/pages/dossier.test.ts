import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOfArchive } from '../support/archive-file.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import { readBack, rowsOf } from '../support/recalculated.ts';
import { aPdf, aPhoto } from '../support/scans.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let city: City;
let lan: Visitor;
beforeAll(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const path = '/tien-do/cchc-2024/ho-so';
const unitCopy = (unit: string) => `/tien-do/cchc-2024/${unit}/ban-ky`;
const draft = () => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
const historyOf = (action: string) =>
  product.context.db.selectFrom('history').select('details').where('action', '=', action).execute();

test('while nobody has sent there is a sentence and no archive', async () => {
  expect((await lan.get(path)).text).toContain('Chưa có đơn vị nào gửi báo cáo');
  const reply = await lan.post(path);
  expect(reply.status).toBe(422);
  expect(reply.text).toContain('chưa có hồ sơ để tải');
  expect(await historyOf('dossier.exported')).toEqual([]);
});

test('all electronic files and signed copies come as one archive, a folder for each unit', async () => {
  const { db } = product.context;
  await sent(db, city, 'thcs-nguyen-hue', draft());
  await sent(db, city, 'phuong-quang-trung', draft(), { person: 'minh' });
  await lan.get(unitCopy('thcs-nguyen-hue'));
  const files = [
    { name: 'a.jpg', bytes: await aPhoto() },
    { name: 'b.pdf', bytes: aPdf() },
  ];
  await lan.uploadAll(unitCopy('thcs-nguyen-hue'), files, { version: '1' });
  const page = await lan.get(path);
  expect(page.text).toContain('Tệp điện tử của 2 đơn vị đã gửi và 2 tệp bản ký');
  const reply = await lan.post(path, {}, { 'accept-encoding': 'gzip' });
  expect(reply.status).toBe(200);
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename=Ho-so_cchc-2024_20241211-0800.zip',
    'transfer-encoding': 'chunked',
    'cache-control': 'no-store',
  });
  expect(reply.headers.has('content-encoding')).toBe(false);
  const archive = filesOfArchive(reply.bytes);
  const school = 'II/thcs-nguyen-hue';
  const places = [
    `${school}/Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.xlsx`,
    `${school}/Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.docx`,
    `${school}/Ban-ky_thcs-nguyen-hue_cchc-2024_lan-1_01.jpg`,
    `${school}/Ban-ky_thcs-nguyen-hue_cchc-2024_lan-1_02.pdf`,
    'III/phuong-quang-trung/Bao-cao_phuong-quang-trung_cchc-2024_lan-1.xlsx',
    'III/phuong-quang-trung/Bao-cao_phuong-quang-trung_cchc-2024_lan-1.docx',
  ] as const;
  expect([...archive.keys()]).toEqual(places);
  expect(archive.get(places[3])).toEqual(aPdf());
  const figures = rowsOf(readBack(archive.get(places[0]) ?? new Uint8Array()), 'Số liệu');
  expect(figures.at(-1)).toEqual(['Tổng số', 48, 3, 6.25]);
  expect(await historyOf('dossier.exported')).toEqual([{ details: '{"units":2,"signedFiles":2}' }]);
});

test('who has sent and lacks a signed copy is found on the board, unless the campaign asks for none', async () => {
  const board = async () => (await lan.get('/tien-do/cchc-2024?trang-thai=chua-co-ban-ky')).text;
  const ward = 'href="/tien-do/cchc-2024/phuong-quang-trung"';
  const page = await lan.get(path);
  expect(page.text).toContain('1/2 đơn vị đã gửi có bản ký');
  expect(page.text).toContain(
    'href="/tien-do/cchc-2024?trang-thai=chua-co-ban-ky#danh-sach">Xem 1 đơn vị',
  );
  const missing = await board();
  expect(missing).toContain(ward);
  expect(missing).toContain('>Chưa có bản ký<');
  expect(missing).not.toContain('href="/tien-do/cchc-2024/thcs-nguyen-hue"');
  expect(missing).not.toContain('href="/tien-do/cchc-2024/mn-binh-han"');
  const off = await lan.post(`${path}/ban-ky`, { can: 'khong' });
  expect((await lan.get(off.location)).text).toContain('Từ nay đợt này không cần bản ký.');
  expect((await lan.get('/tien-do/cchc-2024')).text).not.toContain('>Chưa có bản ký<');
  expect(await board()).not.toContain(ward);
  await lan.post(`${path}/ban-ky`, { can: 'khong' });
  expect(await historyOf('signed-copy.not-asked')).toHaveLength(1);
  await lan.post(`${path}/ban-ky`, { can: 'co' });
  expect(await board()).toContain(ward);
  expect(await historyOf('signed-copy.asked')).toHaveLength(1);
  // With its copy it leaves the list, without waiting for anything.
  await lan.get(unitCopy('phuong-quang-trung'));
  const pdf = { name: 'a.pdf', bytes: aPdf() };
  await lan.uploadAll(unitCopy('phuong-quang-trung'), [pdf], { version: '1' });
  expect(await board()).not.toContain(ward);
  expect((await lan.get(path)).text).toContain('2/2 đơn vị đã gửi có bản ký');
});

test('an archive that can’t be finished breaks off instead of looking whole, and the next one is whole', async () => {
  const { db } = product.context;
  const rename = (from: string, to: string) =>
    sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(db);
  await lan.get(path);
  await rename('signed_content', 'signed_content_away');
  try {
    await expect(lan.post(path)).rejects.toThrow();
  } finally {
    await rename('signed_content_away', 'signed_content');
  }
  expect((await lan.post(path)).status).toBe(200);
});
