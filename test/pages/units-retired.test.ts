import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { exempt } from '../../src/reports/exempt.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, password, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
  await lan.get('/don-vi');
});
afterEach(() => product.close());

const system = { accountId: null, address: 'test', at: morning };

const anotherCampaign = (code: string): Promise<void> =>
  inTransaction(product.context.db, async (tx) => {
    const id = await addCampaign(tx, { ...dispatchOfHaiDuong, code, title: `Đợt ${code}` }, system);
    await owe(tx, id, morning);
  });

const sendFor = (unit: string, person: 'tam' | 'minh' = 'tam') =>
  sent(product.context.db, city, unit, aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)), {
    person,
  });

/** State and reason of a unit's report by campaign. */
const states = async (code: string): Promise<Record<string, string>> => {
  const rows = await product.context.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .leftJoin('report_event', (on) =>
      on.onRef('report_event.report_id', '=', 'report.id').on('kind', '=', 'exempted'),
    )
    .select(['campaign.code', 'report.state', 'report_event.reason'])
    .where('unit.code', '=', code)
    .execute();
  return Object.fromEntries(
    rows.map(({ code: campaign, state, reason }) => [
      campaign,
      reason === null ? state : `${state}: ${reason}`,
    ]),
  );
};

const standing = (code: string) =>
  product.context.db
    .selectFrom('unit')
    .leftJoin('unit as heir', 'heir.id', 'unit.merged_into_id')
    .select(['unit.deactivated_at', 'heir.code as heir'])
    .where('unit.code', '=', code)
    .executeTakeFirstOrThrow();

const actions = async (): Promise<string[]> => {
  const query = product.context.db.selectFrom('history').select('action').orderBy('seq');
  return (await query.execute()).map(({ action }) => action);
};

