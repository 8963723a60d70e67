import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import {
  aCity,
  aDraft,
  aList,
  type City,
  reportFields,
  sent,
  signedInAs,
} from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const form = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const desk = '/tien-do/cchc-2024/thcs-nguyen-hue';
const school = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };
const saved = '>Lưu nháp</button>';

let product: Product;
let city: City;
let lan: Visitor;
let tam: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
  tam = await signedInAs(product, 'tam');
});
afterEach(() => product.close());

const fields = (revision: number, size: number, action = 'save') =>
  reportFields(revision, school, aList(size), { action });

const revisionOn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

/** Presses "Nhập thay đơn vị" on the office's page as it stands. */
const takeUp = async () => {
  const page = await lan.get(desk);
  return lan.post(`${desk}/nhap-thay`, { revision: revisionOn(page.text) });
};

describe('a report that came on paper', () => {
  test('is entered by the office on the unit’s form, and marked as such wherever it is told of', async () => {
    expect((await lan.get(form)).location).toBe(desk);
    expect((await takeUp()).location).toBe(form);
    const page = await lan.get(form);
    expect(page.text).toContain('Phòng Nội vụ nhập thay đơn vị theo báo cáo giấy');
    const typed = fields(Number(revisionOn(page.text)), 45, 'check');
    expect((await lan.post(form, typed)).location).toBe(`${form}/xem-lai`);
    const review = await lan.get(`${form}/xem-lai`);
    const reply = await lan.post(`${form}/gui`, { revision: revisionOn(review.text) });
    expect(reply.location).toBe(`${desk}?xong=nhap-thay`);
    expect((await lan.get(reply.location)).text).toContain('(nhập thay đơn vị)');

    const receipt = await tam.get(`${form}/bien-nhan`);
    expect(receipt.text).toContain('(nhập thay đơn vị)');
    const past = await tam.get(`${form}/lich-su`);
    expect(past.text).toContain('Gửi báo cáo (bản gửi 1, nhập thay đơn vị)');
    const mail = await product.context.db
      .selectFrom('mail')
      .select('body')
      .where('kind', '=', 'receipt')
      .executeTakeFirstOrThrow();
    expect(mail.body).toContain('phòng Nội vụ nhập thay đơn vị');
  });

  test('what the unit sends itself is not marked', async () => {
    await sent(
      product.context.db,
      city,
      'thcs-nguyen-hue',
      aDraft(city.campaign, school, aList(3)),
    );
    expect((await lan.get(desk)).text).not.toContain('nhập thay đơn vị)');
  });

  test('a unit’s own draft stays closed to the office until it is taken up, knowingly', async () => {
    await tam.fill(form, fields(0, 2));
    for (const path of [form, `${form}/tai-len`]) expect((await lan.get(path)).location).toBe(desk);
    expect((await lan.get(`${form}/xem-lai`)).location).toBe(form);
    expect((await lan.get(desk)).text).toContain('Đơn vị đang nhập dở');
    await takeUp();
    expect((await lan.get(form)).text).toContain(saved);

    const late = await tam.post(form, fields(1, 5));
    expect(late.status).toBe(409);
    expect(late.text).toContain('Nội dung anh/chị đang nhập chưa mất');
  });

  test('that the clerk takes back in hand is closed to the office again', async () => {
    await takeUp();
    const page = await tam.get(form);
    expect(page.text).toContain('Phòng Nội vụ nhập thay đơn vị theo báo cáo giấy');
    await tam.post(form, fields(Number(revisionOn(page.text)), 2));
    expect((await lan.get(form)).location).toBe(desk);
  });

  test('is not taken up where somebody saved or sent meanwhile, or the campaign is closed', async () => {
    const before = revisionOn((await lan.get(desk)).text);
    await tam.fill(form, fields(0, 2));
    const late = await lan.post(`${desk}/nhap-thay`, { revision: before });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Đơn vị đang nhập dở');

    const { db } = product.context;
    await closeCampaign(db, city.campaign, { accountId: city.ids.lan, address: 'x', at: morning });
    expect((await lan.get(desk)).text).not.toContain('/nhap-thay"');
    const closed = await lan.post(`${desk}/nhap-thay`, { revision: '1' });
    expect(closed.status).toBe(422);
    expect(closed.text).toContain('Đợt báo cáo đã đóng');
  });
});
