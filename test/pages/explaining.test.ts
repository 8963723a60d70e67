import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCity, aList, reportFields, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';

const path = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const officePath = '/tien-do/cchc-2024/thcs-nguyen-hue';
const headcounts = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };
const why = 'Mười người nghỉ thai sản & "ốm" dài ngày.';

let product: Product;
let tam: Visitor;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db, { leastRate: 80 });
  tam = await signedInAs(product, 'tam');
});
afterEach(() => product.close());

const rows = (count: number) => {
  const [first, ...others] = aList(count);
  return first ? [{ ...first, name: 'Bà Lê Thị Hoa' }, ...others] : [];
};

const enter = async (list = rows(30)) => {
  const page = await tam.get(path);
  const revision = Number(/name="revision" value="(\d+)"/.exec(page.text)?.[1]);
  await tam.post(path, reportFields(revision, headcounts, list, { action: 'check' }));
  return tam.get(`${path}/xem-lai`);
};

/** The fields of a review page: its own hidden ones, and these texts in the order of its boxes. */
const answers = (page: Reply, texts: readonly string[]): [string, string][] => [
  ['revision', /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? ''],
  ...[...page.text.matchAll(/name="query" value="([^"]+)"/g)].flatMap(
    ([, key = ''], index): [string, string][] => [
      ['query', key.replaceAll('&lt;', '<')],
      ['explanation', texts[index] ?? ''],
    ],
  ),
];

const boxes = (page: Reply): string[] =>
  [...page.text.matchAll(/<textarea id="explanation-[^>]*>([^<]*)</g)].map(([, text = '']) => text);

const versions = () => product.context.db.selectFrom('version').selectAll().execute();

describe('what looks wrong but may be right', () => {
  test('is mended or explained on the review page; nothing written is lost on any way', async () => {
    const review = await enter();
    for (const part of [
      'Tỷ lệ tham gia 62,50% (30/48 người) thấp hơn mức 80% của đợt.',
      'Dòng 1 (Bà Lê Thị Hoa): có danh xưng &#34;Bà&#34;',
      'Sửa dòng 1',
      'ví dụ: 3 người nghỉ thai sản.',
      'ví dụ: tên đúng như giấy khai sinh.',
    ])
      expect(review.text).toContain(part);

    const refused = await tam.post(`${path}/gui`, answers(review, [why, 'đúng']));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Có 1 chỗ cần sửa trước khi gửi');
    expect(refused.text).toContain('Họ tên: giải thích quá ngắn');
    expect(boxes(refused)).toEqual([
      'Mười người nghỉ thai sản &amp; &#34;ốm&#34; dài ngày.',
      'đúng',
    ]);
    expect(await versions()).toEqual([]);

    const fields = answers(refused, [why, 'Tên khai sinh đúng']);
    const reply = await tam.post(`${path}/giai-thich`, [...fields, ['to', 'row-1-name']]);
    expect(reply.location).toBe(`${path}#row-1-name`);
    expect(boxes(await tam.get(`${path}/xem-lai`))[1]).toBe('Tên khai sinh đúng');
    const draft = await tam.get(`${path}/ban-in?nhap=1`);
    for (const text of ['BẢN NHÁP', 'nghỉ thai sản', 'Tên khai sinh đúng'])
      expect(draft.text).toContain(text);

    const mended = await enter(aList(30));
    expect(boxes(mended)).toHaveLength(1);
    expect((await tam.get(`${path}/ban-in?nhap=1`)).text).not.toContain('Tên khai sinh đúng');
    const done = await tam.post(`${path}/gui`, answers(mended, [why]));
    expect(done.location).toBe(`${path}/bien-nhan`);
  });

  test('goes with its explanation to receipt, version, office and the next sending', async () => {
    await tam.post(`${path}/gui`, answers(await enter(aList(30)), [why]));
    const shown = 'Mười người nghỉ thai sản &amp; &#34;ốm&#34; dài ngày.';
    const lan = await signedInAs(product, 'lan');
    for (const page of [
      await tam.get(`${path}/bien-nhan`),
      await tam.get(`${path}/lich-su/1`),
      await lan.get(officePath),
    ]) {
      expect(page.text).toContain(shown);
      expect(page.text).toContain('Tỷ lệ tham gia 62,50% (30/48 người), thấp hơn mức 80%.');
    }
    await lan.fill(
      officePath,
      { reason: 'Xem lại', lastVersion: '1', state: 'submitted' },
      `${officePath}/tra-lai`,
    );
    const again = await enter(aList(31));
    expect(boxes(again)).toEqual([shown]);
    expect(again.text).toContain('Lấy từ bản gửi 1. Sửa lại nếu không còn đúng.');
    expect((await tam.get(`${path}/ban-in?nhap=1`)).text).toContain(shown);
    await tam.post(`${path}/gui`, answers(again, ['Nay còn chín người nghỉ ốm.']));
    const kept = (await versions()).map(({ explanations }) => JSON.parse(explanations)[0].text);
    expect(kept.sort()).toEqual([why, 'Nay còn chín người nghỉ ốm.'].sort());
    expect((await tam.get(`${path}/lich-su/1`)).text).toContain(shown);
  });

  test('is asked when the office asks for more meanwhile; an open tab loses nothing', async () => {
    const review = await enter(aList(40));
    expect(boxes(review)).toEqual([]);
    await product.context.db.updateTable('campaign').set({ least_rate: 90 }).execute();
    const told = await tam.post(`${path}/gui`, answers(review, []));
    expect(told.status).toBe(422);
    expect(told.text).toContain('thấp hơn mức 90% của đợt');
    const typed = answers(told, [why]);
    await product.context.db.updateTable('campaign').set({ least_rate: 95 }).execute();
    const once = await tam.post(`${path}/gui`, typed);
    expect(once.status).toBe(422);
    expect(once.text).toContain('vừa thay đổi. Xem lại giải thích rồi gửi lần nữa.');
    const clicks = await Promise.all(
      [1, 2, 3].map(() => tam.post(`${path}/gui`, answers(once, [why]))),
    );
    expect(clicks.map(({ location }) => location)).toEqual(Array(3).fill(`${path}/bien-nhan`));
    expect(await versions()).toHaveLength(1);
  });

  test('is told beside a warning that was not ticked, both at once', async () => {
    const review = await enter([...aList(2), ...aList(1)]);
    const refused = await tam.post(`${path}/gui`, answers(review, []));
    expect(refused.text).toContain('Có 2 chỗ cần sửa trước khi gửi');
    expect(refused.text).toContain('href="#confirm"');
    expect(refused.text).toContain('href="#explanation-rate-low"');
  });
});
