import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCity, type City, password, people, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let city: City;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
});
afterEach(() => product.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) AppleWebKit/605.1.15 Version/17.5 Safari/604.1';

const minh = async (agent = firefox): Promise<Visitor> => {
  const visitor = product.visitor();
  await visitor.get('/dang-nhap');
  const fields = { identifier: people.minh.email, password };
  await visitor.post('/dang-nhap', fields, { 'user-agent': agent });
  return visitor;
};
const isIn = async (visitor: Visitor) => (await visitor.get('/con-day')).status === 204;
const marksIn = (text: string) =>
  [...text.matchAll(/\/tai-khoan\/phien\/([0-9a-f]{16})\/ket-thuc/g)].map((found) => found[1]);
const deeds = async () => {
  const query = product.context.db.selectFrom('history').select(['action', 'details']);
  const rows = await query.where('account_id', '=', city.ids.minh).orderBy('seq').execute();
  return rows.map(({ action, details }) => `${action} ${details}`);
};

describe('the own account', () => {
  test('says who one is and which units one reports for', async () => {
    const page = await (await minh()).get('/tai-khoan');
    expect(page.text).toContain('UBND phường Quang Trung (mã phuong-quang-trung)');
    expect(page.text).toContain(people.minh.email);
    expect(page.text).toContain('Mật khẩu hiện tại');
  });

  test('lists the own sessions alone, with browser, address and times; this one is marked', async () => {
    await minh(phone);
    product.clock.set('2024-12-11T01:20:00.000Z');
    const here = await minh();
    await signedInAs(product, 'tam');
    const page = (await here.get('/tai-khoan')).text;
    expect(page).toContain('Đang đăng nhập ở (2)');
    expect(page).toContain('Firefox, Windows');
    expect(page).toContain('Safari, iPhone');
    expect(page).toContain('11/12/2024 08:00');
    expect(page).toContain('11/12/2024 08:20');
    expect(page).toContain('127.0.0.1');
    expect(page.match(/Phiên này/g)).toHaveLength(1);
    expect(marksIn(page)).toHaveLength(1);
    product.clock.set('2024-12-11T02:15:00.000Z');
    await here.get('/tai-khoan');
    expect((await here.get('/tai-khoan')).text).toContain('Đang đăng nhập ở (1)');
  });

  test('shows no session id, neither the one in the cookie nor the stored one', async () => {
    const [here] = [await minh(), await minh(phone)];
    const page = (await here.get('/tai-khoan')).text;
    const cookie =
      decodeURIComponent(here.session ?? '')
        .replace(/^s:/, '')
        .split('.')[0] ?? '';
    expect(cookie.length).toBeGreaterThan(20);
    expect(page).not.toContain(cookie);
    const rows = await product.context.db.selectFrom('session').select('id_hash').execute();
    for (const { id_hash } of rows) expect(page).not.toContain(id_hash);
  });

  test('ends one of the own sessions by its mark, and nobody else’s', async () => {
    const [here, there] = [await minh(), await minh(phone)];
    const tam = await signedInAs(product, 'tam');
    const [mark] = marksIn((await here.get('/tai-khoan')).text);
    await tam.get('/tai-khoan');
    expect((await tam.post(`/tai-khoan/phien/${mark}/ket-thuc`)).status).toBe(303);
    expect(await isIn(there)).toBe(true);
    const reply = await here.post(`/tai-khoan/phien/${mark}/ket-thuc`);
    expect(reply.location).toBe('/tai-khoan?xong=phien');
    expect([await isIn(here), await isIn(there), await isIn(tam)]).toEqual([true, false, true]);
    expect((await here.post(`/tai-khoan/phien/${mark}/ket-thuc`)).status).toBe(303);
    const ended = (await deeds()).filter((deed) => deed.startsWith('account.sessions-ended'));
    expect(ended).toEqual(['account.sessions-ended {"sessions":1}']);
  });

  test('ends all others with one button', async () => {
    const [here, ...others] = [await minh(), await minh(phone), await minh(phone)] as const;
    const reply = await here.fill('/tai-khoan', {}, '/tai-khoan/noi-khac/ket-thuc');
    expect(reply.location).toBe('/tai-khoan?xong=noi-khac');
    expect(await isIn(here)).toBe(true);
    expect(await Promise.all(others.map(isIn))).toEqual([false, false]);
    expect(await deeds()).toContain('account.sessions-ended {"sessions":2}');
  });
});

