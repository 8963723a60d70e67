import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, aDraft, aList, sent, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';

const files = '/tien-do/cchc-2024/bang';
let product: Product;
let lan: Visitor;

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  const city = await aCity(db);
  const [first, second] = aList(2);
  if (!first || !second) throw new Error('two people were to come');
  const rows = [
    { ...first, name: 'Vũ Thị An', title: '=1+1', note: 'tổ "2"; chiều' },
    { ...second, name: 'Lê Bình', note: '-' },
  ];
  await sent(db, city, 'thcs-nguyen-hue', aDraft(city.campaign, { 'vien-chuc': '48' }, rows));
  await db
    .updateTable('unit')
    .set({ contact_name: 'Đỗ Thị Hoa', phone: '0220 3 852 100', email: 'noivu@thu.example' })
    .where('code', '=', 'phong-noi-vu')
    .execute();
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const take = (file: string): Promise<Reply> => lan.fill(files, {}, `${files}/${file}`);

const rowsIn = ({ bytes }: Reply): unknown[][] => {
  const book = read(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet || book.SheetNames.length > 1) throw new Error('one sheet was to come');
  return utils.sheet_to_json(sheet, { header: 1, defval: null, blankrows: true });
};

const linesOf = ({ bytes }: Reply): string[] =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n');

test('the page offers every table of the campaign in its formats', async () => {
  const { text } = await lan.get(files);
  for (const offered of [
    '/tien-do/cchc-2024/phu-luc',
    'danh-sach/xlsx',
    'danh-sach/csv',
    'chua-bao-cao/xlsx',
    'chua-bao-cao/csv',
  ])
    expect(text).toContain(`${offered}"`);
  expect((await lan.get('/tien-do/cchc-2024')).text).toContain(`href="${files}"`);
});

test('names by unit come as a sheet, and as CSV with group and unit in each row', async () => {
  const sheet = await take('danh-sach/xlsx');
  expect(sheet.headers.get('content-disposition')).toContain(
    'Danh-sach_cchc-2024_20241211-0800.xlsx',
  );
  expect(rowsIn(sheet).slice(3)).toEqual([
    ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú'],
    ['II', 'Các đơn vị sự nghiệp giáo dục', null, null, null],
    ['1', 'Trường THCS Nguyễn Huệ (2 người)', null, null, null],
    [1, 'Vũ Thị An', '=1+1', 'Viên chức', 'tổ "2"; chiều'],
    [2, 'Lê Bình', 'Giáo viên', 'Viên chức', '-'],
  ]);
  const csv = await take('danh-sach/csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('Danh-sach_cchc-2024_20241211-0800.csv');
  expect(linesOf(csv)).toEqual([
    '\uFEFFNhóm đơn vị;Tên cơ quan, đơn vị;STT;Họ và tên;Chức vụ;Đối tượng;Ghi chú',
    `Các đơn vị sự nghiệp giáo dục;Trường THCS Nguyễn Huệ;1;Vũ Thị An;'=1+1;Viên chức;"tổ ""2""; chiều"`,
    `Các đơn vị sự nghiệp giáo dục;Trường THCS Nguyễn Huệ;2;Lê Bình;Giáo viên;Viên chức;'-`,
    '',
  ]);
});

test('units that have not reported come with the person to call', async () => {
  const row = [
    'Các phòng, ban, đơn vị',
    'Phòng Nội vụ',
    'Đỗ Thị Hoa',
    '0220 3 852 100',
    'noivu@thu.example',
    'Chưa báo cáo',
  ];
  const sheet = await take('chua-bao-cao/xlsx');
  expect(sheet.headers.get('content-disposition')).toContain(
    'Chua-bao-cao_cchc-2024_20241211-0800.xlsx',
  );
  expect(rowsIn(sheet)).toHaveLength(4 + 4);
  expect(rowsIn(sheet)[4]).toEqual([1, ...row]);
  const csv = linesOf(await take('chua-bao-cao/csv'));
  expect(csv.slice(0, 2)).toEqual([
    '\uFEFFSTT;Nhóm đơn vị;Tên cơ quan, đơn vị;Cán bộ đầu mối;Điện thoại;Email;Trạng thái',
    `1;${row.join(';')}`,
  ]);
});

test('birth dates stand in both lists where the campaign asks for them; each taking is on record', async () => {
  const { db } = product.context;
  await db
    .updateTable('campaign')
    .set({ birth_date_asked_at: '2024-12-01T00:00:00.000Z' })
    .execute();
  const { id } = await db.selectFrom('campaign').select('id').executeTakeFirstOrThrow();
  // Whatever changes a campaign is on record; here nobody has done it on a page.
  product.clock.set('2024-12-12T01:00:00.000Z');
  lan = await signedInAs(product, 'lan');
  const csv = linesOf(await take('danh-sach/csv'));
  expect(csv[0]).toContain(';Họ và tên;Ngày sinh;Chức vụ;');
  expect(rowsIn(await take('danh-sach/xlsx'))[3]).toContain('Ngày sinh');
  const taken = await db
    .selectFrom('history')
    .select('action')
    .where('subject', '=', id)
    .where('action', '=', 'list.exported')
    .execute();
  expect(taken).toHaveLength(6);
});
