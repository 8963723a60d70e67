import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { versionNumbered } from '../../src/reports/version-store.ts';
import {
  aCity,
  aDraft,
  aList,
  type City,
  reportFields,
  sent,
  signedInAs,
} from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const board = '/tien-do/cchc-2024';
const school = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };

let product: Product;
let city: City;
let tam: Visitor;

const begin = async (birthDateAsked: boolean) => {
  product = await startProduct();
  city = await aCity(product.context.db, { birthDateAsked });
  tam = await signedInAs(product, 'tam');
  await tam.get(path);
};
afterEach(() => product.close());

const found = () => reportFound(product.context.db, city.campaign.code, 'thcs-nguyen-hue');
const stored = async () => draftOf(product.context.db, (await found()).report.id);
const person = (name: string, birthDate: string) => ({
  ...{ name, birthDate, title: 'Giáo viên', category: 'Viên chức', note: '' },
});
const an = person('Lê Văn An', '30/11/1980');
const namesake = person('Lê Văn An', '1/2/1981');

const office = (): Promise<Visitor> => signedInAs(product, 'lan');

const namesSheet = async (): Promise<unknown[][]> => {
  const lan = await office();
  const file = await lan.fill(board, {}, `${board}/phu-luc`);
  expect(file.status).toBe(200);
  const sheet = read(file.bytes).Sheets['Danh sách người dự thi'];
  return utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, blankrows: false });
};

