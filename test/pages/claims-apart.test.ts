import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportFound } from '../../src/reports/store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, type City, type PersonName, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';

const cards = '/tien-do/cchc-2024/doi-chieu';
const path = `${cards}/khac-nhau`;
const people = ['Lê Thị Ánh', 'Trần Văn Bảo', 'Phạm Thu Cúc', 'Đỗ Minh Đức'];

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

const sends = (unit: string, person: PersonName, names: readonly string[], title = 'Giáo viên') => {
  const rows = names.map((name) => {
    const birthDate = '';
    return { name, birthDate, title, category: 'Viên chức', note: '' };
  });
  return sent(product.context.db, city, unit, aDraft(city.campaign, { 'vien-chuc': '9' }, rows), {
    person,
  });
};

/** Before a unit sends anew it takes back what it has sent. */
const sendsAnew = async (unit: string, person: PersonName, names: readonly string[]) => {
  const { db } = product.context;
  const doer = { accountId: city.ids[person], address: 'test', at: morning };
  await withdraw(db, await reportFound(db, city.campaign.code, unit), doer);
  return sends(unit, person, names);
};

const casesOf = ({ text }: Reply): string[] =>
  [...text.matchAll(/name="case" id="[^"]+" value="([^"]+)"/g)].map(([, value = '']) => value);
const save = (visitor: Visitor, cases: readonly string[]) =>
  visitor.post(
    path,
    cases.map((value): [string, string] => ['case', value]),
  );
const told = (visitor: Visitor, { location }: Reply) => visitor.get(location);

describe('Many cases that are different people', () => {
  test('are empty while nothing is found, and offered where there are some', async () => {
    expect((await lan.get('/tien-do/khong-co/doi-chieu/khac-nhau')).status).toBe(404);
    expect((await lan.get(path)).text).toContain('Không có trường hợp nào chờ quyết định.');
    expect((await lan.get(cards)).text).not.toContain(`href="${path}"`);
    await sends('thcs-nguyen-hue', 'tam', people);
    await sends('phuong-quang-trung', 'minh', people);
    expect((await lan.get(cards)).text).toContain(`href="${path}"`);
  });

  test('are shown in a line each, ticked by the officer alone', async () => {
    const page = await lan.get(path);
    for (const text of [
      'Trường THCS Nguyễn Huệ, dòng 1: Giáo viên',
      '0/4 trường hợp của trang này được chọn',
      'Chưa quyết định: 4',
      'Ít khả năng: 0',
    ])
      expect(page.text).toContain(text);
    const all = await lan.get(`${path}?chon=tat-ca`);
    expect(all.text).toContain('4/4 trường hợp của trang này được chọn');
    const nothing = await save(lan, []);
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Chưa chọn trường hợp nào.');
    expect(nothing.text).toContain('href="#cases"');
  });

  test('are saved together, each undone by itself; a second click changes nothing', async () => {
    const [first = '', second = ''] = casesOf(await lan.get(path));
    const done = await save(lan, [first, second, first]);
    expect(done.status).toBe(303);
    const next = await told(lan, done);
    expect(next.text).toContain('Đã lưu 2 trường hợp là những người khác nhau.');
    expect(next.text).toContain('Chưa quyết định: 2');
    const again = await told(lan, await save(lan, [first, second]));
    expect(again.text).toContain('Đã lưu 0 trường hợp');
    expect(again.text).toContain('2 trường hợp đã được quyết định');
    const decisions = await lan.get(`${cards}?xem=da-quyet-dinh`);
    expect(decisions.text).toContain('Đã quyết định: 2');
    const [undo = ''] = /[^"]+\/bo(?=")/.exec(decisions.text) ?? [];
    await lan.post(undo);
    expect((await lan.get(path)).text).toContain('Chưa quyết định: 3');
    const entries = await product.context.db
      .selectFrom('history')
      .select('details')
      .where('action', '=', 'claim.decided')
      .execute();
    expect(entries.map(({ details }) => JSON.parse(details).verdict)).toEqual([
      'different',
      'different',
    ]);
  });

  test('leave out what a unit has sent anew and what a colleague has decided meanwhile', async () => {
    const before = casesOf(await lan.get(path));
    const [mine = ''] = casesOf(await hoa.get(path));
    await save(hoa, [mine]);
    await sendsAnew('phuong-quang-trung', 'minh', people.slice(0, 3));
    const done = await told(lan, await save(lan, before));
    expect(done.text).toContain('Đã lưu 0 trường hợp');
    expect(done.text).toContain(
      `${before.length} trường hợp đã được quyết định hoặc đơn vị vừa gửi lại`,
    );
    const left = casesOf(done);
    expect(left.length).toBeGreaterThan(0);
    expect((await told(lan, await save(lan, left))).text).toContain(
      `Đã lưu ${left.length} trường hợp`,
    );
  });

  test('come from the list of unlikely ones as well, and stay on it', async () => {
    await sends('phong-noi-vu', 'lan', ['Đỗ Minh Đức', 'Phạm Thu Cúc'], 'Kế toán');
    const unlikely = `${path}?xem=it-kha-nang`;
    const page = await lan.get(unlikely);
    const [case1 = ''] = casesOf(page);
    const done = await lan.post(unlikely, [['case', case1]]);
    expect(done.location).toBe(`${unlikely}&xong=1&con=0`);
    expect((await told(lan, done)).text).not.toContain(`value="${case1}"`);
  });

  test('do not hold a case of which a part is decided already: that one needs a look of its own', async () => {
    const person = ['Ngô Thị Lụa'];
    await sendsAnew('thcs-nguyen-hue', 'tam', person);
    await sendsAnew('phuong-quang-trung', 'minh', person);
    const [pair = ''] = casesOf(await lan.get(path));
    await save(lan, [pair]);
    await sendsAnew('phong-noi-vu', 'lan', person);
    expect((await lan.get(cards)).text).toContain('Ngô Thị Lụa');
    expect((await lan.get(path)).text).not.toContain('Ngô Thị Lụa');
  });

  test('take any nonsense for cases that are not there', async () => {
    await lan.get(path);
    const nonsense = ['x:1:0', "'; drop", '', ' '.repeat(50), 'x:1:0 y:2:1'];
    const reply = await save(lan, nonsense);
    expect((await told(lan, reply)).text).toContain('Đã lưu 0 trường hợp');
    for (const query of ['?trang=99999&xem=da-quyet-dinh', '?xong=x&con=y', '?xong=1&con=-5'])
      expect((await lan.get(path + query)).status).toBe(200);
  });
});
