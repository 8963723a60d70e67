import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planOnForm } from '../../src/campaigns/plan.ts';
import { documentsOf } from '../../src/campaigns/plan-store.ts';
import { campaignByCode } from '../../src/campaigns/store.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { reportFound } from '../../src/reports/store.ts';
import { campaignHistory } from '../support/campaign-fields.ts';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/dot-bao-cao/cchc-2024';

let product: Product;
let city: City;
let lan: Visitor;
let hoa: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  [lan, hoa] = [product.visitor(), product.visitor()];
  await lan.signIn(people.lan.email, password);
  await hoa.signIn(people.hoa.email, password);
});
afterEach(() => product.close());

type Named = readonly { readonly id: string; readonly name: string }[];
const stored = async () => {
  const campaign = await campaignByCode(product.context.db, 'cchc-2024');
  if (!campaign) throw new Error('the campaign is gone');
  return campaign;
};

/** The form as it stands in the database, with changes. */
const pairs = async (changes: Record<string, string> = {}, named?: Named) => {
  const campaign = await stored();
  const plan = planOnForm(campaign, await documentsOf(product.context.db, campaign.id));
  const { categories, documents, birthDateAsked, ...texts } = plan;
  return [
    ...Object.entries({ ...texts, revision: '0', ...changes }),
    ...(named ?? categories).flatMap(({ id, name }) => [
      ['categoryId', id],
      ['categoryName', name],
    ]),
    ...documents.flatMap(({ number, day, issuer }) => [
      ['documentNumber', number],
      ['documentDay', day],
      ['documentIssuer', issuer],
    ]),
    ...(birthDateAsked ? [['birthDateAsked', '1']] : []),
  ] as [string, string][];
};
const doer = (person: 'tam' | 'minh') => ({
  accountId: city.ids[person],
  address: 'test',
  at: morning,
});

describe('changing a campaign', () => {
  test('is stored and on record with what was before; the code stays', async () => {
    const changes = {
      code: 'khac',
      dueDay: '13/12/2024',
      dueHour: '17:00',
      dispatchNumber: '5210',
      leastRate: '85%',
    };
    const reply = await lan.fill(path, await pairs(changes));
    expect(reply.location).toBe(`${path}?xong=da-luu`);
    expect((await lan.get(reply.location)).text).toContain('Đã lưu đợt báo cáo.');
    expect(await stored()).toMatchObject({
      deadlineAt: '2024-12-13T10:00:00.000Z',
      dispatchNumber: '5210',
      leastRate: 85,
    });
    const [entry] = (await campaignHistory(product)).slice(-1);
    expect(entry).toMatchObject({ action: 'campaign.changed', by: city.ids.lan });
    expect(JSON.parse(entry?.details ?? '')).toEqual({
      dueDay: '12/12/2024 → 13/12/2024',
      dueHour: '24:00 → 17:00',
      dispatchNumber: ' → 5210',
      leastRate: ' → 85',
    });
  });

  test('that changes nothing leaves no trace', async () => {
    expect((await lan.fill(path, await pairs())).status).toBe(303);
    expect((await lan.post(path, await pairs())).status).toBe(303);
    expect((await campaignHistory(product)).map(({ action }) => action)).toEqual([
      'campaign.added',
    ]);
  });

  test('turns the question for birth dates on and off; on keeps its first moment', async () => {
    const askedAt = async () =>
      (
        await product.context.db
          .selectFrom('campaign')
          .select('birth_date_asked_at')
          .executeTakeFirstOrThrow()
      ).birth_date_asked_at;
    await lan.fill(path, [...(await pairs()), ['birthDateAsked', '1']]);
    expect(await askedAt()).toBe(morning);
    product.clock.set('2024-12-11T01:30:00.000Z');
    await lan.fill(path, await pairs({ revision: '1', place: 'Chí Linh' }));
    expect(await askedAt()).toBe(morning);
    const without = (await pairs({ revision: '2' })).filter(([name]) => name !== 'birthDateAsked');
    await lan.fill(path, without);
    expect((await stored()).birthDateAsked).toBe(false);
  });

  test('refuses impossible orders and keeps what was typed', async () => {
    const changes = { dueDay: '1/11/2024', title: 'Tên mới', leastRate: '80,5' };
    const reply = await lan.fill(path, await pairs(changes));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Hạn gửi trước ngày chốt số liệu');
    expect(reply.text).toContain('phải là số nguyên từ 1 đến 100');
    expect(reply.text).toContain('value="80,5"');
    expect(reply.text).toContain('value="Tên mới"');
    expect(await stored()).toEqual(city.campaign);
  });

  test('of a campaign that is not there is not found', async () => {
    expect((await lan.get('/dot-bao-cao/khong-co')).status).toBe(404);
    expect((await lan.post('/dot-bao-cao/khong-co', await pairs())).status).toBe(404);
  });
});

