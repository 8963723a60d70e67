import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import {
  aCity,
  aList,
  type City,
  password,
  people,
  reportFields,
  signedInAs,
} from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const json = { accept: 'application/json' };
const school = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };

let product: Product;
let city: City;
let tam: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  tam = await signedInAs(product, 'tam');
  await tam.get(path);
});
afterEach(() => product.close());

/** The hidden fields of a page, as a browser would post them. */
const hiddenFields = (text: string): [string, string][] =>
  [...text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );

const stored = async () => {
  const { db } = product.context;
  return draftOf(db, (await reportFound(db, city.campaign.code, 'thcs-nguyen-hue')).report.id);
};

describe('the form', () => {
  test('keeps what was typed, right or wrong', async () => {
    const rows = [
      { name: 'An', birthDate: '', title: 'Giáo viên', category: 'CNV', note: 'mới về' },
    ];
    const fields = reportFields(0, { ...school, 'vien-chuc': '48 người' }, rows);
    expect((await tam.post(path, fields)).location).toBe(path);
    const page = await tam.get(path);
    for (const typed of ['48 người', 'value="An"', 'CNV', 'mới về'])
      expect(page.text).toContain(typed);
    expect((await stored()).rows).toEqual(rows);
  });

  test.each([
    ['', 'Chưa nhập số viên chức.'],
    ['-1', 'phải là số nguyên từ 0 trở lên'],
    ['1,5', 'phải là số nguyên từ 0 trở lên'],
    ['48 người', 'chỉ được gồm chữ số'],
    ['99999999999', 'quá lớn'],
  ])('says what is wrong with the headcount "%s"', async (typed, sentence) => {
    const fields = reportFields(0, { ...school, 'vien-chuc': typed }, aList(3), {
      action: 'check',
    });
    const reply = await tam.post(path, fields);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    expect(reply.text).toContain('href="#headcount-vien-chuc"');
  });

  test.each(['1.234', '1 234', '1234'])('reads the headcount "%s"', async (typed) => {
    const fields = reportFields(0, { ...school, 'vien-chuc': typed }, aList(3), {
      action: 'check',
    });
    expect((await tam.post(path, fields)).location).toBe(`${path}/xem-lai`);
    expect((await tam.get(`${path}/xem-lai`)).text).toContain('1.234');
  });

  test.each([
    [{ name: '', title: 'Giáo viên', category: 'Viên chức' }, 'Dòng 1: chưa có họ và tên.'],
    [{ name: 'An', title: '', category: 'Viên chức' }, 'chưa đủ họ và tên'],
    [{ name: 'Nguyễn V4n An', title: '', category: 'Viên chức' }, 'có ký tự &#34;4&#34;'],
    [{ name: 'Nguyễn Văn An', title: '', category: 'Thủ quỹ' }, 'không có đối tượng'],
    [{ name: 'Nguyễn Văn An', title: '', category: 'Cán bộ' }, 'nhiều hơn số lượng 0'],
  ])('says what is wrong with the row %o', async (row, sentence) => {
    const fields = reportFields(0, school, [{ birthDate: '', note: '', ...row }], {
      action: 'check',
    });
    const reply = await tam.post(path, fields);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
  });

  test('refuses more participants than staff and an empty list, in words', async () => {
    const many = reportFields(0, { ...school, 'vien-chuc': '2' }, aList(3), { action: 'check' });
    expect((await tam.post(path, many)).text).toContain('Danh sách có 3 viên chức, nhiều hơn');
    await tam.get(path);
    const none = reportFields(1, school, [], { action: 'check' });
    expect((await tam.post(path, none)).text).toContain('Chưa có ai trong danh sách.');
  });

  test('adds, removes and pastes rows without JavaScript', async () => {
    await tam.post(path, reportFields(0, school, aList(3), { action: 'more' }));
    await tam.get(path);
    await tam.post(path, reportFields(1, school, aList(3), { remove: '2' }));
    expect((await stored()).rows).toHaveLength(2);
    const pasted = 'STT\tHọ và tên\tChức vụ\n1\tLê Thị Hoa\tKế toán\n2\tVũ Văn Hải\tBảo vệ';
    const fields = reportFields(2, school, (await stored()).rows, { action: 'paste', pasted });
    const { location } = await tam.post(path, fields);
    const preview = await tam.get(location);
    const revision = /name="revision" value="(\d+)"/.exec(preview.text)?.[1] ?? '';
    await tam.post(location, { revision, action: 'noi' });
    expect((await stored()).rows.map(({ name }) => name).slice(2)).toEqual([
      'Lê Thị Hoa',
      'Vũ Văn Hải',
    ]);
    // The unit has viên chức only, so nobody is asked for the category of those two.
    expect((await stored()).rows[3]?.category).toBe('Viên chức');
  });

  test('shows that nobody was found in a paste, and takes nothing', async () => {
    const pasted = 'STT\tHọ và tên\tChức vụ';
    const { location } = await tam.post(
      path,
      reportFields(0, school, [], { action: 'paste', pasted }),
    );
    const preview = await tam.get(location);
    expect(preview.text).toContain('Không tìm thấy người nào.');
    expect(preview.text).not.toContain('value="thay"');
  });

  test('takes 2,000 rows at once and refuses more with a page that says so', async () => {
    const all = reportFields(0, { ...school, 'vien-chuc': '2000' }, aList(2000));
    expect((await tam.post(path, all)).status).toBe(303);
    expect((await stored()).rows).toHaveLength(2000);
    const more = await tam.post(path, reportFields(1, school, aList(2001)));
    expect(more.status).toBe(413);
    expect(more.text).toContain('2.001 dòng, tối đa 2.000');
    const huge = await tam.post(path, { revision: '1', nobodyReason: 'x'.repeat(3_000_000) });
    expect(huge.status).toBe(413);
    expect(huge.text).toContain('quá lớn');
    expect((await stored()).rows).toHaveLength(2000);
  });

  test('shrugs at fields that are missing, repeated, nested or broken', async () => {
    for (const body of [
      [['revision', '0']],
      [
        ['revision', '0'],
        ['revision', 'abc'],
      ],
      [
        ['revision', '-1'],
        ['name[0][x]', 'y'],
        ['__proto__', 'z'],
        ['headcount.vien-chuc', '1'],
      ],
      [['revision', '99999999999999999999']],
      [
        ['revision', '0'],
        ['title', 'only a title'],
        ['remove', '1e9'],
      ],
    ] as [string, string][][])
      expect((await tam.post(path, body)).status).toBeLessThan(500);
    const broken = await tam.post(path, {}, { 'content-type': 'application/json' });
    expect(broken.status).toBeLessThan(500);
  });

  test('knows no address with a NUL in it, nor one of a unit that does not exist', async () => {
    for (const strange of [
      '/bao-cao/%00/x',
      '/bao-cao/cchc-2024/%00',
      '/bao-cao/cchc-2024/khong-co',
    ])
      expect((await tam.get(strange)).status).toBe(404);
    expect((await tam.get('/bao-cao/%E0%A4%A/x')).status).toBe(400);
  });

  test('stores and shows markup as text', async () => {
    const name = '<script>alert(1)</script> &amp;';
    await tam.post(
      path,
      reportFields(0, school, [{ name, birthDate: '', title: '', category: '', note: '"><b>' }]),
    );
    const page = await tam.get(path);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;');
  });
});

