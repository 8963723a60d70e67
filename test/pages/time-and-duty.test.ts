import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { eventsOf, reportFound } from '../../src/reports/store.ts';
import { campaignHistory } from '../support/campaign-fields.ts';
import {
  aCity,
  aDraft,
  aList,
  type City,
  type PersonName,
  password,
  people,
  sent,
  signedInAs,
} from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const board = '/tien-do/cchc-2024';
const school = 'thcs-nguyen-hue';
const path = `${board}/${school}`;

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

const found = () => reportFound(product.context.db, 'cchc-2024', school);
const doer = (person: PersonName, at = morning) => ({
  accountId: city.ids[person],
  address: 'test',
  at,
});
const draft = () => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
const save = async () => saveDraft(product.context.db, await found(), draft(), 0, doer('tam'));
const lastEvent = async () => (await eventsOf(product.context.db, (await found()).report.id))[0];
const lastAction = async () => (await campaignHistory(product)).at(-1);

describe('an extension of one unit', () => {
  const fields = {
    extension: '',
    'until-day': '16/12/2024',
    'until-hour': '17:00',
    'extend-reason': 'Trường bị mất điện hai ngày',
  };
  const extend = (changes: Partial<Record<keyof typeof fields, string>> = {}) =>
    lan.fill(path, { ...fields, ...changes }, `${path}/gia-han`);

  test('is stored with its reason, seen by the clerk, and on record', async () => {
    const reply = await extend();
    expect(reply.location).toBe(`${path}?xong=gia-han`);
    expect((await lan.get(reply.location)).text).toContain('Đã gia hạn cho đơn vị.');
    expect((await found()).report.extendedUntil).toBe('2024-12-16T10:00:00.000Z');
    expect(await lastEvent()).toMatchObject({
      kind: 'extended',
      reason: 'Trường bị mất điện hai ngày',
    });
    const entry = await lastAction();
    expect(entry).toMatchObject({ action: 'report.extended', by: city.ids.lan });
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({ until: '2024-12-16T10:00:00.000Z' });
    const tam = await signedInAs(product, 'tam');
    const form = await tam.get(`/bao-cao/cchc-2024/${school}`);
    expect(form.text).toContain('17 giờ 00, thứ Hai 16/12/2024');
  });

  test('lets the unit send after closing, on time, and nobody else', async () => {
    await save();
    const closing = '2024-12-13T01:00:00.000Z';
    await closeCampaign(product.context.db, city.campaign, doer('lan', closing));
    product.clock.set('2024-12-14T01:00:00.000Z');
    await lan.signIn(people.lan.email, password);
    await extend();
    const tam = await signedInAs(product, 'tam');
    const address = `/bao-cao/cchc-2024/${school}`;
    await tam.get(`${address}/xem-lai`);
    const { draftRevision } = (await found()).report;
    const reply = await tam.post(`${address}/gui`, { revision: String(draftRevision) });
    expect(reply.location).toContain('bien-nhan');
    expect((await lan.get(path)).text).not.toMatch(/badge-\w+">Gửi muộn/);
    const minh = await signedInAs(product, 'minh');
    const other = await minh.get('/bao-cao/cchc-2024/phuong-quang-trung');
    expect(other.text).toContain('Đợt báo cáo đã đóng');
  });

  test.each([
    [{ 'until-day': '12/12/2024', 'until-hour': '24:00' }, 'Hạn mới phải sau hạn gửi chung'],
    [{ 'until-day': '10/12/2024' }, 'Hạn mới phải sau hạn gửi chung'],
    [{ 'until-day': '31/12/2026' }, 'xa quá một năm'],
    [{ 'until-day': '31/13/2024' }, 'Ngày 31/13/2024 không có thật'],
    [{ 'until-day': '' }, 'Chưa nhập ngày.'],
    [{ 'until-hour': '25:00' }, 'Giờ 25:00 không có thật'],
    [{ 'extend-reason': ' ' }, 'Chưa ghi lý do.'],
    [{ 'extend-reason': 'x'.repeat(501) }, 'Lý do dài quá 500 ký tự'],
  ])('with %o is refused in words, the rest kept', async (wrong, sentence) => {
    const reply = await extend(wrong);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    if (!('extend-reason' in wrong)) expect(reply.text).toContain('Trường bị mất điện hai ngày');
    if (!('until-day' in wrong)) expect(reply.text).toContain('value="16/12/2024"');
    expect((await found()).report.extendedUntil).toBeNull();
    expect(await lastEvent()).toBeUndefined();
  });

  test('into the past is refused', async () => {
    product.clock.set('2024-12-20T01:00:00.000Z');
    await lan.signIn(people.lan.email, password);
    expect((await extend()).text).toContain('Hạn mới đã qua rồi.');
  });

  test('by two officers at once: the second is told', async () => {
    const hoa = await signedInAs(product, 'hoa');
    await Promise.all([lan.get(path), hoa.get(path)]);
    const both = await Promise.all(
      [lan, hoa].map((one, index) =>
        one.post(`${path}/gia-han`, { ...fields, 'until-day': `${16 + index}/12/2024` }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const again = await extend({ extension: '2024-12-01T00:00:00.000Z' });
    expect(again.status).toBe(409);
    const seen = (await found()).report.extendedUntil ?? '';
    expect((await extend({ extension: seen, 'until-day': '18/12/2024' })).status).toBe(303);
  });

  test('shortened while the clerk sends: the sending goes by what holds now', async () => {
    await save();
    await extend({ 'until-day': '20/12/2024' });
    await closeCampaign(product.context.db, city.campaign, doer('lan', '2024-12-13T01:00:00.000Z'));
    const before = await found();
    await extend({ extension: before.report.extendedUntil ?? '', 'until-day': '14/12/2024' });
    const sending = { revision: before.report.draftRevision, confirmed: [] };
    const late = doer('tam', '2024-12-19T01:00:00.000Z');
    await expect(send(product.context.db, before, sending, late)).rejects.toThrow(
      'campaign-closed',
    );
    const inTime = doer('tam', '2024-12-14T01:00:00.000Z');
    await send(product.context.db, before, sending, inTime);
    const version = await product.context.db
      .selectFrom('version')
      .select('due_at')
      .executeTakeFirst();
    expect(version?.due_at).toBe('2024-12-14T10:00:00.000Z');
  });
});

describe('an exemption', () => {
  const exempt = (fields: Record<string, string>) => lan.fill(path, fields, `${path}/mien`);
  const oweAgain = (fields: Record<string, string>) => lan.fill(path, fields, `${path}/thuoc-dien`);

  test('needs a reason, leaves the count, and is on record', async () => {
    const without = await exempt({ state: 'not_started', 'exempt-reason': '  ' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Chưa ghi lý do.');
    expect((await found()).report.state).toBe('not_started');
    const reason = 'Sáp nhập từ 01/11/2024';
    const done = await exempt({ state: 'not_started', 'exempt-reason': reason });
    expect(done.location).toBe(`${path}?xong=mien`);
    expect((await lan.get(done.location)).text).toContain('không thuộc diện báo cáo.');
    expect((await lan.get(board)).text).toContain('0/4');
    expect(await lastEvent()).toMatchObject({ kind: 'exempted', reason });
    expect(await lastAction()).toMatchObject({ action: 'report.exempted', by: city.ids.lan });
  });

  test('is taken back, with the draft that was there', async () => {
    await save();
    await exempt({ state: 'draft', 'exempt-reason': 'Nhầm' });
    const reply = await oweAgain({ state: 'exempt', 'owe-reason': '' });
    expect(reply.location).toBe(`${path}?xong=thuoc-dien`);
    expect((await found()).report.state).toBe('draft');
    expect(await lastEvent()).toMatchObject({ kind: 'owed_again', reason: null });
    expect(await lastAction()).toMatchObject({ action: 'report.owed-again' });
    const { report } = await found();
    expect(
      await send(
        product.context.db,
        await found(),
        { revision: report.draftRevision, confirmed: [] },
        doer('tam'),
      ),
    ).toBe(1);
  });

  test('of a unit that typed nothing is taken back to the beginning', async () => {
    await exempt({ state: 'not_started', 'exempt-reason': 'Nhầm' });
    await oweAgain({ state: 'exempt', 'owe-reason': 'Vẫn phải báo cáo' });
    expect((await found()).report.state).toBe('not_started');
    expect((await oweAgain({ state: 'exempt' })).status).toBe(409);
  });

  test('of a unit that began to type meanwhile, or has sent, is refused', async () => {
    await lan.get(path);
    await save();
    const stale = await lan.post(`${path}/mien`, { state: 'not_started', 'exempt-reason': 'Nhầm' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Nhầm');
    await send(product.context.db, await found(), { revision: 1, confirmed: [] }, doer('tam'));
    expect((await exempt({ state: 'submitted', 'exempt-reason': 'Nhầm' })).status).toBe(409);
    expect((await found()).report.state).toBe('submitted');
  });

  test('by two officers at once happens once', async () => {
    const hoa = await signedInAs(product, 'hoa');
    await Promise.all([lan.get(path), hoa.get(path)]);
    const fields = { state: 'not_started', 'exempt-reason': 'Giải thể' };
    const both = await Promise.all([lan, hoa].map((one) => one.post(`${path}/mien`, fields)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await eventsOf(product.context.db, (await found()).report.id)).toHaveLength(1);
  });
});

describe('closing with drafts open', () => {
  test('says beforehand how many drafts and missing reports there are', async () => {
    await save();
    const minh = aDraft(city.campaign, { 'can-bo': '10' }, aList(2, 'Cán bộ'));
    await sent(product.context.db, city, 'phuong-quang-trung', minh, { person: 'minh' });
    const { text } = await lan.get(board);
    expect(text).toContain('Còn 4 đơn vị chưa báo cáo. Có 1 đơn vị đang nhập dở');
    expect(text).toContain('name="drafts" value="1"');
    expect((await lan.post(`${board}/dong`, { drafts: '1' })).location).toBe(board);
    const entry = await lastAction();
    expect(entry?.action).toBe('campaign.closed');
    expect(JSON.parse(entry?.details ?? '')).toEqual({ drafts: 1, notSent: 4 });
  });

  test('asks again when another unit began meanwhile', async () => {
    await lan.get(board);
    await save();
    const told = await lan.post(`${board}/dong`, { drafts: '0' });
    expect(told.status).toBe(422);
    expect(told.text).toContain('Đang có 1 đơn vị nhập dở');
    expect(told.text).toContain('name="drafts" value="1"');
    expect((await lan.post(`${board}/dong`, { drafts: '1' })).status).toBe(303);
  });

  test('a second click does not close it anew', async () => {
    await lan.fill(board, { drafts: '0' }, `${board}/dong`);
    const closedAt = async () =>
      (await product.context.db.selectFrom('campaign').select('closed_at').executeTakeFirst())
        ?.closed_at;
    const first = await closedAt();
    product.clock.set('2024-12-11T01:10:00.000Z');
    await lan.post(`${board}/dong`, { drafts: '0' });
    expect(await closedAt()).toBe(first);
    expect(
      (await campaignHistory(product)).filter(({ action }) => action === 'campaign.closed'),
    ).toHaveLength(1);
  });
});
