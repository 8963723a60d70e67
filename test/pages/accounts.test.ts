import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unitLines } from '../../src/units/store.ts';
import { aCity, aPerson, type City, password, people } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Fields, Visitor } from '../support/visitor.ts';

let product: Product;
let city: City;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
});
afterEach(() => product.close());

const signedIn = async (person: { email: string }): Promise<Visitor> => {
  const visitor = product.visitor();
  await visitor.signIn(person.email, password);
  await visitor.get('/tro-giup');
  return visitor;
};

const account = (id: string) =>
  product.context.db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** What the history says of an account, in order, after it was set up. */
const deedsOn = async (id: string) => {
  const query = product.context.db.selectFrom('history').select(['action', 'account_id']);
  const rows = await query.where('subject', '=', id).orderBy('seq').execute();
  return rows
    .slice(2)
    .map(
      ({ action, account_id }) =>
        `${action} ${account_id === city.ids.admin ? 'admin' : account_id === city.ids.lan ? 'lan' : account_id}`,
    );
};

const minh = {
  name: 'Phạm Văn Minh',
  email: 'minh@thu.example',
  phone: '',
  role: 'clerk',
  unit: 'phuong-quang-trung',
};
const linkIn = (text: string) => /\/lien-ket\/[\w-]{43}/.exec(text)?.[0] ?? text;

describe('the list of accounts', () => {
  const names = (text: string) =>
    [...text.matchAll(/<th scope="row"><a[^>]*>([^<]+)</g)].map((found) => found[1]);
  const search = async (query: string) =>
    names((await (await signedIn(people.lan)).get(`/nguoi-dung?${query}`)).text);

  test.each([
    ['q=tran thi lan', ['Trần Thị Lan']],
    ['q=LAN@THU', ['Trần Thị Lan']],
    ['q=nguyen+hue', ['Lê Thị Tâm']],
    ['q=hue+tam', ['Lê Thị Tâm']],
    ['q=không có ai', []],
    ['vai=admin', ['Vũ Quản Trị']],
    ['vai=clerk&q=quang trung', ['Phạm Văn Minh']],
    [
      'vai=%00&tinh-trang=la',
      ['Trần Thị Lan', 'Vũ Quản Trị', 'Đỗ Thị Hoa', 'Lê Thị Tâm', 'Phạm Văn Minh'],
    ],
  ])('asked for %s shows %j', async (query, expected) => {
    expect((await search(query)).sort()).toEqual([...expected].sort());
  });

  test('tells who never signed in, who has a password, and who is out of use', async () => {
    const admin = await signedIn(people.admin);
    await signedIn(people.lan);
    expect(names((await admin.get('/nguoi-dung?tinh-trang=chua-vao')).text).sort()).toEqual(
      ['Lê Thị Tâm', 'Phạm Văn Minh', 'Đỗ Thị Hoa'].sort(),
    );
    await admin.fill(`/nguoi-dung/${city.ids.minh}`, {}, `/nguoi-dung/${city.ids.minh}/dat-lai`);
    expect(names((await admin.get('/nguoi-dung?tinh-trang=mat-khau')).text)).not.toContain(
      minh.name,
    );
    await admin.fill(`/nguoi-dung/${city.ids.tam}`, {}, `/nguoi-dung/${city.ids.tam}/ngung`);
    expect(names((await admin.get('/nguoi-dung?tinh-trang=da-ngung')).text)).toEqual([
      'Lê Thị Tâm',
    ]);
    expect(names((await admin.get('/nguoi-dung')).text)).not.toContain('Lê Thị Tâm');
  });

  test('offers to the office no button for accounts of the office', async () => {
    const page = await (await signedIn(people.lan)).get('/nguoi-dung');
    expect(page.text).toContain(`/nguoi-dung/${city.ids.minh}/lien-ket`);
    expect(page.text).not.toContain(`/nguoi-dung/${city.ids.hoa}/lien-ket`);
    const admins = await (await signedIn(people.admin)).get('/nguoi-dung');
    expect(admins.text).toContain(`/nguoi-dung/${city.ids.hoa}/lien-ket`);
  });
});

