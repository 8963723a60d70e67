import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign, campaignById, type NewCampaign } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import {
  aCity,
  aDraft,
  aList,
  type City,
  password,
  people,
  reportFields,
  sent,
} from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/bao-cao/cchc-2025/thcs-nguyen-hue';
const start = `${path}/dot-truoc`;
const offer = 'Lấy số liệu đợt trước (3 người, tổng số 48) làm điểm bắt đầu';
const school = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };

let product: Product;
let city: City;
let tam: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  tam = product.visitor();
});
afterEach(() => product.close());

const sendLast = (list = aList(3)) =>
  sent(product.context.db, city, 'thcs-nguyen-hue', aDraft(city.campaign, school, list));

/** Next year's campaign, made from this year's. */
const nextYear = async (changes: Partial<NewCampaign> = {}) => {
  const { db } = product.context;
  const doer = { accountId: null, address: 'test', at: morning };
  const copiedFromId = city.campaign.id;
  const id = await inTransaction(db, async (tx) => {
    const plan = { ...dispatchOfHaiDuong, code: 'cchc-2025', copiedFromId, ...changes };
    const campaignId = await addCampaign(tx, plan, doer);
    await owe(tx, campaignId, morning);
    return campaignId;
  });
  const campaign = await campaignById(db, id);
  if (!campaign) throw new Error('the campaign was not added');
  await tam.signIn(people.tam.email, password);
  return campaign;
};

const stored = async () => {
  const { db } = product.context;
  const { report, campaign } = await reportFound(db, 'cchc-2025', 'thcs-nguyen-hue');
  const draft = await draftOf(db, report.id);
  const headcounts = campaign.categories.map(({ id, code }) => [code, draft.headcounts[id] ?? '']);
  return { ...draft, report, headcounts: Object.fromEntries(headcounts) };
};

const historyOf = async (reportId: string) => {
  const rows = await product.context.db
    .selectFrom('history')
    .select(['action', 'details'])
    .where('subject', '=', reportId)
    .execute();
  return rows.filter(({ action }) => action.startsWith('draft.'));
};

