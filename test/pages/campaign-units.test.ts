import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { reportFound } from '../../src/reports/store.ts';
import { campaignHistory } from '../support/campaign-fields.ts';
import { aCity, aDraft, type City, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/dot-bao-cao/cchc-2024/don-vi';
const all = [
  'phong-noi-vu',
  'phong-tu-phap',
  'thcs-nguyen-hue',
  'mn-binh-han',
  'phuong-quang-trung',
];
const without = (...codes: string[]) => all.filter((code) => !codes.includes(code));

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

const ticks = (codes: readonly string[], before: readonly string[] = all) => [
  ['before', before.join(' ')] as [string, string],
  ...codes.map((code): [string, string] => ['unit', code]),
];
const owing = async () => {
  const rows = await product.context.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select('unit.code')
    .orderBy('unit.position')
    .execute();
  return rows.map(({ code }) => code);
};

describe('who must report', () => {
  test('is unticked while nothing was typed, and ticked again', async () => {
    expect((await lan.get(path)).text).toContain('5 đơn vị được chọn');
    const fewer = without('phong-noi-vu', 'mn-binh-han');
    const reply = await lan.fill(path, ticks(fewer));
    expect(reply.location).toBe(`${path}?xong=da-chon`);
    expect(await owing()).toEqual(fewer);
    await lan.fill(path, ticks(without('mn-binh-han'), fewer));
    expect(await owing()).toEqual(without('mn-binh-han'));
    const entries = (await campaignHistory(product)).slice(-2);
    expect(entries.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
      ['campaign.units-chosen', { added: '', removed: 'phong-noi-vu, mn-binh-han' }],
      ['campaign.units-chosen', { added: 'phong-noi-vu', removed: '' }],
    ]);
    const saved = await lan.get(`${path}?xong=da-chon`);
    expect(saved.text).toContain('Đã lưu danh sách đơn vị phải báo cáo.');
  });

  test('is kept where something was typed: refused in words, nothing changed, ticks kept', async () => {
    const { db } = product.context;
    const found = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
    const draft = aDraft(city.campaign, { 'vien-chuc': '4' }, []);
    await saveDraft(db, found, draft, 0, { accountId: city.ids.tam, address: 'test', at: morning });
    const reply = await lan.fill(path, ticks(without('thcs-nguyen-hue', 'phong-noi-vu')));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Không bỏ được Trường THCS Nguyễn Huệ');
    expect(reply.text).toContain('href="/tien-do/cchc-2024/thcs-nguyen-hue"');
    expect(reply.text).toContain('3 đơn vị được chọn');
    expect(await owing()).toEqual(all);
  });

  test('a clerk who begins at that very moment is told, and nothing half is stored', async () => {
    const { db } = product.context;
    const found = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
    await lan.fill(path, ticks(without('thcs-nguyen-hue')));
    const draft = aDraft(city.campaign, { 'vien-chuc': '4' }, []);
    const doer = { accountId: city.ids.tam, address: 'test', at: morning };
    await expect(saveDraft(db, found, draft, 0, doer)).rejects.toThrow('not-found');
    expect(await db.selectFrom('draft').selectAll().execute()).toEqual([]);
  });

  test('by whole groups, without JavaScript; stored only at the end', async () => {
    const pressed = await lan.fill(path, [...ticks(all), ['ticks', '-II']]);
    expect(pressed.text).toContain('3 đơn vị được chọn');
    expect(pressed.text).toContain(`name="before" value="${all.join(' ')}"`);
    expect(await owing()).toEqual(all);
    const none = await lan.post(path, [...ticks(all), ['ticks', 'none']]);
    expect(none.text).toContain('0 đơn vị được chọn');
  });

  test('two officers at once: both choices count', async () => {
    const hoa = await signedInAs(product, 'hoa');
    const start = without('phong-noi-vu', 'phong-tu-phap');
    await lan.fill(path, ticks(start));
    await Promise.all([lan.get(path), hoa.get(path)]);
    const both = await Promise.all([
      lan.post(path, ticks([...start, 'phong-noi-vu'], start)),
      hoa.post(path, ticks([...without('mn-binh-han', 'phong-noi-vu')], start)),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await owing()).toEqual(without('mn-binh-han'));
  });

  test('an inactive unit is not offered, but stays where it owes a report', async () => {
    const { db } = product.context;
    await lan.fill(path, ticks(without('mn-binh-han')));
    for (const code of ['mn-binh-han', 'phong-tu-phap'])
      await db
        .updateTable('unit')
        .set({ deactivated_at: morning })
        .where('code', '=', code)
        .execute();
    const { text } = await lan.get(path);
    expect(text).not.toContain('value="mn-binh-han"');
    expect(text).toContain('value="phong-tu-phap" checked');
    await lan.post(path, ticks(all, without('mn-binh-han')));
    expect(await owing()).toEqual(without('mn-binh-han'));
  });
});
