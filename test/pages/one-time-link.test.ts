import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstOfficeLink } from '../../src/accounts/invitation.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { aCity, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
beforeEach(async () => {
  product = await startProduct();
});
afterEach(() => product.close());

const doer = { accountId: null, address: 'test', at: morning };

/** Lan invites a clerk on the screen; the path of the link comes back. */
const invited = async (lan: Visitor, more: Record<string, string> = {}): Promise<string> => {
  const fields = { name: 'Ngô Văn Sáu', email: '', role: 'clerk', unit: 'mn-binh-han', ...more };
  const reply = await lan.fill('/nguoi-dung', fields);
  return /\/lien-ket\/[\w-]+/.exec(reply.text)?.[0] ?? reply.text;
};

const office = (): Promise<Visitor> => signedInAs(product, 'lan');

describe('a one-time link', () => {
  beforeEach(async () => {
    await aCity(product.context.db);
  });

  test('is spent by its POST only, and only once', async () => {
    const path = await invited(await office());
    for (let reads = 0; reads < 3; reads++) {
      const scanner = await product.visitor().get(path);
      expect(scanner.status).toBe(200);
      expect(scanner.text).toContain('Trường Mầm non Bình Hàn');
    }
    const clerk = product.visitor();
    expect((await clerk.fill(path, {})).location).toBe('/');
    expect((await clerk.get('/bao-cao')).location).toBe('/bao-cao/cchc-2024/mn-binh-han');
    const second = await product.visitor().get(path);
    expect(second.status).toBe(422);
    expect(second.text).toContain('đã được dùng hoặc đã hết hạn');
  });

  test('is valid for seven days, and a newer one takes its place', async () => {
    const lan = await office();
    const old = await invited(lan);
    const id = /\/nguoi-dung\/([\w-]+)\/lien-ket/g;
    const page = await lan.get('/nguoi-dung');
    const accounts = [...page.text.matchAll(id)].map((found) => found[0]);
    const renewals = await Promise.all(accounts.map((path) => lan.post(path)));
    expect(renewals.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect((await product.visitor().get(old)).status).toBe(422);
    const fresh = await invited(lan, { name: 'Lý Thị Bảy' });
    product.clock.set(addSeconds(morning, 7 * 24 * 3600 - 1));
    expect((await product.visitor().get(fresh)).status).toBe(200);
    product.clock.set(addSeconds(morning, 7 * 24 * 3600));
    expect((await product.visitor().get(fresh)).status).toBe(422);
  });

  test('takes a password along when it is long enough, and is not spent when it is not', async () => {
    const path = await invited(await office(), { email: 'sau@thu.example' });
    const clerk = product.visitor();
    const short = await clerk.fill(path, { password: 'ngan' });
    expect(short.status).toBe(422);
    expect(short.text).toContain('ít nhất 12 ký tự');
    expect((await clerk.fill(path, { password: 'con duong lang em' })).location).toBe('/');
    const later = product.visitor();
    expect((await later.signIn('sau@thu.example', 'con duong lang em')).status).toBe(303);
  });

  test('is not found in the database, nor does a wrong one open anything', async () => {
    const path = await invited(await office());
    const token = path.split('/').at(-1) ?? '';
    const rows = await product.context.db.selectFrom('sign_in_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await product.visitor().get(`${path}x`)).status).toBe(422);
  });
});

describe('inviting', () => {
  beforeEach(async () => {
    await aCity(product.context.db);
  });

  test.each([
    [{ name: '' }, 'Chưa nhập họ và tên.'],
    [{ email: 'khong-phai-thu' }, 'Địa chỉ email chưa đúng.'],
    [{ email: 'TAM@thu.example' }, 'Email này đã có tài khoản.'],
    [{ role: 'chu-tich' }, 'Chưa chọn vai trò.'],
    [{ unit: 'khong-co' }, 'Chưa chọn đơn vị.'],
  ])('says what is wrong with %o and keeps what was typed', async (wrong, sentence) => {
    const lan = await office();
    const fields = {
      name: 'Ngô Văn Sáu',
      email: 'sau@thu.example',
      role: 'clerk',
      unit: 'mn-binh-han',
    };
    const reply = await lan.fill('/nguoi-dung', { ...fields, ...wrong });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    if (!('name' in wrong)) expect(reply.text).toContain('value="Ngô Văn Sáu"');
  });

  test('the office is a matter for an admin', async () => {
    const lan = await office();
    const fields = { name: 'Bùi Văn Tám', email: 'tam2@thu.example', role: 'office', unit: '' };
    expect((await lan.fill('/nguoi-dung', fields)).status).toBe(422);
    const admin = await signedInAs(product, 'admin');
    expect((await admin.fill('/nguoi-dung', fields)).text).toMatch(/\/lien-ket\/[\w-]{43}/);
  });
});

describe('the first office account', () => {
  test('is set up with name, e-mail and password through the link that the start printed', async () => {
    const token = await firstOfficeLink(product.context.db, doer);
    const path = `/lien-ket/${token}`;
    const first = product.visitor();
    const empty = await first.fill(path, { name: '', email: '', password: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Chưa nhập họ và tên.');
    const fields = { name: 'Vũ Thị Một', email: 'mot@thu.example', password: 'ngoi nha dau tien' };
    expect((await first.fill(path, fields)).location).toBe('/bat-dau');
    expect((await first.get('/')).location).toBe('/tien-do');
    expect(await firstOfficeLink(product.context.db, doer)).toBeUndefined();
    const again = product.visitor();
    expect((await again.signIn('mot@thu.example', 'ngoi nha dau tien')).status).toBe(303);
  });

  test('gets a new link at each start until it is set up; the older ones are void', async () => {
    const old = await firstOfficeLink(product.context.db, doer);
    const fresh = await firstOfficeLink(product.context.db, doer);
    expect((await product.visitor().get(`/lien-ket/${old}`)).status).toBe(422);
    expect((await product.visitor().get(`/lien-ket/${fresh}`)).status).toBe(200);
  });
});