describe('a unit that is deactivated', () => {
  const stop = () => lan.post('/don-vi/sua/thcs-nguyen-hue/ngung');

  test('is exempted where it has not sent, and the form says beforehand in which campaigns', async () => {
    await anotherCampaign('dot-hai');
    const { text } = await lan.get('/don-vi/sua/thcs-nguyen-hue');
    expect(text).toContain('2 báo cáo chưa gửi sẽ chuyển thành không thuộc diện báo cáo');
    expect((await stop()).location).toBe('/don-vi/sua/thcs-nguyen-hue?xong=ngung');
    const reason = 'exempt: Đơn vị ngừng hoạt động';
    expect(await states('thcs-nguyen-hue')).toEqual({ 'cchc-2024': reason, 'dot-hai': reason });
    expect((await standing('thcs-nguyen-hue')).deactivated_at).toBe(morning);
    expect((await actions()).slice(-3)).toEqual([
      'report.exempted',
      'report.exempted',
      'unit.deactivated',
    ]);
  });

  test('keeps what it sent, and its row on the board', async () => {
    await sendFor('thcs-nguyen-hue');
    expect((await lan.get('/don-vi/sua/thcs-nguyen-hue')).text).toContain(
      'Không có báo cáo nào chưa gửi',
    );
    await stop();
    expect(await states('thcs-nguyen-hue')).toEqual({ 'cchc-2024': 'submitted' });
    expect((await lan.get('/tien-do/cchc-2024')).text).toContain('Trường THCS Nguyễn Huệ');
    const desk = await lan.get('/tien-do/cchc-2024/thcs-nguyen-hue');
    expect(desk.text).toContain('Đơn vị ngừng hoạt động từ 11/12/2024.');
  });

  test('leaves a closed campaign as it was', async () => {
    await closeCampaign(product.context.db, city.campaign, { ...system, accountId: city.ids.lan });
    await stop();
    expect(await states('thcs-nguyen-hue')).toEqual({ 'cchc-2024': 'not_started' });
  });

  test('owes nothing in a new campaign', async () => {
    await stop();
    await anotherCampaign('dot-hai');
    expect(Object.keys(await states('thcs-nguyen-hue'))).toEqual(['cchc-2024']);
    expect(Object.keys(await states('mn-binh-han')).sort()).toEqual(['cchc-2024', 'dot-hai']);
  });

  test('lets its people read', async () => {
    await sendFor('thcs-nguyen-hue');
    await stop();
    const tam = product.visitor();
    expect((await tam.signIn('thcs-nguyen-hue', password)).status).toBe(303);
    expect((await tam.get('/bao-cao/cchc-2024/thcs-nguyen-hue/lich-su/1')).status).toBe(200);
  });

  test('is folded away in the list, and the order steps over it', async () => {
    await lan.fill('/don-vi/moi', { code: 'c', name: 'Trường C', group: 'II' });
    await lan.post('/don-vi/sua/mn-binh-han/ngung');
    const { text } = await lan.get('/don-vi');
    expect(text).toContain('Ngừng hoạt động (1)');
    expect(text).toContain('5 đơn vị đang hoạt động');
    await lan.post('/don-vi/sua/c/thu-tu', { direction: 'up' });
    const rows = await product.context.db
      .selectFrom('unit')
      .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
      .select('unit.code')
      .where('unit_group.code', '=', 'II')
      .orderBy('unit.position')
      .execute();
    expect(rows.map(({ code }) => code)).toEqual(['c', 'mn-binh-han', 'thcs-nguyen-hue']);
  });

  test('is active again with one click, and owes in the next campaign', async () => {
    await stop();
    const again = await lan.post('/don-vi/sua/thcs-nguyen-hue/hoat-dong');
    expect(again.location).toBe('/don-vi/sua/thcs-nguyen-hue?xong=hoat-dong');
    expect((await standing('thcs-nguyen-hue')).deactivated_at).toBeNull();
    expect((await actions()).at(-1)).toBe('unit.activated');
    await anotherCampaign('dot-hai');
    expect((await states('thcs-nguyen-hue'))['dot-hai']).toBe('not_started');
  });

  test('by two people at once is deactivated once', async () => {
    const replies = await Promise.all([stop(), stop()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422]);
    const done = await actions();
    expect(done.filter((action) => action === 'unit.deactivated')).toHaveLength(1);
    expect(done.filter((action) => action === 'report.exempted')).toHaveLength(1);
  });

  test('while its report is being sent ends with the report sent or exempted, never both', async () => {
    const [, reply] = await Promise.all([
      sendFor('thcs-nguyen-hue').catch(() => undefined),
      stop(),
    ]);
    expect(reply.status).toBe(303);
    expect(['submitted', 'exempt: Đơn vị ngừng hoạt động']).toContain(
      (await states('thcs-nguyen-hue'))['cchc-2024'],
    );
  });
});

