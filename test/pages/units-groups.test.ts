import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCity, aPerson, password, people, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
  await lan.get('/don-vi/nhom');
});
afterEach(() => product.close());

/** The codes of the groups in order; their positions must be 1, 2, 3 … */
const groups = async (): Promise<string[]> => {
  const query = product.context.db.selectFrom('unit_group').select(['code', 'position']);
  const rows = await query.orderBy('position').execute();
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  return rows.map(({ code }) => code);
};

const lastAction = async (): Promise<string | undefined> => {
  const query = product.context.db.selectFrom('history').select('action').orderBy('seq', 'desc');
  return (await query.executeTakeFirst())?.action;
};

describe('groups', () => {
  test('are added after the others, with a code of their own', async () => {
    expect((await lan.post('/don-vi/nhom', { name: 'Các hội' })).location).toBe(
      '/don-vi/nhom?xong=them-nhom',
    );
    expect(await groups()).toEqual(['I', 'II', 'III', 'cac-hoi']);
    expect(await lastAction()).toBe('group.added');
    expect((await lan.get('/don-vi')).text).toContain('IV. Các hội');
  });

  test.each([
    ['', 'Chưa nhập tên nhóm.'],
    ['cac phong, ban, don vi', 'Đã có nhóm mang tên này.'],
    ['a'.repeat(201), 'Nội dung dài quá 200 ký tự.'],
  ])('are not added under the name "%s"', async (name, said) => {
    const reply = await lan.post('/don-vi/nhom', { name });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(said);
    expect(await groups()).toHaveLength(3);
  });

  test('are renamed; a refused name stays in its own field', async () => {
    expect((await lan.post('/don-vi/nhom/III', { name: 'UBND cấp xã' })).status).toBe(303);
    expect(await lastAction()).toBe('group.renamed');
    expect((await lan.get('/don-vi')).text).toContain('III. UBND cấp xã');
    const taken = await lan.post('/don-vi/nhom/I', { name: 'ubnd CẤP XÃ' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('href="#name-I"');
    expect(taken.text).toContain('value="ubnd CẤP XÃ"');
    expect((await lan.post('/don-vi/nhom/khong-co', { name: 'Khác' })).status).toBe(404);
  });

  test('are ordered, here and on the board', async () => {
    await lan.post('/don-vi/nhom/III/thu-tu', { direction: 'up' });
    expect(await groups()).toEqual(['I', 'III', 'II']);
    expect(await lastAction()).toBe('group.moved');
    expect((await lan.get('/don-vi')).text).toContain('II. UBND các phường, xã');
    await lan.post('/don-vi/nhom/I/thu-tu', { direction: 'up' });
    expect(await groups()).toEqual(['I', 'III', 'II']);
  });

  test('stay in one whole order when several people change it at once', async () => {
    await Promise.all([
      lan.post('/don-vi/nhom/III/thu-tu', { direction: 'up' }),
      lan.post('/don-vi/nhom/I/thu-tu', { direction: 'down' }),
      lan.post('/don-vi/nhom', { name: 'Các hội' }),
      lan.post('/don-vi/nhom', { name: 'Các hội' }),
    ]);
    expect((await groups()).sort()).toEqual(['I', 'II', 'III', 'cac-hoi']);
  });

  test('are removed while they are empty, and not otherwise', async () => {
    const full = await lan.post('/don-vi/nhom/II/xoa');
    expect(full.status).toBe(422);
    expect(full.text).toContain('Nhóm còn 2 đơn vị');
    await lan.post('/don-vi/nhom', { name: 'Các hội' });
    await lan.post('/don-vi/nhom/cac-hoi/thu-tu', { direction: 'up' });
    expect((await lan.post('/don-vi/nhom/cac-hoi/xoa')).status).toBe(303);
    expect(await groups()).toEqual(['I', 'II', 'III']);
    expect(await lastAction()).toBe('group.removed');
  });
});

test('in a city without any group, a unit cannot be added before a group is', async () => {
  const empty = await startProduct();
  try {
    const { db } = empty.context;
    await aPerson(db, people.lan);
    const first = empty.visitor();
    await first.signIn(people.lan.email, password);
    expect((await first.get('/don-vi')).text).toContain('Chưa có nhóm và đơn vị nào.');
    expect((await first.get('/don-vi/moi')).text).toContain('Chưa có nhóm nào.');
    const unit = { code: 'phong-y-te', name: 'Phòng Y tế', group: '' };
    expect((await first.fill('/don-vi/moi', unit)).text).toContain('Chưa chọn nhóm.');
    await first.post('/don-vi/nhom', { name: 'Các phòng' });
    const kept = await first.post('/don-vi/moi', { ...unit, group: 'cac-phong' });
    expect(kept.status).toBe(303);
  } finally {
    await empty.close();
  }
});
