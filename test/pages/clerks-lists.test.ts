import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { root } from '../../src/root.ts';
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
import { inTcvn3 } from '../support/old-letters.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';
import { gridIn, xlsxOf } from '../support/workbook-file.ts';

let product: Product;
let city: City;
let tam: Visitor;
beforeAll(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  tam = product.visitor();
  await tam.signIn(people.tam.email, password);
});
afterAll(() => product.close());

/** Each test begins without people and figures. */
beforeEach(() => typed({ 'can-bo': '', 'cong-chuc': '', 'vien-chuc': '' }, []));

/** Somebody types into the report's own page. */
const typed = async (figures: Record<string, string>, rows: ReturnType<typeof aList>) => {
  const form = await tam.get(path);
  await tam.post(path, reportFields(Number(revisionIn(form)), figures, rows));
};

const path = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const school = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };
const list = xlsxOf({
  'Danh sách': [
    ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng'],
    [1, 'Lê Thị Hoa', 'Kế toán', 'Viên chức'],
    [2, 'Vũ Văn 7', 'Bảo vệ', 'Thỉnh giảng'],
  ],
});

const uploaded = async (bytes: Uint8Array, name = 'danh sách.xlsx'): Promise<Reply> => {
  await tam.get(`${path}/tai-len`);
  return tam.upload(`${path}/tai-len`, { name, bytes });
};

const storedNames = async (): Promise<string[]> => {
  const { report } = await reportFound(product.context.db, 'cchc-2024', 'thcs-nguyen-hue');
  return (await draftOf(product.context.db, report.id)).rows.map(({ name }) => name);
};

const revisionIn = ({ text }: Reply): string =>
  /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';

const taken = async (place: string, fields: Record<string, string> = {}): Promise<Reply> => {
  const preview = await tam.get(place);
  return tam.post(place, { revision: revisionIn(preview), action: 'thay', ...fields });
};