describe('saving by itself', () => {
  test('answers with the next revision', async () => {
    const first = await tam.post(`${path}/nhap`, reportFields(0, school, aList(35)), json);
    expect(JSON.parse(first.text)).toEqual({ revision: 1, savedAt: '08 giờ 00' });
    const second = await tam.post(`${path}/nhap`, reportFields(1, school, aList(36)), json);
    expect(JSON.parse(second.text).revision).toBe(2);
    expect((await stored()).rows).toHaveLength(36);
  });

  test('never writes over what another tab has saved; both are shown, and the clerk chooses', async () => {
    await tam.post(`${path}/nhap`, reportFields(0, school, aList(2)), json);
    const mine = { ...aList(1)[0], name: 'Đặng Thị Của Tôi' } as const;
    const fields = reportFields(0, school, [
      { birthDate: '', title: '', category: '', note: '', ...mine },
    ]);
    const refused = await tam.post(`${path}/nhap`, fields, json);
    expect(refused.status).toBe(409);
    expect(JSON.parse(refused.text).text).toContain('Lê Thị Tâm vừa sửa báo cáo này lúc 08 giờ 00');
    const both = await tam.post(path, fields);
    expect(both.status).toBe(409);
    expect(both.text).toContain('Đặng Thị Của Tôi');
    expect((await stored()).rows).toHaveLength(2);
    const held = hiddenFields(both.text);
    expect((await tam.post(path, held)).status).toBe(303);
    expect((await stored()).rows.map(({ name }) => name)).toEqual(['Đặng Thị Của Tôi']);
  });

  test('tells a script that the session is over, and refuses large lists in a sentence', async () => {
    const large = await tam.post(`${path}/nhap`, reportFields(0, school, aList(2001)), json);
    expect(large.status).toBe(413);
    expect(JSON.parse(large.text).text).toContain('tối đa 2.000');
    product.clock.set(addSeconds(morning, 61 * 60));
    const over = await tam.post(`${path}/nhap`, reportFields(0, school, aList(1)), json);
    expect(over.status).toBe(401);
    expect(JSON.parse(over.text).text).toContain('Phiên làm việc đã hết');
  });
});

describe('a session that ends while somebody types', () => {
  test('loses nothing: after signing in one click stores it', async () => {
    product.clock.set(addSeconds(morning, 61 * 60));
    const interrupted = await tam.post(path, reportFields(0, school, aList(35)));
    expect(interrupted.status).toBe(401);
    expect(interrupted.text).toContain('nội dung vừa nhập còn nguyên');
    const carried = [...interrupted.text.matchAll(/name="(held\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    const signedIn = await tam.post('/dang-nhap', [
      ['identifier', people.tam.email],
      ['password', password],
      ...carried,
    ]);
    expect(signedIn.status).toBe(200);
    const fields = hiddenFields(signedIn.text);
    expect((await tam.post(path, fields)).location).toBe(path);
    expect((await stored()).rows).toHaveLength(35);
  });

  test("does not put one unit's list into another's report", async () => {
    product.clock.set(addSeconds(morning, 61 * 60));
    await tam.post(path, reportFields(0, school, aList(3)));
    const minh = await signedInAs(product, 'minh');
    await minh.get('/bao-cao/cchc-2024/phuong-quang-trung');
    expect((await minh.post(path, reportFields(0, school, aList(3)))).status).toBe(404);
    expect((await stored()).rows).toHaveLength(0);
  });

  test('also keeps a form whose token belongs to an older session', async () => {
    const old = tam.token;
    await tam.signIn(people.tam.email, password);
    await tam.get(path);
    const fields: [string, string][] = [['_csrf', old], ...reportFields(0, school, aList(4))];
    const held = await tam.post(path, fields);
    expect(held.status).toBe(200);
    expect((await stored()).rows).toHaveLength(0);
    expect((await tam.post(path, hiddenFields(held.text))).location).toBe(path);
    expect((await stored()).rows).toHaveLength(4);
  });
});