describe('inviting a clerk of two units', () => {
  test('shows the reports of both, and the phone is kept as digits', async () => {
    const lan = await signedIn(people.lan);
    const reply = await lan.post('/nguoi-dung', [
      ['name', 'Ngô Văn Sáu'],
      ['email', ''],
      ['phone', '+84 912 345 678'],
      ['role', 'clerk'],
      ['unit', 'mn-binh-han'],
      ['unit', 'phong-tu-phap'],
    ]);
    expect(reply.text).toContain('Trường Mầm non Bình Hàn, Phòng Tư pháp');
    const clerk = product.visitor();
    await clerk.fill(linkIn(reply.text), {});
    const own = await clerk.get('/bao-cao');
    expect(own.text).toContain('/bao-cao/cchc-2024/mn-binh-han');
    expect(own.text).toContain('/bao-cao/cchc-2024/phong-tu-phap');
    const row = await product.context.db
      .selectFrom('account')
      .select('phone')
      .where('name', '=', 'Ngô Văn Sáu')
      .executeTakeFirst();
    expect(row?.phone).toBe('0912345678');
  });

  test.each([
    ['912345678', 'Số điện thoại mất số 0 đầu, dùng: 0912345678'],
    ['goi cho toi', 'Số điện thoại chưa đúng.'],
  ])('refuses the phone %j in words and keeps all that was typed', async (phone, sentence) => {
    const lan = await signedIn(people.lan);
    const reply = await lan.post('/nguoi-dung', [
      ['name', 'Ngô Văn Sáu'],
      ['email', 'sau@thu.example'],
      ['phone', phone],
      ['role', 'clerk'],
      ['unit', 'mn-binh-han'],
      ['unit', 'phong-tu-phap'],
    ]);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    for (const kept of ['value="Ngô Văn Sáu"', 'value="sau@thu.example"', `value="${phone}"`])
      expect(reply.text).toContain(kept);
    expect(reply.text).toContain('value="mn-binh-han" selected');
    expect(reply.text).toContain('value="phong-tu-phap" selected');
  });
});