describe('a list from a file', () => {
  test('is looked at first, then replaces the people of the draft or comes behind them', async () => {
    await typed(school, aList(2));
    const { status, location } = await uploaded(list);
    expect(status).toBe(303);
    expect(await storedNames()).toHaveLength(2);
    const preview = await tam.get(location);
    expect(preview.text).toContain('đọc được <strong>2 người</strong>');
    expect(preview.text).toContain('Danh sách!B3</th><td>Vũ Văn 7</td><td>Dòng 3: họ và tên có');
    expect(preview.text).toContain('Danh sách!D3</th><td>Thỉnh giảng</td>');
    expect((await taken(location, { action: 'noi' })).location).toContain(path);
    expect(await storedNames()).toHaveLength(4);
    await taken(location);
    expect(await storedNames()).toEqual(['Lê Thị Hoa', 'Vũ Văn 7']);
    const history = await product.context.db
      .selectFrom('history')
      .select(['action', 'details'])
      .where('action', '=', 'draft.list-taken')
      .orderBy('seq')
      .execute();
    expect(history.slice(-2).map(({ details }) => JSON.parse(details))).toMatchObject([
      { as: 'addition', from: 'file', people: 2 },
      { as: 'replacement', from: 'file', people: 2 },
    ]);
  });

  test('does not write over what a colleague saved meanwhile: the clerk is told and clicks again', async () => {
    const { location } = await uploaded(list);
    const preview = await tam.get(location);
    await typed(school, aList(3));
    const late = await tam.post(location, { revision: revisionIn(preview), action: 'thay' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('vừa sửa báo cáo này');
    expect(await storedNames()).toHaveLength(3);
    await tam.post(location, { revision: revisionIn(late), action: 'thay' });
    expect(await storedNames()).toEqual(['Lê Thị Hoa', 'Vũ Văn 7']);
  });

  test('asks once for the category that it leaves out; where the unit has one only, nobody asks', async () => {
    const names = xlsxOf({ Sheet1: [['Họ và tên'], ['Lê Thị Hoa'], ['Vũ Văn Hải']] });
    const { location } = await uploaded(names);
    expect((await tam.get(location)).text).toContain('không ghi đối tượng của 2 người');
    const chosen = await tam.get(`${location}?doi-tuong=Công+chức`);
    expect(chosen.text.match(/<td>Công chức<\/td>/g)).toHaveLength(2);
    await typed(school, []);
    expect((await tam.get(location)).text.match(/<td>Viên chức<\/td>/g)).toHaveLength(2);
  });

  test('lets the clerk say which sheet, which headings and which column', async () => {
    const two = xlsxOf({
      'Tổ 1': [['Họ và tên'], ['Lê Thị Hoa'], ['Vũ Văn Hải']],
      'Tổ 2': [
        ['Mã', 'Ai'],
        ['Bảo vệ', 'Đỗ Thị Lan'],
      ],
    });
    const { location } = await uploaded(two);
    expect((await tam.get(location)).text).toContain('Tổ 1 (2 người)');
    const query = 'trang=Tổ+2&dong=1&cua=1!Tổ+2&cot-A=title&cot-B=name&doi-tuong=Viên+chức';
    const chosen = await tam.get(`${location}?${query}`);
    expect(chosen.text).toContain('Đỗ Thị Lan</th>');
    expect(chosen.text).toContain('<td>Bảo vệ</td>');
    // Columns that were chosen for another sheet say nothing about this one.
    const other = await tam.get(`${location}?${query.replace('trang=Tổ+2', 'trang=Tổ+1')}`);
    expect(other.text).toContain('Lê Thị Hoa</th>');
    const fields = Object.fromEntries(new URLSearchParams(query));
    await taken(location, fields);
    expect(await storedNames()).toEqual(['Đỗ Thị Lan']);
  });

  test('comes back as the clerk’s own workbook with the faults marked', async () => {
    const { location } = await uploaded(list);
    const file = await tam.get(`${location}/loi.xlsx`);
    expect(file.headers.get('content-disposition')).toContain('co-cot-loi.xlsx');
    expect(gridIn(file.bytes, 'Danh sách').map((row) => row.at(-1))).toEqual([
      'Lỗi cần sửa',
      '',
      expect.stringMatching(/^họ và tên có ký tự "7".*không có đối tượng "Thỉnh giảng"/s),
    ]);
  });

  test('is refused in words where nobody can be found, and the page stays', async () => {
    for (const [bytes, sentence] of [
      [new TextEncoder().encode('%PDF-1.4'), 'không phải danh sách đọc được'],
      [list.slice(0, 2000), 'Tệp bị hỏng'],
      [new Uint8Array(10 * 1024 * 1024 + 1), 'tối đa 10 MB'],
    ] as const) {
      const reply = await uploaded(bytes);
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(sentence);
      expect(reply.text).toContain('<input id="file" name="file" type="file"');
    }
    await tam.get(`${path}/tai-len`);
    const empty = await tam.post(`${path}/tai-len/dan`, { pasted: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Chưa dán gì.');
  });

  test('with more people than a report may hold is refused when it is taken, and nothing is lost', async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => [index + 1, 'Lê Thị Hoa', 'Viên chức']);
    const { location } = await uploaded(
      xlsxOf({ A: [['STT', 'Họ và tên', 'Đối tượng'], ...rows] }),
    );
    const reply = await taken(location);
    expect(reply.status).toBe(413);
    expect(reply.text).toContain('2.001 dòng, tối đa 2.000');
    expect(await storedNames()).toEqual([]);
  });

  test('shows markup as text', async () => {
    const bytes = xlsxOf({
      A: [
        ['Họ và tên', 'Chức vụ'],
        ['<script>alert(1)</script>', '=1+1'],
      ],
    });
    const preview = await tam.get((await uploaded(bytes, '<b>ds.xlsx')).location);
    expect(preview.text).not.toContain('<script>alert');
    expect(preview.text).toContain('&lt;b&gt;ds.xlsx');
  });
});

describe('a list in an old font', () => {
  const old = xlsxOf({
    'Danh sách': [
      ['STT', 'Họ và tên', 'Chức vụ'].map(inTcvn3),
      [1, inTcvn3('Nguyễn Thị Hà'), inTcvn3('Giáo viên')],
      [2, inTcvn3('Trần Văn Đức'), inTcvn3('Bảo vệ')],
    ],
  });

  test('is shown before and after, and taken only when the clerk said which letters', async () => {
    const { location } = await uploaded(old);
    const preview = await tam.get(location);
    const before = inTcvn3('Nguyễn Thị Hà');
    expect(preview.text).toContain(`B2</th><td>${before}</td><td>Nguyễn Thị Hà</td>`);
    const unsaid = await taken(location);
    expect(unsaid.status).toBe(422);
    expect(unsaid.text).toContain('href="#chu"');
    expect(await storedNames()).toEqual([]);
    await taken(location, { chu: 'unicode' });
    expect(await storedNames()).toEqual(['Nguyễn Thị Hà', 'Trần Văn Đức']);
  });

  test('keeps its letters where the clerk wants them as they are', async () => {
    const { location } = await uploaded(old);
    await taken(location, { chu: 'as-in-file' });
    expect(await storedNames()).toEqual([inTcvn3('Nguyễn Thị Hà'), inTcvn3('Trần Văn Đức')]);
  });
});

describe('the template', () => {
  test('offers the campaign’s categories and is read back without a question', async () => {
    const file = await tam.get(`${path}/mau.xlsx`);
    expect(file.headers.get('content-disposition')).toContain(
      'Mau-danh-sach_cchc-2024_thcs-nguyen-hue',
    );
    const grid = gridIn(file.bytes, 'Danh sách');
    expect(grid.slice(0, 5).map(([first]) => first)).toEqual([
      'DANH SÁCH NGƯỜI DỰ THI',
      city.campaign.title,
      'Đơn vị: Trường THCS Nguyễn Huệ',
      expect.stringContaining('cchc-2024'),
      'STT',
    ]);
    expect(gridIn(file.bytes, 'Hướng dẫn').slice(1, 4)).toEqual([
      ['Cán bộ'],
      ['Công chức'],
      ['Viên chức'],
    ]);
    const filled = grid.map((row) => [...row]);
    filled[5] = ['1', 'Lê Thị Hoa', 'Kế toán', 'Viên chức', ''];
    const { location } = await uploaded(xlsxOf({ 'Danh sách': filled }));
    const preview = await tam.get(location);
    expect(preview.text).toContain('đọc được <strong>1 người</strong>');
    expect(preview.text).not.toContain('Chọn giúp');
  });
});

test('a list that another program wrote comes in as a careful reader would type it', async () => {
  const bytes = new Uint8Array(
    readFileSync(join(root, 'test/files/openpyxl-hai-dong-tieu-de.xlsx')),
  );
  const { location } = await uploaded(bytes);
  await taken(location);
  expect(await storedNames()).toEqual([
    'Phạm Thị Hiền',
    'Vũ Đức Long',
    'Đào Thị Thu Hà',
    'Bùi Quang Huy',
    'Trịnh Hoài Nam',
  ]);
});

test('a list belongs to its sender, its unit, and an open report', async () => {
  const { location } = await uploaded(list);
  const minh = product.visitor();
  await minh.signIn(people.minh.email, password);
  expect((await minh.get(location)).status).toBe(404);
  expect((await minh.get(location.replace('thcs-nguyen-hue', 'phuong-quang-trung'))).status).toBe(
    404,
  );
  await sent(
    product.context.db,
    city,
    'thcs-nguyen-hue',
    aDraft(city.campaign, { 'vien-chuc': '5' }, aList(2)),
  );
  expect((await tam.get(location)).text).not.toContain('value="thay"');
  await tam.post(location, { revision: '1', action: 'thay' });
  expect(await storedNames()).toHaveLength(2);
});
