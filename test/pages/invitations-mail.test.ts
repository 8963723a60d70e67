import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { allRows } from '../support/all-rows.ts';
import { aCity, aPerson, type City, password, people } from '../support/city.ts';
import { type MailingProduct, mailingProduct } from '../support/mailing-product.ts';
import { morning, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';
import { catalogueOf, gridIn } from '../support/workbook-file.ts';

let product: MailingProduct;
let city: City;
let lan: Visitor;
beforeAll(async () => {
  product = await mailingProduct();
  city = await aCity(product.context.db, { contactPhone: '0220 3838 383' });
  lan = product.visitor();
  await lan.signIn(people.lan.email, password);
  await product.confirmSending(lan);
});
afterAll(() => product.close());

const mailsOf = (address: string) =>
  product.context.db
    .selectFrom('mail')
    .select(['id', 'kind', 'state', 'account_id'])
    .where('recipient', '=', address)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
const linkIn = (text: string) => /\/lien-ket\/[\w-]{43}/.exec(text)?.[0] ?? text;
const occasionIn = (text: string) => /name="occasion" value="([^"]+)"/.exec(text)?.[1] ?? '';
const signOf = (text: string) => text.replaceAll(/value="[^"]{20,}"/g, '');

describe('A clerk who is invited by mail', () => {
  const email = 'sau@thu.example';

  test('gets the link that the office sees; scanners do not use it up, a click does, once', async () => {
    expect((await lan.get('/nguoi-dung')).text).toMatch(/name="mail" value="on" checked/);
    const fields = { name: 'Ngô Văn Sáu', email, role: 'clerk', unit: 'mn-binh-han', mail: 'on' };
    const shown = await lan.post('/nguoi-dung', fields);
    expect(shown.text).toContain(`đang được gửi đến <strong>${email}</strong>`);
    const [letter] = await product.delivered(email);
    const path = linkIn(letter?.text ?? '');
    expect(path).toBe(linkIn(shown.text));
    expect(letter?.text).toContain('Trường Mầm non Bình Hàn');
    expect(letter?.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/\.ics$/),
    ]);
    const rows = JSON.stringify(await allRows(product.context.db));
    expect(rows).not.toContain(path.split('/').at(-1));
    for (let scans = 0; scans < 3; scans++)
      expect((await product.visitor().get(path)).text).toContain('Chào Ngô Văn Sáu');
    expect((await product.visitor().fill(path, {})).location).toBe('/');
    expect((await product.visitor().get(path)).status).toBe(422);
  });

  test('is invited once more from the account, by one mail for two clicks', async () => {
    const [first] = await mailsOf(email);
    const card = `/nguoi-dung/${first?.account_id}`;
    const page = await lan.get(card);
    expect(page.text).toContain('Gửi lại lời mời qua thư');
    expect(page.text).toContain(`href="/thu/${first?.id}"`);
    const occasion = occasionIn(page.text);
    for (let clicks = 0; clicks < 2; clicks++)
      expect((await lan.post(`${card}/moi-qua-thu`, { occasion })).location).toBe(
        `${card}?xong=da-moi`,
      );
    const [older, newer, ...more] = await product.delivered(email);
    expect(more).toEqual([]);
    expect((await product.visitor().get(linkIn(older?.text ?? ''))).status).toBe(422);
    const link = linkIn(newer?.text ?? '');
    expect((await lan.get(card)).text).toContain('Đã gửi thư mời');
    expect((await lan.get('/nguoi-dung/phieu-moi?loc=tat-ca')).text).toContain('đã mời qua thư');
    expect((await product.visitor().fill(link, {})).location).toBe('/');
  });

  test('needs an address', async () => {
    await product.context.db
      .updateTable('account')
      .set({ email: null })
      .where('id', '=', city.ids.hoa)
      .execute();
    const admin = product.visitor();
    await admin.signIn(people.admin.email, password);
    const card = `/nguoi-dung/${city.ids.hoa}`;
    const page = await admin.get(card);
    expect(page.text).not.toContain('moi-qua-thu');
    const refused = await admin.post(`${card}/moi-qua-thu`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tài khoản này chưa có email.');
  });
});

