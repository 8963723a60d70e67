import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { aCity, password, people, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let visitor: Visitor;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  visitor = product.visitor();
});
afterEach(() => product.close());

describe('signing in', () => {
  test('opens the own work: clerks their report, the office the board', async () => {
    expect((await visitor.signIn(people.minh.email, password)).location).toBe('/');
    expect((await visitor.get('/')).location).toBe('/bao-cao');
    const lan = await signedInAs(product, 'lan');
    expect((await lan.get('/')).location).toBe('/tien-do');
  });

  test('works with the code of the unit, in any case, and with the e-mail in capitals', async () => {
    expect((await visitor.signIn('Phuong-Quang-Trung', password)).status).toBe(303);
    expect((await product.visitor().signIn('MINH@thu.example', password)).status).toBe(303);
  });

  test('says the same about a wrong password and an unknown name, and keeps the name', async () => {
    const wrong = await visitor.signIn(people.minh.email, 'khong phai mat khau');
    const unknown = await visitor.signIn('ai-do@thu.example', password);
    const sentence = 'Mã đơn vị, email hoặc mật khẩu không đúng.';
    for (const reply of [wrong, unknown]) {
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(sentence);
    }
    expect(wrong.text).toContain(`value="${people.minh.email}"`);
    expect(wrong.text).not.toContain('khong phai mat khau');
  });

  test('is refused for a quarter of an hour after ten wrong tries, also with the right password', async () => {
    for (let tries = 0; tries < 10; tries++)
      await visitor.signIn(people.minh.email, 'sai mat khau');
    const refused = await visitor.signIn(people.minh.email, password);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Chờ 15 phút');
    expect((await product.visitor().signIn(people.tam.email, password)).status).toBe(303);
    product.clock.set(addSeconds(morning, 15 * 60));
    expect((await visitor.signIn(people.minh.email, password)).status).toBe(303);
  });

  test('begins a new session: an id planted before is worth nothing', async () => {
    await visitor.get('/dang-nhap');
    const planted = visitor.session;
    await visitor.post('/dang-nhap', { identifier: people.minh.email, password });
    expect(visitor.session).not.toBe(planted);
    const thief = product.visitor();
    thief.session = planted ?? '';
    expect((await thief.get('/bao-cao')).location).toContain('/dang-nhap');
  });

  test('sets a cookie that scripts and other sites do not get, Secure behind TLS', async () => {
    const reply = await visitor.get('/dang-nhap');
    const cookie = reply.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    const behind = await startProduct({ trustProxy: 1 });
    const secure = await behind.visitor().get('/dang-nhap', { 'x-forwarded-proto': 'https' });
    expect(secure.headers.getSetCookie()[0]).toMatch(/Secure/);
    await behind.close();
  });

  test('leads back to the page that was asked for, never to another site', async () => {
    const asked = await visitor.get('/bao-cao/cchc-2024/phuong-quang-trung/lich-su');
    expect(asked.location).toBe(
      '/dang-nhap?tiep=%2Fbao-cao%2Fcchc-2024%2Fphuong-quang-trung%2Flich-su',
    );
    await visitor.get(asked.location);
    const back = '/bao-cao/cchc-2024/phuong-quang-trung/lich-su';
    const signedIn = await visitor.post('/dang-nhap', {
      identifier: people.minh.email,
      password,
      back,
    });
    expect(signedIn.location).toBe(back);
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const other = product.visitor();
      await other.get('/dang-nhap');
      const fields = { identifier: people.minh.email, password, back: elsewhere };
      expect((await other.post('/dang-nhap', fields)).location).toBe('/');
    }
  });

  test('ends when asked to, on the server as well', async () => {
    await visitor.signIn(people.minh.email, password);
    await visitor.get('/tro-giup');
    const cookie = visitor.session ?? '';
    expect((await visitor.post('/dang-xuat')).location).toBe('/dang-nhap?da-ra=1');
    const other = product.visitor();
    other.session = cookie;
    expect((await other.get('/bao-cao')).location).toContain('/dang-nhap');
  });

  test('ends by itself an hour after the last request', async () => {
    await visitor.signIn(people.minh.email, password);
    product.clock.set(addSeconds(morning, 59 * 60));
    expect((await visitor.get('/con-day')).status).toBe(204);
    product.clock.set(addSeconds(morning, 118 * 60));
    expect((await visitor.get('/con-day')).status).toBe(204);
    product.clock.set(addSeconds(morning, 179 * 60));
    expect((await visitor.get('/bao-cao')).location).toContain('/dang-nhap');
  });
});

describe('a form', () => {
  test('from another site is refused, whatever it carries', async () => {
    await visitor.signIn(people.minh.email, password);
    await visitor.get('/tro-giup');
    const foreign = await visitor.post('/dang-xuat', {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await visitor.get('/con-day')).status).toBe(204);
  });

  test('of the sign-in page without its token signs nobody in', async () => {
    const reply = await visitor.post('/dang-nhap', { identifier: people.minh.email, password });
    expect(reply.status).toBe(403);
    expect((await visitor.get('/bao-cao')).location).toContain('/dang-nhap');
  });
});
