import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { campaignByCode } from '../../src/campaigns/store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { exempt } from '../../src/reports/exempt.ts';
import { reportFound } from '../../src/reports/store.ts';
import { campaignHistory, campaignPairs } from '../support/campaign-fields.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const list = '/dot-bao-cao';
const blank = `${list}/moi`;

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

const ticks = (...codes: string[]) => codes.map((code): [string, string] => ['unit', code]);
const owing = async (code: string) =>
  product.context.db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select(['unit.code', 'report.state'])
    .where('campaign.code', '=', code)
    .orderBy('unit.code')
    .execute();
const ticked = (text: string) =>
  [...text.matchAll(/name="unit" id="[^"]+" value="([^"]+)" checked/g)].map(([, code]) => code);

describe('the list of campaigns', () => {
  test('shows state, dates and how many have sent, and leads on', async () => {
    const { db } = product.context;
    await sent(db, city, 'thcs-nguyen-hue', aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)));
    const { report } = await reportFound(db, 'cchc-2024', 'mn-binh-han');
    const doer = { accountId: city.ids.lan, address: 'test', at: morning };
    await exempt(db, report, 'Đã giải thể', doer);
    const { text } = await lan.get(list);
    for (const part of [
      'Đang mở',
      '1/4',
      '30/11/2024',
      '24 giờ 00, thứ Năm 12/12/2024',
      'href="/tien-do/cchc-2024"',
      'href="/dot-bao-cao/cchc-2024"',
      'href="/dot-bao-cao/cchc-2024/don-vi"',
      'href="/dot-bao-cao/moi?tu=cchc-2024"',
      'href="/dot-bao-cao/moi"',
    ])
      expect(text).toContain(part);
  });

  test('holds several campaigns at a time, the newest first', async () => {
    product.clock.set(addSeconds(morning, 60));
    await lan.fill(blank, campaignPairs());
    const { text } = await lan.get(list);
    const titles = [...text.matchAll(/<h2 id="dot-([^"]+)"/g)].map(([, code]) => code);
    expect(titles).toEqual(['cchc-2025', 'cchc-2024']);
    expect(text).toContain('Chưa mở');
    expect(text).toContain('0/0');
  });
});