describe('Many at once', () => {
  test('those with an e-mail get a mail, the others a hand-out', async () => {
    const path = '/nguoi-dung/phieu-moi';
    const page = await lan.get(path);
    const chosen = [
      ['way', 'mail'],
      ['occasion', occasionIn(page.text)],
      ['account', city.ids.minh],
      ['unit', 'phong-tu-phap'],
    ] as const;
    const reply = await lan.post(path, chosen);
    expect(reply.text).toContain('1 người được mời qua thư');
    expect(reply.text.match(/<article class="hand-out">/g)).toHaveLength(1);
    expect(reply.text).toContain('<code>phong-tu-phap</code>');
    expect(reply.text).not.toContain('<code>phuong-quang-trung</code>');
    await lan.post(path, chosen);
    const letters = await product.delivered(people.minh.email);
    expect(letters).toHaveLength(1);
    const again = (await lan.get(path)).text;
    expect(again).toMatch(new RegExp(`value="${city.ids.minh}">`));
    const printed = await lan.post(path, { way: 'paper', account: city.ids.minh });
    expect(printed.text).toContain('<code>phuong-quang-trung</code>');
    expect((await product.visitor().get(linkIn(letters[0]?.text ?? ''))).status).toBe(422);
  });

  test('a workbook invites its new accounts, and its result says whom', async () => {
    const bytes = catalogueOf({
      accounts: [
        ['Bùi Văn Tám', 'tam.bui@thu.example', '', '', 'mn-binh-han'],
        ['Vũ Thu Chín', '', '', '', 'mn-binh-han'],
      ],
    });
    await lan.get('/don-vi/excel');
    const { location } = await lan.upload('/don-vi/excel', { name: 'moi.xlsx', bytes });
    const preview = await lan.get(location);
    expect(preview.text).toContain('Gửi lời mời qua thư cho 1 tài khoản mới có địa chỉ email');
    for (let clicks = 0; clicks < 2; clicks++)
      await lan.post(`${location}/ap-dung`, { mail: 'on' });
    const result = await lan.get(location);
    expect(result.text).toContain('1 tài khoản mới được mời qua thư');
    expect(result.text).toContain('1 tài khoản mới chưa có email: in phiếu mời');
    const file = await lan.get(`${location}/ket-qua.xlsx`);
    expect(gridIn(file.bytes, 'Tài khoản').map((row) => row.at(-1))).toEqual([
      'Kết quả',
      'Đã tạo, lời mời gửi qua thư',
      'Đã tạo, chưa có email: in phiếu mời',
    ]);
    const [letter, ...more] = await product.delivered('tam.bui@thu.example');
    expect(more).toEqual([]);
    expect((await product.visitor().fill(linkIn(letter?.text ?? ''), {})).location).toBe('/');
  });
});

describe('Asking for a link', () => {
  const path = '/nhan-lien-ket';
  const ask = async (identifier: string) => {
    const visitor = product.visitor();
    const { text } = await visitor.get(path);
    const reply = await visitor.post(path, { identifier, occasion: occasionIn(text) });
    return { ...reply, text: (await visitor.get(reply.location)).text };
  };

  test('gives the same answer whether there is an account or not, and a mail only where there is', async () => {
    const known = await ask(people.tam.email);
    const unknown = await ask('khong-co@thu.example');
    expect([known.status, known.location]).toEqual([303, `${path}?da-gui=1`]);
    expect([unknown.status, unknown.location]).toEqual([known.status, known.location]);
    expect(signOf(unknown.text)).toBe(signOf(known.text));
    const [letter] = await product.delivered(people.tam.email);
    expect(await mailsOf('khong-co@thu.example')).toEqual([]);
    const link = linkIn(letter?.text ?? '');
    expect(letter?.text).toContain('đến 08 giờ 30, thứ Tư 11/12/2024');
    expect((await product.visitor().get(link)).text).toContain('Bỏ trống thì mật khẩu đang dùng');
    const clerk = product.visitor();
    expect((await clerk.fill(link, {})).location).toBe('/');
    expect((await clerk.get('/bao-cao')).location).toContain('thcs-nguyen-hue');
    expect((await product.visitor().signIn(people.tam.email, password)).status).toBe(303);
  });

  test('is the way out for a unit whose clerks are locked out', async () => {
    const clerk = product.visitor();
    for (let tries = 0; tries < 10; tries++) await clerk.signIn('thcs-nguyen-hue', 'sai mat khau');
    const locked = await clerk.signIn('thcs-nguyen-hue', password);
    expect(locked.status).toBe(429);
    expect(locked.text).toContain('bấm &#34;Nhận liên kết đăng nhập qua thư&#34; bên dưới');
    const second = { role: 'clerk', name: 'Vũ Hai', email: 'hai@thu.example' } as const;
    await aPerson(product.context.db, { ...second, unit: 'thcs-nguyen-hue' });
    await ask('thcs-nguyen-hue');
    const [letter] = await product.delivered(second.email);
    expect((await clerk.fill(linkIn(letter?.text ?? ''), {})).location).toBe('/');
    expect(await product.delivered(people.tam.email)).toHaveLength(2);
  });

  test('is refused after three times, whoever is asked for', async () => {
    product.clock.set(addSeconds(morning, 3600));
    for (const name of ['minh@thu.example', 'ai-do@thu.example']) {
      for (let times = 0; times < 3; times++) expect((await ask(name)).status).toBe(303);
      const visitor = product.visitor();
      const refused = await visitor.fill(path, { identifier: name });
      expect(refused.status).toBe(429);
      expect(refused.text).toContain('Đã xin liên kết nhiều lần.');
      expect(refused.text).toContain(`value="${name}"`);
    }
  });

  test('without sending there is a number to call, and no mail is written', async () => {
    const quiet = await startProduct();
    const { db } = quiet.context;
    await aCity(db, { contactPhone: '0220 3838 383' });
    const visitor = quiet.visitor();
    const page = await visitor.get(path);
    expect(page.text).toContain('<strong>0220 3838 383</strong>');
    expect(page.text).not.toContain('name="identifier"');
    await visitor.get('/dang-nhap');
    const reply = await visitor.post(path, { identifier: people.tam.email });
    expect(reply.location).toBe(path);
    expect(await db.selectFrom('mail').select('id').execute()).toEqual([]);
    const office = quiet.visitor();
    await office.signIn(people.lan.email, password);
    const invite = await office.get('/nguoi-dung');
    expect(invite.text).toContain('Máy chủ chưa cài đặt gửi thư');
    expect(invite.text).not.toMatch(/name="mail" value="on" checked/);
    await quiet.close();
  });
});
