import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAccount } from '../../src/accounts/store.ts';
import { loadFirstCampaign } from '../../src/campaigns/first-campaign.ts';
import { inTransaction } from '../../src/db/open.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { unitLines } from '../../src/units/store.ts';
import { aCity, aPerson, type City, password, people, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/nguoi-dung/phieu-moi';
let product: Product;
beforeEach(async () => {
  product = await startProduct();
});
afterEach(() => product.close());

const office = (): Promise<Visitor> => signedInAs(product, 'lan');
/** The ticked boxes of the page, as a browser posts them. */
const ticked = (text: string): [string, string][] =>
  [...text.matchAll(/name="(account|unit)" value="([^"]+)" checked/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
const sheetsIn = (text: string) =>
  text
    .split('<article class="hand-out">')
    .slice(1)
    .map((sheet) => ({
      text: sheet,
      link: /\/lien-ket\/[\w-]{43}/.exec(sheet)?.[0] ?? '',
      qr: /src="(data:image\/svg\+xml;base64,[^"]+)"/.exec(sheet)?.[1] ?? '',
    }));
const history = async (action: string) => {
  const query = product.context.db.selectFrom('history').select(['subject', 'account_id']);
  return query.where('action', '=', action).orderBy('seq').execute();
};

describe('hand-outs in a small city', () => {
  let city: City;
  beforeEach(async () => {
    city = await aCity(product.context.db);
  });

  test('are offered for clerks who never signed in and for units without a clerk', async () => {
    await product.visitor().signIn(people.tam.email, password);
    const lan = await office();
    expect(ticked((await lan.get(path)).text)).toEqual([
      ['unit', 'phong-noi-vu'],
      ['unit', 'phong-tu-phap'],
      ['unit', 'mn-binh-han'],
      ['account', city.ids.minh],
    ]);
    expect(ticked((await lan.get(`${path}?loc=tat-ca&nhom=II`)).text)).toEqual([
      ['account', city.ids.tam],
      ['unit', 'mn-binh-han'],
    ]);
    const withoutMail = ticked((await lan.get(`${path}?loc=khong-email`)).text);
    expect(withoutMail.map(([name]) => name)).toEqual(['unit', 'unit', 'unit']);
  });

  test('have a page for each unit, with its name, code, deadline, link and QR code', async () => {
    const lan = await office();
    await lan.get(path);
    const reply = await lan.post(path, [
      ['unit', 'mn-binh-han'],
      ['account', city.ids.minh],
    ]);
    expect(reply.status).toBe(200);
    const sheets = sheetsIn(reply.text);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]?.text).toContain('Trường Mầm non Bình Hàn');
    expect(sheets[0]?.text).toContain('<code>mn-binh-han</code>');
    expect(sheets[0]?.text).toContain('Cán bộ đầu mối Trường Mầm non Bình Hàn');
    expect(sheets[0]?.text).toContain('24 giờ 00, thứ Năm 12/12/2024');
    expect(sheets[0]?.text).toContain('08 giờ 00, thứ Tư 18/12/2024');
    expect(sheets[1]?.text).toContain('phuong-quang-trung');
    expect(sheets[0]?.link).not.toBe(sheets[1]?.link);
    expect(sheets[0]?.qr).not.toBe(sheets[1]?.qr);
    const svg = Buffer.from(sheets[0]?.qr.split(',')[1] ?? '', 'base64').toString();
    expect(svg).toMatch(/^<svg .*<path /);
  });

  test('carry links that work once, for seven days, and take the place of older ones', async () => {
    const lan = await office();
    const print = async () => {
      await lan.get(path);
      return sheetsIn((await lan.post(path, { account: city.ids.minh })).text)[0]?.link ?? '';
    };
    const old = await print();
    const link = await print();
    expect((await product.visitor().get(old)).status).toBe(422);
    const clerk = product.visitor();
    expect((await clerk.fill(link, { password: 'con duong lang em' })).location).toBe('/');
    expect((await product.visitor().get(link)).status).toBe(422);
    expect((await product.visitor().signIn('phuong-quang-trung', 'con duong lang em')).status).toBe(
      303,
    );
    const late = await print();
    product.clock.set(addSeconds(morning, 7 * 86_400));
    expect((await product.visitor().get(late)).status).toBe(422);
    const rows = await product.context.db.selectFrom('sign_in_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(late.split('/').at(-1));
  });

  test('are for clerks in use only: people of the office and strangers get none', async () => {
    const lan = await office();
    await lan.get(path);
    await product.context.db
      .updateTable('account')
      .set({ deactivated_at: morning })
      .where('id', '=', city.ids.tam)
      .execute();
    const reply = await lan.post(path, [
      ['account', city.ids.admin],
      ['account', city.ids.tam],
      ['account', 'nobody'],
      ['unit', 'no-unit'],
    ]);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Chưa chọn đơn vị nào.');
    expect(await history('link.issued')).toEqual([]);
    expect(await history('hand-outs.made')).toEqual([]);
  });

  test('nothing ticked is said, and the choice stays as it was', async () => {
    const lan = await office();
    await lan.get(path);
    const reply = await lan.post(`${path}?loc=tat-ca&nhom=II`, {});
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Chưa chọn đơn vị nào.');
    expect(reply.text).toContain('value="II" selected');
    expect(reply.text).toContain(city.ids.tam);
    expect(ticked(reply.text)).toEqual([]);
  });

  test('a clerk of two units gets one sheet, which names both; two clerks of one unit get two', async () => {
    const { db } = product.context;
    const unitIds = (await unitLines(db)).slice(0, 2).map(({ id }) => id);
    const doer = { accountId: null, address: 'test', at: morning };
    const both = await inTransaction(db, (tx) =>
      addAccount(tx, { role: 'clerk', name: 'Vũ Thu', email: null, unitIds }, doer),
    );
    const unit = 'phuong-quang-trung';
    await aPerson(db, { role: 'clerk', name: 'Vũ Hai', email: 'hai@thu.example', unit });
    const lan = await office();
    const rows = ticked((await lan.get(`${path}?loc=tat-ca`)).text);
    expect(rows.filter(([, value]) => value === both)).toHaveLength(1);
    const sheets = sheetsIn((await lan.post(path, rows)).text);
    expect(sheets).toHaveLength(rows.length);
    const sheet = sheets.find(({ text }) => text.includes('Vũ Thu'))?.text;
    expect(sheet).toContain('phong-noi-vu');
    expect(sheet).toContain('phong-tu-phap');
    expect(sheets.filter(({ text }) => text.includes(unit))).toHaveLength(2);
  });

  test('printed twice at once, a unit without a clerk still gets one account', async () => {
    const lan = await office();
    await lan.get(path);
    await Promise.all(Array.from({ length: 5 }, () => lan.post(path, { unit: 'mn-binh-han' })));
    const query = product.context.db.selectFrom('account').select('id');
    const name = 'Cán bộ đầu mối Trường Mầm non Bình Hàn';
    expect(await query.where('name', '=', name).execute()).toHaveLength(1);
  });
});

describe('hand-outs for 116 units that have nobody', () => {
  test('are made within seconds, each with its own link, and all of it stands in the history', async () => {
    const { db } = product.context;
    await loadFirstCampaign(db, { accountId: null, address: 'test', at: morning });
    const lanId = await aPerson(db, { ...people.lan, unit: '' });
    const lan = await office();
    const rows = ticked((await lan.get(path)).text);
    expect(rows).toHaveLength(116);
    const begun = performance.now();
    const sheets = sheetsIn((await lan.post(path, rows)).text);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(sheets).toHaveLength(116);
    expect(new Set(sheets.map(({ link }) => link)).size).toBe(116);
    const issued = await history('link.issued');
    expect(new Set(issued.map(({ subject }) => subject)).size).toBe(116);
    expect(new Set(issued.map(({ account_id }) => account_id))).toEqual(new Set([lanId]));
    expect(await history('hand-outs.made')).toHaveLength(1);
    const clerk = product.visitor();
    expect((await clerk.fill(sheets[115]?.link ?? '', {})).location).toBe('/');
  });
});
