import { read } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const board = '/tien-do/cchc-2024';
const path = `${board}/thcs-nguyen-hue`;

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  const { db } = product.context;
  city = await aCity(db);
  const school = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(45));
  await sent(db, city, 'thcs-nguyen-hue', school);
  const ward = aDraft(
    city.campaign,
    { 'can-bo': '10', 'cong-chuc': '12' },
    aList(22, 'Cán bộ').slice(0, 9),
  );
  await sent(db, city, 'phuong-quang-trung', ward, { person: 'minh' });
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

/** Names of the units in the board's table, from top to bottom. */
const unitsOn = (text: string): string[] =>
  [...text.matchAll(/<th scope="row"><a href="[^"?]+">([^<]+)</g)].map(([, name = '']) => name);

describe('the board', () => {
  test('shows every unit with its state and figures', async () => {
    const page = await lan.get(board);
    expect(unitsOn(page.text)).toEqual([
      'Trường THCS Nguyễn Huệ',
      'UBND phường Quang Trung',
      'Phòng Nội vụ',
      'Phòng Tư pháp',
      'Trường Mầm non Bình Hàn',
    ]);
    for (const part of ['2/5', '40,00%', '93,75%', '40,91%', 'Đã gửi, chờ xem', 'Chưa báo cáo'])
      expect(page.text).toContain(part);
    expect(page.text).toContain('xếp theo việc cần làm trước');
    expect(page.text).toContain('<svg class="day-chart" role="img"');
    expect(page.text).toContain('2/5 đơn vị đã gửi.');
  });

  test('is searched without marks, filtered by group and state, and sorted, all by its address', async () => {
    const found = async (query: string) => unitsOn((await lan.get(`${board}?${query}`)).text);
    expect(await found('q=quang+trung')).toEqual(['UBND phường Quang Trung']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('nhom=II')).toEqual(['Trường THCS Nguyễn Huệ', 'Trường Mầm non Bình Hàn']);
    expect(await found('trang-thai=cho-xem')).toHaveLength(2);
    expect(await found('trang-thai=chua-gui&nhom=I')).toEqual(['Phòng Nội vụ', 'Phòng Tư pháp']);
    expect((await found('sap=ty-le&chieu=giam')).slice(0, 2)).toEqual([
      'Trường THCS Nguyễn Huệ',
      'UBND phường Quang Trung',
    ]);
    expect((await found('sap=ty-le')).slice(0, 2)).toEqual([
      'UBND phường Quang Trung',
      'Trường THCS Nguyễn Huệ',
    ]);
    expect(await found('trang-thai=dung-han')).toHaveLength(2);
    expect(await found('trang-thai=gui-muon')).toEqual([]);
    expect(await found('trang-thai=qua-han')).toEqual([]);
    expect(await found('sap=khong-co&trang-thai=la&chieu=ngang')).toHaveLength(5);
  });

  test('every figure leads to as many units as it says', async () => {
    await lan.fill(path, { state: 'submitted', lastVersion: '1' }, `${path}/tiep-nhan`);
    const { text } = await lan.get(`${board}?q=phong&sap=ty-le`);
    const links = [
      ...text.matchAll(/<a href="([^"#]+)#danh-sach">(?:<strong>(\d+)|[^<]+<strong>(\d+))/g),
    ];
    expect(links.length).toBeGreaterThanOrEqual(9);
    for (const [, href = '', big, small] of links) {
      expect(href).toContain('sap=ty-le');
      const listed = unitsOn((await lan.get(href.replaceAll('&amp;', '&'))).text);
      expect([href, listed.length]).toEqual([href, Number(big ?? small)]);
    }
  });

  test('shows that a draft is being made, never its figures', async () => {
    await product.context.db.deleteFrom('sign_in_attempt').execute();
    const minh = await signedInAs(product, 'minh');
    await minh.get('/bao-cao/cchc-2024/phuong-quang-trung');
    await minh.post('/bao-cao/cchc-2024/phuong-quang-trung/thu-hoi');
    const page = await lan.get(`${board}/phuong-quang-trung`);
    expect(page.text).toContain('Đơn vị đang sửa báo cáo.');
    expect(page.text).toContain('40,91%');
  });
});

describe('the office', () => {
  test('accepts a report; the unit can no longer take it back', async () => {
    const reply = await lan.fill(
      path,
      { state: 'submitted', lastVersion: '1' },
      `${path}/tiep-nhan`,
    );
    // On to the next one that waits, which says what has just been done.
    expect(reply.location).toBe(`${board}/phuong-quang-trung?nhan=thcs-nguyen-hue`);
    const next = await lan.get(reply.location);
    expect(next.text).toContain('Đã tiếp nhận báo cáo của Trường THCS Nguyễn Huệ.');
    const tam = await signedInAs(product, 'tam');
    expect((await tam.get('/bao-cao/cchc-2024/thcs-nguyen-hue')).text).not.toContain('/thu-hoi');
  });

  test('returns a report with a reason that the unit reads, and opens an accepted one again', async () => {
    const without = await lan.fill(
      path,
      { state: 'submitted', lastVersion: '1', reason: ' ' },
      `${path}/tra-lai`,
    );
    expect(without.status).toBe(422);
    expect(without.text).toContain('Chưa ghi lý do.');
    const reason = 'Danh sách thiếu người.\nGửi lại trước 16 giờ.';
    expect(
      (await lan.post(`${path}/tra-lai`, { state: 'submitted', lastVersion: '1', reason })).status,
    ).toBe(303);
    const tam = await signedInAs(product, 'tam');
    const form = await tam.get('/bao-cao/cchc-2024/thcs-nguyen-hue');
    expect(form.text).toContain('Danh sách thiếu người.');
    expect(form.text).toContain('name="revision"');
    await lan.fill(
      `${board}/phuong-quang-trung`,
      { state: 'submitted', lastVersion: '1' },
      `${board}/phuong-quang-trung/tiep-nhan`,
    );
    const opened = await lan.post(`${board}/phuong-quang-trung/mo-lai`, {
      state: 'accepted',
      lastVersion: '1',
    });
    expect(opened.location).toContain('xong=reopened');
  });

  test('is told when a colleague or a newer version was faster', async () => {
    const hoa = await signedInAs(product, 'hoa');
    await Promise.all([lan.get(path), hoa.get(path)]);
    const both = await Promise.all([
      lan.post(`${path}/tiep-nhan`, { state: 'submitted', lastVersion: '1' }),
      hoa.post(`${path}/tra-lai`, {
        state: 'submitted',
        lastVersion: '1',
        reason: 'Sai mốc thời gian',
      }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const slower = both.find(({ status }) => status === 409);
    expect(slower?.text).toContain('vừa có thay đổi khác');
  });

  test('cannot decide about a report that was never sent, nor see a version that is not there', async () => {
    const other = `${board}/phong-noi-vu`;
    expect(
      (await lan.fill(other, { state: 'not_started', lastVersion: '0' }, `${other}/tiep-nhan`))
        .status,
    ).toBe(409);
    expect((await lan.get(`${path}?ban=7`)).status).toBe(404);
    expect((await lan.get(`${path}?ban=x`)).status).toBe(404);
    expect((await lan.get('/tien-do/khong-co')).status).toBe(404);
    expect((await lan.get(`${board}/khong-co`)).status).toBe(404);
  });

  test('closes the campaign and opens it again with a reason', async () => {
    expect((await lan.fill(board, {}, `${board}/dong`)).location).toBe(board);
    expect((await lan.get(board)).text).toContain('Mở lại đợt');
    expect((await lan.post(`${board}/mo`, { reason: '' })).status).toBe(422);
    expect((await lan.post(`${board}/mo`, { reason: 'Ban Tổ chức gia hạn' })).status).toBe(303);
    const actions = await product.context.db
      .selectFrom('history')
      .select('action')
      .where('action', 'like', 'campaign.%')
      .orderBy('seq')
      .execute();
    expect(actions.map(({ action }) => action)).toEqual([
      'campaign.added',
      'campaign.closed',
      'campaign.reopened',
    ]);
  });
});

describe('downloading the Phụ lục', () => {
  test('gives a workbook named after campaign and time, with the figures of the last versions', async () => {
    const reply = await lan.fill(board, {}, `${board}/phu-luc`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-disposition')).toContain(
      'Phu-luc_cchc-2024_20241211-0800.xlsx',
    );
    const book = read(reply.bytes);
    expect(book.SheetNames).toEqual(['Phụ lục', 'Danh sách người dự thi', 'Đơn vị chưa báo cáo']);
    const cells = Object.values(book.Sheets['Phụ lục'] ?? {});
    const texts = cells.map((cell: { v?: unknown }) => cell.v);
    for (const value of ['Trường THCS Nguyễn Huệ', 93.75, '2/5 đơn vị', 'Chưa báo cáo'])
      expect(texts).toContain(value);
  });

  test('is on record, and nothing for a clerk', async () => {
    await lan.fill(board, {}, `${board}/phu-luc`);
    const entry = await product.context.db
      .selectFrom('history')
      .selectAll()
      .where('action', '=', 'appendix.exported')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ account_id: city.ids.lan, at: morning, address: '127.0.0.1' });
    const minh = await signedInAs(product, 'minh');
    await minh.get('/bao-cao/cchc-2024/phuong-quang-trung');
    expect((await minh.post(`${board}/phu-luc`)).status).toBe(403);
  });
});