describe('a new campaign', () => {
  test('has all that was typed, and the ticked units owe a report', async () => {
    const documents = [
      ['documentNumber', '12/KH-UBND'],
      ['documentDay', '2025-10-01'],
      ['documentIssuer', 'UBND tỉnh'],
    ] as [string, string][];
    const asked = [['birthDateAsked', '1']] as [string, string][];
    const units = ticks('phong-tu-phap', 'mn-binh-han', 'khong-co');
    const pairs = [...campaignPairs(), ...documents, ...asked, ...units];
    const reply = await lan.fill(blank, pairs);
    expect(reply.location).toBe(`${list}?xong=da-tao`);
    expect((await lan.get(reply.location)).text).toContain('Đã tạo đợt báo cáo.');
    const { db } = product.context;
    const campaign = await campaignByCode(db, 'cchc-2025');
    expect(campaign).toMatchObject({
      title: 'Cuộc thi tìm hiểu cải cách hành chính năm 2025',
      cutOffOn: '2025-11-30',
      opensAt: '2025-12-01T00:30:00.000Z',
      deadlineAt: '2025-12-12T17:00:00.000Z',
      contactPhone: '02203838383',
      preparerTitle: null,
      signerTitle: 'Trưởng phòng',
      mailbox: null,
      birthDateAsked: true,
    });
    expect(campaign?.categories.map(({ code, name }) => [code, name])).toEqual([
      ['vien-chuc', 'Viên chức'],
      ['nguoi-lao-dong', 'Người lao động'],
    ]);
    expect(
      await db
        .selectFrom('campaign_document')
        .select(['number', 'dated_on', 'issuer'])
        .where('campaign_id', '=', campaign?.id ?? '')
        .execute(),
    ).toEqual([{ number: '12/KH-UBND', dated_on: '2025-10-01', issuer: 'UBND tỉnh' }]);
    expect((await owing('cchc-2025')).map(({ code }) => code)).toEqual([
      'mn-binh-han',
      'phong-tu-phap',
    ]);
    const entries = (await campaignHistory(product)).slice(-2);
    expect(entries.map(({ action, by }) => [action, by])).toEqual([
      ['campaign.added', city.ids.lan],
      ['campaign.units-chosen', city.ids.lan],
    ]);
    expect(entries[1]?.details).toContain('phong-tu-phap, mn-binh-han');
  });

  test('offers all active units, and every group by one click, without JavaScript', async () => {
    const { text } = await lan.get(blank);
    expect(ticked(text)).toHaveLength(5);
    expect(text).toContain('value="Phòng Nội vụ"');
    const typed = campaignPairs({ title: 'Đang gõ dở' });
    const more = await lan.post(blank, [...typed, ...ticks('phong-tu-phap'), ['ticks', '+III']]);
    expect(more.status).toBe(200);
    expect(ticked(more.text)).toEqual(['phong-tu-phap', 'phuong-quang-trung']);
    expect(more.text).toContain('value="Đang gõ dở"');
    const less = await lan.post(blank, [...typed, ...ticks('phong-tu-phap'), ['ticks', '-I']]);
    expect(ticked(less.text)).toEqual([]);
    expect(ticked((await lan.post(blank, [...typed, ['ticks', 'all']])).text)).toHaveLength(5);
    expect(await campaignByCode(product.context.db, 'cchc-2025')).toBeUndefined();
  });

  test.each([
    [{ code: 'CCHC năm 2025' }, 'Đã đổi thành &#34;cchc-nam-2025&#34;', 'value="cchc-nam-2025"'],
    [{ dueDay: '29/11/2025' }, 'Hạn gửi trước ngày chốt số liệu', 'value="29/11/2025"'],
    [{ opensDay: '13/12/2025' }, 'Ngày mở phải trước hạn gửi', 'value="13/12/2025"'],
    [{ cutOff: '31/13/2025' }, 'Ngày 31/13/2025 không có thật', 'value="31/13/2025"'],
    [{ cutOff: '30/11/2027', dueDay: '12/12/2027' }, 'hơn một năm nữa', 'value="30/11/2027"'],
    [{ contactPhone: '912345678' }, 'mất số 0 ở đầu', 'value="912345678"'],
    [{ mailbox: 'thu' }, 'Địa chỉ hộp thư chưa đúng', 'value="thu"'],
    [{ code: 'cchc-2024' }, 'Mã này đã có đợt khác dùng', 'value="cchc-2024"'],
  ])('with %o is refused in words, everything typed kept', async (wrong, sentence, kept) => {
    const reply = await lan.fill(blank, [...campaignPairs(wrong), ...ticks('mn-binh-han')]);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    expect(reply.text).toContain(kept);
    expect(reply.text).toContain('value="Người lao động"');
    expect(ticked(reply.text)).toEqual(['mn-binh-han']);
    const campaigns = await product.context.db.selectFrom('campaign').select('code').execute();
    expect(campaigns).toEqual([{ code: 'cchc-2024' }]);
  });

  test('says all that is wrong at once, each beside its field', async () => {
    const reply = await lan.fill(
      blank,
      campaignPairs({ title: '', cutOff: 'x', dueHour: '25:00' }),
    );
    expect(reply.text).toContain('Có 3 chỗ cần sửa');
    for (const field of ['title', 'cutOff', 'dueHour'])
      expect(reply.text).toContain(`id="${field}-fault"`);
  });

  test('made twice at once under one code is made once', async () => {
    const hoa = await signedInAs(product, 'hoa');
    await Promise.all([lan.get(blank), hoa.get(blank)]);
    const both = await Promise.all([lan, hoa].map((one) => one.post(blank, campaignPairs())));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(both.find(({ status }) => status === 422)?.text).toContain('đã có đợt khác dùng');
  });
});

describe('"Tạo đợt mới từ đợt này"', () => {
  const copy = `${blank}?tu=cchc-2024`;

  test('offers everything but days and data', async () => {
    const { db } = product.context;
    const { report } = await reportFound(db, 'cchc-2024', 'mn-binh-han');
    await exempt(db, report, 'Đã giải thể', {
      accountId: city.ids.lan,
      address: 'test',
      at: morning,
    });
    await db
      .deleteFrom('report')
      .where('unit_id', '=', (await reportFound(db, 'cchc-2024', 'phong-tu-phap')).report.unitId)
      .execute();
    const { text } = await lan.get(copy);
    for (const part of [
      'value="cchc-2025"',
      'value="1776/BTC-NV"',
      'value="Công chức"',
      `value="${city.campaign.title}"`,
      'value="phongnoivutphd@gmail.com"',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('12/12/2024');
    expect(text).not.toContain('30/11/2024"');
    expect(ticked(text)).toEqual([
      'phong-noi-vu',
      'thcs-nguyen-hue',
      'mn-binh-han',
      'phuong-quang-trung',
    ]);
  });

  test('keeps where it came from, and owes anew also what was exempt', async () => {
    const { db } = product.context;
    const { report } = await reportFound(db, 'cchc-2024', 'mn-binh-han');
    await exempt(db, report, 'Đã giải thể', {
      accountId: city.ids.lan,
      address: 'test',
      at: morning,
    });
    const pairs = [...campaignPairs({ from: 'cchc-2024' }), ...ticks('mn-binh-han')];
    expect((await lan.fill(copy, pairs, blank)).status).toBe(303);
    const row = await db
      .selectFrom('campaign')
      .select('copied_from_id')
      .where('code', '=', 'cchc-2025')
      .executeTakeFirst();
    expect(row?.copied_from_id).toBe(city.campaign.id);
    expect(await owing('cchc-2025')).toEqual([{ code: 'mn-binh-han', state: 'not_started' }]);
  });

  test('of a campaign that is not there is not found', async () => {
    expect((await lan.get(`${blank}?tu=khong-co`)).status).toBe(404);
  });
});
