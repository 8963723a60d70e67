import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCity, aDraft, type City, type PersonName, sent, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';

const path = '/tien-do/cchc-2024/doi-chieu';
const school = 'thcs-nguyen-hue';
const ward = 'phuong-quang-trung';

let product: Product;
let city: City;
let lan: Visitor;
let hoa: Visitor;
beforeAll(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
  hoa = await signedInAs(product, 'hoa');
});
afterAll(() => product.close());

const sends = (unit: string, person: PersonName, ...people: [name: string, title: string][]) => {
  const rows = people.map(([name, title]) => ({
    name,
    birthDate: '',
    title,
    category: 'Viên chức',
    note: '',
  }));
  const draft = aDraft(city.campaign, { 'vien-chuc': '9' }, rows);
  return sent(product.context.db, city, unit, draft, { person });
};

/** The fields of the first card, as a browser posts them with this answer. */
const fieldsOf = ({ text }: Reply, decision: (values: readonly string[]) => string) => {
  const form = text.slice(text.indexOf('id="truong-hop-1"'));
  const card = form.slice(0, form.indexOf('</form>'));
  const values = [...card.matchAll(/name="decision"[^>]* value="([^"]+)"/g)].map(
    ([, value = '']) => value,
  );
  const rest = [...card.matchAll(/type="(?:hidden|checkbox)" name="(\w+)"[^>]* value="([^"]*)"/g)]
    .map(([, name = '', value = '']): [string, string] => [name, value])
    .filter(([name]) => name !== '_csrf');
  const chosen = decision(values);
  return [...rest, ...(chosen ? [['decision', chosen] as [string, string]] : [])];
};

const firstUnit = (values: readonly string[]) => values[0] ?? '';
const differ = () => 'different';

describe('The page about one person in two units', () => {
  test('is of no use without the campaign, and says so while nobody has sent', async () => {
    expect((await lan.get('/tien-do/khong-co/doi-chieu')).status).toBe(404);
    const page = await lan.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Chưa có báo cáo nào được gửi');
  });

  test('shows the rows side by side, keeps the decision, and takes it back', async () => {
    await sends(school, 'tam', ['Trần Thị Hòa', 'Giáo viên'], ['Lê Văn Bốn', 'Kế toán']);
    await sends(ward, 'minh', ['Lê Văn Bốn', 'Giáo viên'], ['TRẦN THỊ HOÀ', 'Giáo viên']);
    const page = await lan.get(path);
    for (const text of ['Trần Thị Hòa', 'TRẦN THỊ HOÀ', 'Chưa quyết định: 1', 'Ít khả năng: 1'])
      expect(page.text).toContain(text);
    expect(page.text).toContain(`href="/tien-do/cchc-2024/${ward}"`);
    expect(page.text).not.toContain('Lê Văn Bốn');
    expect((await lan.get(`${path}?xem=it-kha-nang`)).text).toContain('Lê Văn Bốn');

    const before = await hoa.get(path);
    await lan.get(path);
    const nothing = await lan.post(
      path,
      fieldsOf(page, () => ''),
    );
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Chưa chọn quyết định.');
    const done = await lan.post(path, fieldsOf(page, firstUnit));
    expect(done.status).toBe(303);
    expect(done.location).toBe(`${path}?xong=cung-nguoi&o=1#truong-hop-1`);
    const next = await lan.get(done.location.replace(/#.*/, ''));
    expect(next.text).toContain('Đã lưu: cùng một người.');
    expect(next.text).toContain('Không có trường hợp nào chờ quyết định.');

    const late = await hoa.post(path, fieldsOf(before, differ));
    expect(late.status).toBe(409);
    expect(late.text).toContain('Người khác trong phòng vừa quyết định');
    expect(late.text).toContain('Đã quyết định: 1');

    const decisions = await hoa.get(`${path}?xem=da-quyet-dinh`);
    expect(decisions.text).toContain('Trần Thị Lan quyết định lúc');
    expect(decisions.text).toContain('Tính một lần, ở Trường THCS Nguyễn Huệ.');
    const undo = /action="([^"]+\/bo)"/.exec(decisions.text)?.[1] ?? '';
    const undone = await hoa.post(undo);
    expect(undone.location).toBe(`${path}?xem=da-quyet-dinh&xong=da-bo`);
    expect((await hoa.get(undone.location)).text).toContain('Đã bỏ quyết định lúc');
    expect((await hoa.post(undo)).status).toBe(409);
    expect((await hoa.get(path)).text).toContain('Chưa quyết định: 1');
    expect((await hoa.post(`${path}/khong-co/bo`)).status).toBe(404);
  });

  test('goes on with the next case of the same list, and asks of three units which rows are meant', async () => {
    await sends('phong-noi-vu', 'lan', ['Trần Thị Hòa', 'Giáo viên'], ['Lê Văn Bốn', 'Giáo viên']);
    const page = await lan.get(path);
    expect(page.text).toContain('Chưa quyết định: 2');
    expect(page.text).toContain('Quyết định cả dòng này');
    const fields = fieldsOf(page, differ);
    const ticks = fields.filter(([name]) => name === 'tick');
    const onlyOne = fields.filter((field) => field[0] !== 'tick' || field === ticks[0]);
    const few = await lan.post(path, onlyOne);
    expect(few.status).toBe(422);
    expect(few.text).toContain('Cần ít nhất hai dòng của hai đơn vị.');
    expect(few.text).toContain('value="different" checked');
    const done = await lan.post(path, fields);
    const next = await lan.get(done.location.replace(/#.*/, ''));
    expect(next.text).toContain('Đã lưu: những người khác nhau.');
    expect(next.text).toContain('Chưa quyết định: 1');
  });

  test('takes any nonsense for a case that is not there', async () => {
    const nonsense: [string, string][] = [
      ['row', 'x:1:0'],
      ['row', "'; drop"],
      ['tick', 'x:1:0'],
      ['tick', 'y:2:1'],
      ['settled', 'x'],
      ['decision', 'different'],
    ];
    await lan.get(path);
    expect((await lan.post(path, nonsense)).status).toBe(409);
    expect((await lan.get(`${path}?trang=99999&xem=khong-co&o=7&xong=__proto__`)).status).toBe(200);
  });
});