describe('two officers at one campaign', () => {
  test('the second is told what the first saved, loses nothing, and may save then', async () => {
    const first = await pairs({ place: 'Chí Linh' });
    const second = await pairs({ place: 'Kinh Môn', mailbox: 'moi@thu.example' });
    await Promise.all([lan.get(path), hoa.get(path)]);
    expect((await lan.post(path, first)).status).toBe(303);
    const told = await hoa.post(path, second);
    expect(told.status).toBe(409);
    expect(told.text).toContain('Trần Thị Lan vừa sửa đợt này lúc 08 giờ 00');
    expect(told.text).toContain('đang lưu: <strong>Chí Linh</strong>');
    expect(told.text).toContain('value="Kinh Môn"');
    expect(told.text).toContain('value="moi@thu.example"');
    expect((await stored()).place).toBe('Chí Linh');
    const revision = /name="revision" value="(\d+)"/.exec(told.text)?.[1] ?? '';
    expect((await hoa.post(path, await pairs({ revision, place: 'Kinh Môn' }))).status).toBe(303);
    expect((await stored()).place).toBe('Kinh Môn');
  });

  test('at the very same moment: one is stored, the other is told', async () => {
    const [one, other] = [await pairs({ place: 'Chí Linh' }), await pairs({ place: 'Kinh Môn' })];
    await Promise.all([lan.get(path), hoa.get(path)]);
    const both = await Promise.all([lan.post(path, one), hoa.post(path, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const changes = (await campaignHistory(product)).filter(
      ({ action }) => action === 'campaign.changed',
    );
    expect(changes).toHaveLength(1);
  });

  test('a row button keeps the revision that the form was made from', async () => {
    await lan.fill(path, await pairs({ place: 'Chí Linh' }));
    const reply = await hoa.fill(path, [
      ...(await pairs({ revision: '0' })),
      ['row', 'category-more'],
    ]);
    expect(reply.text).toContain('name="revision" value="0"');
  });
});

describe('categories', () => {
  test('are put in order, renamed, added and removed while unused', async () => {
    const [first, second] = city.campaign.categories;
    const named = [
      { id: second?.id ?? '', name: 'Công chức cấp xã' },
      { id: '', name: 'Người lao động' },
      { id: first?.id ?? '', name: 'Cán bộ' },
    ];
    expect((await lan.fill(path, await pairs({}, named))).status).toBe(303);
    expect((await stored()).categories.map(({ code, name }) => [code, name])).toEqual([
      ['cong-chuc', 'Công chức cấp xã'],
      ['nguoi-lao-dong', 'Người lao động'],
      ['can-bo', 'Cán bộ'],
    ]);
  });

  test('with data are not removed, by button or by a form without them', async () => {
    const { db } = product.context;
    await sent(db, city, 'thcs-nguyen-hue', aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)));
    const button = await lan.fill(path, [...(await pairs()), ['row', 'category-remove.3']]);
    expect(button.status).toBe(422);
    expect(button.text).toContain('Đối tượng &#34;Viên chức&#34; đã có số liệu');
    const left = city.campaign.categories.filter(({ code }) => code !== 'vien-chuc');
    const forged = await lan.post(path, await pairs({ place: 'Chí Linh' }, left));
    expect(forged.status).toBe(422);
    expect(forged.text).toContain('value="Viên chức"');
    expect(await stored()).toEqual(city.campaign);
  });

  test('that only a draft has filled in are not removed either; empty counts do not count', async () => {
    const { db } = product.context;
    const found = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
    const draft = aDraft(city.campaign, { 'can-bo': '', 'cong-chuc': '', 'vien-chuc': '4' }, []);
    await saveDraft(db, found, draft, 0, doer('tam'));
    const without = (code: string) => city.campaign.categories.filter((one) => one.code !== code);
    expect((await lan.fill(path, await pairs({}, without('vien-chuc')))).status).toBe(422);
    expect((await lan.fill(path, await pairs({}, without('can-bo')))).status).toBe(303);
    expect((await stored()).categories).toEqual(without('can-bo'));
  });

  test('that stand in a row of a draft are not removed; renamed, the row follows', async () => {
    const { db } = product.context;
    const found = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
    const draft = { ...aDraft(city.campaign, {}, aList(1, 'Cán bộ')), headcounts: {} };
    await saveDraft(db, found, draft, 0, doer('tam'));
    const [canBo, ...others] = city.campaign.categories;
    expect((await lan.fill(path, await pairs({}, others))).status).toBe(422);
    const renamed = [{ id: canBo?.id ?? '', name: 'Cán bộ quản lý' }, ...others];
    expect((await lan.fill(path, await pairs({}, renamed))).status).toBe(303);
    const { rows } = await draftOf(db, found.report.id);
    expect(rows.map((row) => row.category)).toEqual(['Cán bộ quản lý']);
  });

  test('row buttons change the form only; nothing is stored', async () => {
    const reply = await lan.fill(path, [...(await pairs()), ['row', 'category-down.1']]);
    expect(reply.status).toBe(200);
    const names = [...reply.text.matchAll(/name="categoryName" value="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['Công chức', 'Cán bộ', 'Viên chức']);
    const removed = await lan.post(path, [...(await pairs()), ['row', 'document-remove.1']]);
    expect(removed.text).not.toContain('value="1776/BTC-NV"');
    expect(await stored()).toEqual(city.campaign);
    expect(await documentsOf(product.context.db, city.campaign.id)).toHaveLength(4);
  });

  test('changed while a clerk is sending: the clerk is told to look again', async () => {
    const { db } = product.context;
    const before = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
    const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
    await saveDraft(db, before, draft, 0, doer('tam'));
    const found = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
    const more = [...city.campaign.categories, { id: '', name: 'Người lao động' }];
    expect((await lan.fill(path, await pairs({}, more))).status).toBe(303);
    const sending = send(db, found, { revision: 1, confirmed: [] }, doer('tam'));
    await expect(sending).rejects.toThrow('state-changed');
  });
});