describe('a report in a campaign made from the last one', () => {
  test('offers what was sent last time, takes nothing silently, and begins with it on a click', async () => {
    await sendLast();
    await nextYear();
    expect((await tam.get(path)).text).toContain(offer);
    expect((await stored()).report.state).toBe('not_started');
    expect((await stored()).rows).toEqual([]);

    const reply = await tam.post(start, { revision: '0' });
    expect(reply.location).toBe(`${path}?xong=dot-truoc`);
    const { report, rows, headcounts } = await stored();
    expect(headcounts).toEqual(school);
    expect(rows).toEqual(aList(3));
    expect(report.state).toBe('draft');
    expect(await historyOf(report.id)).toEqual([
      {
        action: 'draft.started-from-last',
        details: JSON.stringify({ campaign: 'cchc-2024', version: 1 }),
      },
    ]);
    const form = await tam.get(reply.location);
    expect(form.text).toContain('Đã lấy số liệu đợt trước làm điểm bắt đầu.');
    expect(form.text).not.toContain(offer);
    expect(form.text).toContain(aList(3)[2]?.name);
  });

  test('is edited, checked and sent from there like any other', async () => {
    await sendLast();
    await nextYear();
    await tam.fill(path, { revision: '0' }, start);
    const fields = reportFields(1, { ...school, 'vien-chuc': '50' }, aList(4), { action: 'check' });
    expect((await tam.fill(path, fields)).location).toBe(`${path}/xem-lai`);
    await tam.fill(`${path}/xem-lai`, { revision: '2' }, `${path}/gui`);
    expect((await stored()).report.lastVersion).toBe(1);
  });

  test('matches categories by code; one that is asked no more keeps its people to be mended', async () => {
    const of = (category: string, at: number) => ({ ...aList(2, category)[at], category });
    const list = [of('Cán bộ', 0), of('Viên chức', 1)] as ReturnType<typeof aList>;
    const counts = { 'can-bo': '5', 'cong-chuc': '0', 'vien-chuc': '48' };
    await sent(product.context.db, city, 'thcs-nguyen-hue', aDraft(city.campaign, counts, list));
    await nextYear({
      categories: [
        { code: 'vien-chuc', name: 'Viên chức nhà nước' },
        { code: 'nguoi-lao-dong', name: 'Người lao động' },
      ],
    });
    await tam.fill(path, { revision: '0' }, start);
    const { headcounts, rows } = await stored();
    expect(headcounts).toEqual({ 'vien-chuc': '48', 'nguoi-lao-dong': '' });
    expect(rows.map(({ category }) => category)).toEqual(['Cán bộ', 'Viên chức nhà nước']);
    expect((await tam.get(`${path}?loi=1`)).text).toContain('không có đối tượng');
  });

  test('asks for birth dates that were not asked last time, and brings those that were', async () => {
    await sendLast();
    await nextYear({ birthDateAsked: true });
    await tam.fill(path, { revision: '0' }, start);
    expect((await stored()).rows.map(({ birthDate }) => birthDate)).toEqual(['', '', '']);
    expect((await tam.get(`${path}?loi=1`)).text).toContain('Dòng 3: chưa có ngày sinh.');
  });

  test('offers nothing where nothing was sent, or only a draft was kept, or nothing was copied', async () => {
    await nextYear();
    expect((await tam.get(path)).text).not.toContain('Lấy số liệu đợt trước');
    const refused = await tam.post(start, { revision: '0' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Đơn vị không gửi báo cáo nào ở đợt trước.');
    await sendLast();
    await product.context.db.updateTable('campaign').set({ copied_from_id: null }).execute();
    expect((await tam.get(path)).text).not.toContain('Lấy số liệu đợt trước');
    expect((await tam.post(start, { revision: '0' })).status).toBe(422);
    expect((await stored()).rows).toEqual([]);
  });

  test("never brings another unit's list", async () => {
    await sent(
      product.context.db,
      city,
      'phuong-quang-trung',
      aDraft(city.campaign, school, aList(3)),
      { person: 'minh' },
    );
    await nextYear();
    expect((await tam.get(path)).text).not.toContain('Lấy số liệu đợt trước');
    const foreign = '/bao-cao/cchc-2025/phuong-quang-trung/dot-truoc';
    expect((await tam.post(foreign, { revision: '0' })).status).toBe(404);
  });

  test('is not written over once somebody has typed, and says so with everything kept', async () => {
    await sendLast();
    await nextYear();
    await tam.get(path);
    await tam.post(path, reportFields(0, { ...school, 'vien-chuc': '77' }, aList(1)));
    for (const revision of ['0', '1']) {
      const late = await tam.post(start, { revision });
      expect(late.status).toBe(422);
      expect(late.text).toContain('không được lấy đè lên');
      expect(late.text).toContain('value="77"');
    }
    expect((await stored()).rows).toHaveLength(1);
  });

  test('two clicks at once, or a click while another tab saves: one of them counts, whole', async () => {
    await sendLast(aList(30));
    await nextYear();
    await tam.get(path);
    const typed = reportFields(0, { ...school, 'vien-chuc': '77' }, aList(1));
    const replies = await Promise.all([
      tam.post(start, { revision: '0' }),
      tam.post(start, { revision: '0' }),
      tam.post(`${path}/nhap`, typed, { accept: 'application/json' }),
    ]);
    const done = replies.filter(({ status }) => status === 303 || status === 200);
    expect(done).toHaveLength(1);
    const { rows, headcounts, report } = await stored();
    expect([1, 30]).toContain(rows.length);
    expect(headcounts['vien-chuc']).toBe(rows.length === 30 ? '48' : '77');
    expect(report.draftRevision).toBe(1);
    expect(await historyOf(report.id)).toHaveLength(1);
  });

  test('can be begun only while the campaign is open', async () => {
    await sendLast();
    const campaign = await nextYear();
    await tam.get(path);
    await product.context.db
      .updateTable('campaign')
      .set({ closed_at: morning })
      .where('id', '=', campaign.id)
      .execute();
    const reply = await tam.post(start, { revision: '0' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Đợt báo cáo đã đóng');
    expect((await stored()).rows).toEqual([]);
  });
});