describe('changing the own password', () => {
  const fresh = 'con duong lang em';
  const change = (visitor: Visitor, fields: Record<string, string>) =>
    visitor.fill('/tai-khoan', fields, '/tai-khoan/mat-khau');

  test('works with the current one, and ends the other sessions', async () => {
    const [here, there] = [await minh(), await minh(phone)];
    const reply = await change(here, { current: password, password: fresh });
    expect(reply.location).toBe('/tai-khoan?xong=mat-khau');
    expect((await here.get(reply.location)).text).toContain('Đã đổi mật khẩu.');
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await product.visitor().signIn(people.minh.email, password)).status).toBe(422);
    expect((await product.visitor().signIn(people.minh.email, fresh)).status).toBe(303);
    const own = await deeds();
    expect(own).toContain('account.changed {"what":"password_hash"}');
    expect(own).toContain('account.sessions-ended {"sessions":1}');
  });

  test.each([
    [{ current: 'khong phai', password: fresh }, 'Mật khẩu hiện tại không đúng.'],
    [{ password: fresh }, 'Mật khẩu hiện tại không đúng.'],
    [{ current: password, password: 'ngan' }, 'ít nhất 12 ký tự'],
    [{ current: password, password: 'aaaaaaaaaaaaaaa' }, 'quá dễ đoán'],
  ])('refuses %j, and shows none of it again', async (fields, sentence) => {
    const [here, there] = [await minh(), await minh(phone)];
    const reply = await change(here, fields);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    for (const typed of Object.values(fields)) expect(reply.text).not.toContain(`"${typed}"`);
    expect(await isIn(there)).toBe(true);
    expect((await product.visitor().signIn(people.minh.email, password)).status).toBe(303);
  });

  test('can not be used to guess the current one: ten tries, the right one included', async () => {
    const here = await minh();
    for (let tries = 0; tries < 10; tries++)
      expect((await change(here, { current: 'doan mo', password: fresh })).status).toBe(422);
    expect((await change(here, { current: password, password: fresh })).status).toBe(429);
  });

  test('asks for no current one of somebody who came by a link and has none', async () => {
    const lan = await signedInAs(product, 'lan');
    const fields = {
      name: 'Ngô Văn Sáu',
      email: 'sau@thu.example',
      role: 'clerk',
      unit: 'mn-binh-han',
    };
    const invited = await lan.fill('/nguoi-dung', fields);
    const clerk = product.visitor();
    await clerk.fill(/\/lien-ket\/[\w-]+/.exec(invited.text)?.[0] ?? '', {});
    const page = (await clerk.get('/tai-khoan')).text;
    expect(page).not.toContain('Mật khẩu hiện tại');
    expect(page).toContain('Đặt mật khẩu');
    expect((await change(clerk, { password: fresh })).status).toBe(303);
    expect((await product.visitor().signIn('sau@thu.example', fresh)).status).toBe(303);
    expect((await change(clerk, { password: 'mot cau khac han' })).status).toBe(422);
  });

  test('voids links that were not used', async () => {
    const lan = await signedInAs(product, 'lan');
    const path = `/nguoi-dung/${city.ids.minh}`;
    const link = /\/lien-ket\/[\w-]+/.exec(
      (await lan.fill(path, {}, `${path}/lien-ket`)).text,
    )?.[0];
    expect((await product.visitor().get(link ?? '')).status).toBe(200);
    await change(await minh(), { current: password, password: fresh });
    expect((await product.visitor().get(link ?? '')).status).toBe(422);
  });
});