describe('a campaign that asks for birth dates', () => {
  beforeEach(() => begin(true));

  test('has a column for them, and keeps them as typed, right or wrong', async () => {
    expect((await tam.get(path)).text).toContain('<th scope="col" class="sheet-birth-date">');
    const typed = person('Lê Văn An', 'khoảng 1980');
    await tam.post(path, reportFields(0, school, [typed, namesake]));
    expect((await stored()).rows).toEqual([typed, namesake]);
    const page = await tam.get(path);
    expect(page.text).toContain('name="birthDate" id="row-1-birthDate"');
    expect(page.text).toContain('value="khoảng 1980"');
    expect(page.text).toContain('id="row-2-birthDate" aria-label="Ngày sinh, dòng 2"');
    expect(page.text).toContain('value="1/2/1981"');
  });

  test.each([
    ['', 'Dòng 1: chưa có ngày sinh.'],
    ['31/13/1980', 'Dòng 1: ngày 31/13/1980 không có thật. Nhập theo dạng ngày/tháng/năm'],
    ['03/04/80', 'Dòng 1: không rõ 03/04/80 là ngày nào. Nhập đủ năm, ví dụ 03/04/1980.'],
    ['01/01/1920', 'không ở tuổi từ 16 đến 80'],
    ['<b>', 'không đọc được ngày sinh &#34;&lt;b&gt;&#34;'],
  ])('says what is wrong with "%s" and keeps it', async (typed, sentence) => {
    // Some row has a date, so that the form posts the column.
    const rows = [person('Lê Văn An', typed), person('Vũ Thị Ba', '30/11/1980')];
    const reply = await tam.post(path, reportFields(0, school, rows, { action: 'check' }));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(sentence);
    expect(reply.text).toContain('href="#row-1-birthDate"');
    expect((await stored()).rows[0]?.birthDate).toBe(typed);
  });

  test('reads a pasted list without JavaScript, numbers of days included', async () => {
    const pasted =
      'Họ và tên\tNgày sinh\tChức vụ\nLê Văn An\t29555\tGiáo viên\nVũ Thị Ba\t1/2/1981\tBảo vệ';
    const fields = reportFields(0, school, [], { action: 'paste', pasted });
    const { location } = await tam.post(path, fields);
    await tam.get(location);
    await tam.post(location, { revision: '1', action: 'thay' });
    expect((await stored()).rows.map(({ birthDate }) => birthDate)).toEqual([
      '30/11/1980',
      '1/2/1981',
    ]);
  });

  test('takes one name with two birth dates for two people, and the same one twice to be confirmed', async () => {
    await tam.post(path, reportFields(0, school, [an, namesake], { action: 'check' }));
    const review = await tam.get(`${path}/xem-lai`);
    expect(review.text).toContain('30/11/1980');
    expect(review.text).toContain('01/02/1981');
    expect(review.text).not.toContain('Tôi đã xem');
    const twice = reportFields(1, school, [an, person('LÊ VĂN AN', '30-11-1980')]);
    await tam.post(path, twice);
    expect((await tam.get(`${path}/xem-lai`)).text).toContain(
      'trùng họ tên và ngày sinh &#34;Lê Văn An, 30/11/1980&#34;',
    );
  });

  test('stores days in the version, and shows them to both sides, in differences and the appendix', async () => {
    await sent(product.context.db, city, 'thcs-nguyen-hue', aDraft(city.campaign, school, [an]));
    const { report } = await found();
    const version = await versionNumbered(product.context.db, report.id, 1);
    expect(version?.participants[0]?.birthDate).toBe('1980-11-30');
    expect((await tam.get(`${path}/bien-nhan`)).text).toContain('<td>30/11/1980</td>');
    await tam.fill(path, {}, `${path}/thu-hoi`);
    const mended = { ...an, birthDate: '30/11/1981' };
    await sent(
      product.context.db,
      city,
      'thcs-nguyen-hue',
      aDraft(city.campaign, school, [mended]),
    );
    const lan = await office();
    const page = (await lan.get(`${board}/thcs-nguyen-hue`)).text;
    expect(page).toContain('Lê Văn An – 30/11/1980 – Giáo viên');
    expect(page).toContain('Lê Văn An – 30/11/1981 – Giáo viên');
    const rows = await namesSheet();
    expect(rows).toContainEqual([
      'STT',
      'Họ và tên',
      'Ngày sinh',
      'Chức vụ',
      'Đối tượng',
      'Ghi chú',
    ]);
    expect(rows).toContainEqual([1, 'Lê Văn An', '30/11/1981', 'Giáo viên', 'Viên chức']);
  });

  test('tells two units of one person only when name and birth date agree', async () => {
    const { db } = product.context;
    await sent(db, city, 'phuong-quang-trung', aDraft(city.campaign, school, [an]), {
      person: 'minh',
    });
    const elsewhere = 'cũng có trong báo cáo của UBND phường Quang Trung';
    await tam.post(path, reportFields(0, school, [namesake]));
    expect((await tam.get(`${path}/xem-lai`)).text).not.toContain(elsewhere);
    await tam.post(path, reportFields(1, school, [an]));
    expect((await tam.get(`${path}/xem-lai`)).text).toContain(elsewhere);
  });

  test('refuses to send when the question was asked only after the clerk had looked', async () => {
    const { db } = product.context;
    await db.updateTable('campaign').set({ birth_date_asked_at: null }).execute();
    await tam.post(path, reportFields(0, school, aList(2)));
    const review = await tam.get(`${path}/xem-lai`);
    expect(review.status).toBe(200);
    await db.updateTable('campaign').set({ birth_date_asked_at: city.campaign.opensAt }).execute();
    const reply = await tam.post(`${path}/gui`, { revision: '1' });
    expect(reply.location).not.toBe(`${path}/bien-nhan`);
    expect((await found()).report.lastVersion).toBe(0);
    expect((await tam.get(`${path}?loi=1`)).text).toContain('Dòng 1: chưa có ngày sinh.');
  });
});

describe('a campaign that does not ask', () => {
  beforeEach(() => begin(false));

  test('has no such column anywhere, and takes none', async () => {
    const page = await tam.get(path);
    expect(page.text).not.toContain('Ngày sinh');
    expect(page.text).not.toContain('birthDate');
    await tam.post(path, reportFields(0, school, [an], { action: 'check' }));
    expect((await stored()).rows[0]?.birthDate).toBe('');
    expect((await tam.get(`${path}/xem-lai`)).text).not.toContain('1980');
    await tam.post(`${path}/gui`, { revision: '1' });
    const { report } = await found();
    const version = await versionNumbered(product.context.db, report.id, 1);
    expect(version?.participants).toMatchObject([{ name: 'Lê Văn An', birthDate: '' }]);
    expect((await tam.get(`${path}/bien-nhan`)).text).not.toContain('Ngày sinh');
    expect(await namesSheet()).toContainEqual([
      'STT',
      'Họ và tên',
      'Chức vụ',
      'Đối tượng',
      'Ghi chú',
    ]);
  });
});