describe('merging a unit into another one', () => {
  const path = '/don-vi/sua/thcs-nguyen-hue/sap-nhap';
  const merge = (into: string, from = 'thcs-nguyen-hue') =>
    lan.post(`/don-vi/sua/${from}/sap-nhap`, { into });

  test('tells beforehand what will happen', async () => {
    const choice = await lan.get(path);
    expect(choice.text).not.toContain('value="thcs-nguyen-hue"');
    expect(choice.text).not.toContain('method="post" action="/don-vi');
    const { text } = await lan.get(`${path}?vao=mn-binh-han`);
    expect(text).toContain('từ đợt sau Trường Mầm non Bình Hàn báo cáo thay');
    expect(text).toContain('1 tài khoản (Lê Thị Tâm)');
    expect(text).toContain('1 báo cáo chưa gửi sẽ chuyển thành không thuộc diện báo cáo');
    expect((await standing('thcs-nguyen-hue')).deactivated_at).toBeNull();
  });

  test('deactivates it, exempts what it had not sent, and says so everywhere', async () => {
    const reply = await merge('mn-binh-han');
    expect(reply.location).toBe('/don-vi/sua/thcs-nguyen-hue?xong=sap-nhap');
    expect(await standing('thcs-nguyen-hue')).toEqual({
      deactivated_at: morning,
      heir: 'mn-binh-han',
    });
    expect(await states('thcs-nguyen-hue')).toEqual({
      'cchc-2024': 'exempt: Sáp nhập vào Trường Mầm non Bình Hàn',
    });
    const said = 'đã sáp nhập vào Trường Mầm non Bình Hàn từ 11/12/2024';
    expect((await lan.get('/don-vi/sua/thcs-nguyen-hue')).text).toContain(said);
    expect((await lan.get('/tien-do/cchc-2024/thcs-nguyen-hue')).text).toContain(said);
    expect((await lan.get('/don-vi')).text).toContain('sáp nhập vào Trường Mầm non Bình Hàn');
    expect((await lan.get('/don-vi/sua/mn-binh-han')).text).toContain('Đã tiếp nhận:');
    expect((await actions()).slice(-3)).toEqual([
      'report.exempted',
      'account.changed',
      'unit.merged',
    ]);
  });

  test('keeps what it sent under its own name, and its people work for both', async () => {
    await sendFor('thcs-nguyen-hue');
    await merge('mn-binh-han');
    expect(await states('thcs-nguyen-hue')).toEqual({ 'cchc-2024': 'submitted' });
    const tam = await signedInAs(product, 'tam');
    expect((await tam.get('/bao-cao/cchc-2024/thcs-nguyen-hue/lich-su/1')).status).toBe(200);
    expect((await tam.get('/bao-cao/cchc-2024/mn-binh-han')).status).toBe(200);
  });

  test('is not for itself, for a unit not in use, nor for none', async () => {
    await lan.post('/don-vi/sua/phong-tu-phap/ngung');
    for (const into of ['', 'khong-co', 'thcs-nguyen-hue', 'phong-tu-phap']) {
      const reply = await merge(into);
      expect(reply.status).toBe(422);
      expect(reply.text).toContain('Chưa chọn đơn vị tiếp nhận.');
    }
    expect(await standing('thcs-nguyen-hue')).toEqual({ deactivated_at: null, heir: null });
    expect(await actions()).not.toContain('unit.merged');
  });

  test('never goes in a circle, not even when two merge at once', async () => {
    const both = await Promise.all([merge('mn-binh-han'), merge('thcs-nguyen-hue', 'mn-binh-han')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const heirs = [(await standing('thcs-nguyen-hue')).heir, (await standing('mn-binh-han')).heir];
    expect(heirs.filter((heir) => heir !== null)).toHaveLength(1);
  });

  test('is for good: neither activated nor merged again', async () => {
    await merge('mn-binh-han');
    const again = await lan.post('/don-vi/sua/thcs-nguyen-hue/hoat-dong');
    expect(again.status).toBe(422);
    expect(again.text).toContain('đã sáp nhập vào Trường Mầm non Bình Hàn nên không hoạt động lại');
    expect((await lan.get(path)).location).toBe('/don-vi/sua/thcs-nguyen-hue');
    await merge('phong-noi-vu');
    expect((await standing('thcs-nguyen-hue')).heir).toBe('mn-binh-han');
  });

  test('takes a unit that was deactivated before, since when it was', async () => {
    await lan.post('/don-vi/sua/thcs-nguyen-hue/ngung');
    product.clock.set(addSeconds(morning, 600));
    await merge('mn-binh-han');
    expect(await standing('thcs-nguyen-hue')).toEqual({
      deactivated_at: morning,
      heir: 'mn-binh-han',
    });
  });

  test('goes on along a chain: the last unit has everybody', async () => {
    await merge('mn-binh-han');
    await merge('phong-noi-vu', 'mn-binh-han');
    const tam = await signedInAs(product, 'tam');
    expect((await tam.get('/bao-cao/cchc-2024/phong-noi-vu')).status).toBe(200);
  });
});

test('a report that was exempt before stays exempt for its first reason', async () => {
  const { db } = product.context;
  const { report } = await reportFound(db, 'cchc-2024', 'mn-binh-han');
  await exempt(db, report, 'Không có người dự thi', { ...system, accountId: city.ids.lan });
  await lan.post('/don-vi/sua/mn-binh-han/ngung');
  expect(await states('mn-binh-han')).toEqual({ 'cchc-2024': 'exempt: Không có người dự thi' });
});