describe('the page of an account', () => {
  const path = () => `/nguoi-dung/${city.ids.minh}`;
  const save = async (visitor: Visitor, fields: Fields, id = city.ids.minh) =>
    visitor.fill(`/nguoi-dung/${id}`, fields);

  test('changes name, e-mail, phone and units, and the history says what', async () => {
    const lan = await signedIn(people.lan);
    const reply = await save(lan, [
      ['name', 'Phạm Quang Minh'],
      ['email', 'Quang.Minh@Thu.Example'],
      ['phone', '0220 3838 383'],
      ['role', 'clerk'],
      ['unit', 'mn-binh-han'],
      ['unit', ''],
      ['unit', 'phuong-quang-trung'],
    ]);
    expect(reply.location).toBe(`${path()}?xong=da-luu`);
    const page = (await lan.get(reply.location)).text;
    expect(page).toContain('Đã lưu tài khoản.');
    expect(page).toContain('Trường Mầm non Bình Hàn, UBND phường Quang Trung');
    expect(await account(city.ids.minh)).toMatchObject({
      name: 'Phạm Quang Minh',
      email: 'quang.minh@thu.example',
      phone: '02203838383',
    });
    const query = product.context.db.selectFrom('history').select('details');
    const last = await query
      .where('subject', '=', city.ids.minh)
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(JSON.parse(last?.details ?? '')).toEqual({ what: 'name,email,phone,units' });
    expect(await deedsOn(city.ids.minh)).toEqual(['account.changed lan']);
  });

  test('saved unchanged adds nothing to the history; the e-mail may go', async () => {
    const lan = await signedIn(people.lan);
    expect((await save(lan, minh)).status).toBe(303);
    expect(await deedsOn(city.ids.minh)).toEqual([]);
    expect((await save(lan, { ...minh, email: '' })).status).toBe(303);
    expect((await account(city.ids.minh)).email).toBeNull();
  });

  test.each([
    [{ name: '' }, 'Chưa nhập họ và tên.'],
    [{ name: 'a'.repeat(201) }, 'dài quá 200 ký tự'],
    [{ email: 'khong-phai-thu' }, 'Địa chỉ email chưa đúng.'],
    [{ email: 'TAM@Thu.example' }, 'Email này đã có tài khoản.'],
    [{ phone: '912345678' }, 'mất số 0 đầu'],
    [{ role: 'chu-tich' }, 'Chưa chọn vai trò.'],
    [{ role: 'admin' }, 'Chưa chọn vai trò.'],
    [{ unit: 'khong-co' }, 'Chưa chọn đơn vị.'],
    [{ unit: '' }, 'Chưa chọn đơn vị.'],
  ])(
    'says what is wrong with %j, changes nothing and keeps what was typed',
    async (wrong, sentence) => {
      const lan = await signedIn(people.lan);
      const reply = await save(lan, { ...minh, phone: '0912345678', ...wrong });
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(sentence);
      if (!('phone' in wrong)) expect(reply.text).toContain('value="0912345678"');
      for (const typed of Object.values(wrong))
        if (typed.includes('@')) expect(reply.text).toContain(`value="${typed}"`);
      expect(await account(city.ids.minh)).toMatchObject({ name: minh.name, phone: null });
      expect(await deedsOn(city.ids.minh)).toEqual([]);
    },
  );

  test('two who give one e-mail to two accounts at once: one of them is told', async () => {
    const lan = await signedIn(people.lan);
    await lan.get(path());
    const email = 'chung@thu.example';
    const replies = await Promise.all([
      lan.post(path(), { ...minh, email }),
      lan.post(`/nguoi-dung/${city.ids.tam}`, { ...minh, name: 'Lê Thị Tâm', email }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  test('is there for the office to read, and for an admin alone to change, when it is of the office', async () => {
    const lan = await signedIn(people.lan);
    const hoa = await lan.get(`/nguoi-dung/${city.ids.hoa}`);
    expect(hoa.status).toBe(200);
    expect(hoa.text).not.toContain('Lưu tài khoản');
    const fields = { ...minh, name: 'Đỗ Thị Hoa', email: people.hoa.email };
    expect((await save(lan, fields, city.ids.hoa)).status).toBe(404);
    for (const deed of ['lien-ket', 'dat-lai', 'dang-xuat', 'ngung', 'mo-lai'])
      expect((await lan.post(`/nguoi-dung/${city.ids.hoa}/${deed}`)).status).toBe(404);
    expect(await deedsOn(city.ids.hoa)).toEqual([]);
    const admin = await signedIn(people.admin);
    expect((await save(admin, { ...fields, role: 'admin' }, city.ids.hoa)).status).toBe(303);
    expect((await account(city.ids.hoa)).role).toBe('admin');
  });

  test('keeps a unit that is no longer active until it is taken off', async () => {
    await product.context.db
      .updateTable('unit')
      .set({ deactivated_at: morning })
      .where('code', '=', 'phuong-quang-trung')
      .execute();
    const lan = await signedIn(people.lan);
    expect((await save(lan, { ...minh, name: 'Phạm Minh' })).status).toBe(303);
    const units = await product.context.db
      .selectFrom('account_unit')
      .select('unit_id')
      .where('account_id', '=', city.ids.minh)
      .execute();
    expect(units).toHaveLength(1);
    expect((await save(lan, { ...minh, unit: 'phong-tu-phap' }, city.ids.tam)).status).toBe(422);
    expect(await unitLines(product.context.db)).toHaveLength(4);
  });

  test('shows when somebody last signed in', async () => {
    const lan = await signedIn(people.lan);
    expect((await lan.get(path())).text).toContain('chưa lần nào');
    product.clock.set('2024-12-11T01:42:00.000Z');
    await signedIn(people.minh);
    expect((await lan.get(path())).text).toContain('11/12/2024 08:42');
  });
});

describe('the buttons of an account', () => {
  const press = async (visitor: Visitor, deed: string, id = city.ids.minh) =>
    visitor.fill(`/nguoi-dung/${id}`, {}, `/nguoi-dung/${id}/${deed}`);
  const isIn = async (visitor: Visitor) => (await visitor.get('/con-day')).status === 204;

  test('reset: password gone, sessions ended, a new link that lets in', async () => {
    const [lan, clerk] = [await signedIn(people.lan), await signedIn(people.minh)];
    const reply = await press(lan, 'dat-lai');
    expect(await isIn(clerk)).toBe(false);
    expect((await product.visitor().signIn(people.minh.email, password)).status).toBe(422);
    expect((await clerk.fill(linkIn(reply.text), { password: 'con duong lang em' })).location).toBe(
      '/',
    );
    expect((await product.visitor().signIn(people.minh.email, 'con duong lang em')).status).toBe(
      303,
    );
    expect((await deedsOn(city.ids.minh)).slice(1, 4)).toEqual([
      'account.changed lan',
      'account.reset lan',
      'link.issued lan',
    ]);
  });

  test('sign out everywhere: sessions end, the password stays', async () => {
    const lan = await signedIn(people.lan);
    const clerks = [await signedIn(people.minh), await signedIn(people.minh)];
    const tam = await signedIn(people.tam);
    expect((await press(lan, 'dang-xuat')).location).toContain('xong=da-ra');
    expect(await Promise.all(clerks.map(isIn))).toEqual([false, false]);
    expect(await isIn(tam)).toBe(true);
    expect((await product.visitor().signIn(people.minh.email, password)).status).toBe(303);
    expect(await deedsOn(city.ids.minh)).toContain('account.sessions-ended lan');
  });

  test('deactivate: sessions end, links are void, no way in; activated, the old password works', async () => {
    const [lan, clerk] = [await signedIn(people.lan), await signedIn(people.minh)];
    const link = linkIn((await press(lan, 'lien-ket')).text);
    expect((await press(lan, 'ngung')).location).toContain('xong=da-ngung');
    expect(await isIn(clerk)).toBe(false);
    expect((await product.visitor().get(link)).status).toBe(422);
    expect((await product.visitor().signIn(people.minh.email, password)).status).toBe(422);
    const refused = await press(lan, 'lien-ket');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('đã ngừng dùng');
    expect((await press(lan, 'dat-lai')).status).toBe(422);
    await press(lan, 'ngung');
    expect((await press(lan, 'mo-lai')).location).toContain('xong=da-mo');
    expect((await product.visitor().get(link)).status).toBe(422);
    expect((await product.visitor().signIn(people.minh.email, password)).status).toBe(303);
    const deeds = (await deedsOn(city.ids.minh)).filter((deed) => deed.endsWith('lan'));
    expect(deeds).toEqual(['link.issued lan', 'account.deactivated lan', 'account.activated lan']);
  });

  test('nobody deactivates himself, and the last admin stays admin and active', async () => {
    const admin = await signedIn(people.admin);
    const own = await press(admin, 'ngung', city.ids.admin);
    expect(own.status).toBe(422);
    expect(own.text).toContain('không tự ngừng tài khoản của mình');
    const fields = {
      name: people.admin.name,
      email: people.admin.email,
      phone: '',
      role: 'office',
      unit: '',
    };
    const demoted = await admin.fill(`/nguoi-dung/${city.ids.admin}`, fields);
    expect(demoted.status).toBe(422);
    expect(demoted.text).toContain('quản trị duy nhất');
    expect(await account(city.ids.admin)).toMatchObject({ role: 'admin', deactivated_at: null });
    const email = 'hai@thu.example';
    await aPerson(product.context.db, { role: 'admin', name: 'Vũ Hai', email, unit: '' });
    expect((await admin.fill(`/nguoi-dung/${city.ids.admin}`, fields)).status).toBe(303);
  });

  test('two admins who deactivate each other at once: one of them stays', async () => {
    const second = { role: 'admin', name: 'Vũ Hai', email: 'hai@thu.example', unit: '' } as const;
    const id = await aPerson(product.context.db, second);
    const [one, two] = [await signedIn(people.admin), await signedIn(second)];
    await Promise.all([press(one, 'ngung', id), press(two, 'ngung', city.ids.admin)]);
    const admins = await product.context.db
      .selectFrom('account')
      .select('id')
      .where('role', '=', 'admin')
      .where('deactivated_at', 'is', null)
      .execute();
    expect(admins).toHaveLength(1);
  });
});
