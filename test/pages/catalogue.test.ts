import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetUploadsBefore } from '../../src/catalogue/store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { aCity, people as cityPeople, password } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';
import { catalogueOf, type Grid, gridIn } from '../support/workbook-file.ts';

let product: Product;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db);
});
afterEach(() => product.close());

const place = '/don-vi/excel';

const signedIn = async (who: 'lan' | 'hoa' | 'admin' | 'tam' = 'lan'): Promise<Visitor> => {
  const visitor = product.visitor();
  await visitor.signIn(cityPeople[who].email, password);
  return visitor;
};

/** Sends a file and looks at what it would do. The path of the preview comes with it. */
const previewed = async (visitor: Visitor, bytes: Uint8Array): Promise<Reply> => {
  await visitor.get(place);
  const reply = await visitor.upload(place, { name: 'danh sách.xlsx', bytes });
  expect(reply.status, reply.text.slice(0, 4000)).toBe(303);
  const page = await visitor.get(reply.location);
  expect(page.status).toBe(200);
  return { ...page, location: reply.location };
};

const applied = async (visitor: Visitor, path: string, retire: string[] = []): Promise<Reply> => {
  const reply = await visitor.post(
    `${path}/ap-dung`,
    retire.map((code) => ['retire', code] as const),
  );
  expect(reply.status, reply.text.slice(0, 4000)).toBe(303);
  expect(reply.location).toBe(path);
  return visitor.get(path);
};

const downloaded = async (visitor: Visitor): Promise<Uint8Array> => {
  const reply = await visitor.fill(place, {}, `${place}/tai-ve`);
  expect(reply.status).toBe(200);
  return reply.bytes;
};

const units = () => product.context.db.selectFrom('unit').selectAll().orderBy('position').execute();
const accounts = () => product.context.db.selectFrom('account').selectAll().execute();
const history = async (): Promise<string[]> => {
  const rows = await product.context.db
    .selectFrom('history')
    .select('action')
    .orderBy('seq')
    .execute();
  return rows.map(({ action }) => action);
};

/** The rows of the sheet of units that is downloaded, without its headings. */
const currentUnits = async (visitor: Visitor): Promise<string[][]> =>
  gridIn(await downloaded(visitor), 'Đơn vị').slice(1);

describe('the workbook', () => {
  test('holds the units and accounts in use, telephone numbers as text', async () => {
    const { db } = product.context;
    await db
      .updateTable('unit')
      .set({ phone: '0912345678', contact_name: 'Ngô Văn Sáu' })
      .where('code', '=', 'mn-binh-han')
      .execute();
    const lan = await signedIn();
    const bytes = await downloaded(lan);
    expect(gridIn(bytes, 'Đơn vị')).toEqual([
      ['Nhóm', 'Mã đơn vị', 'Tên đơn vị', 'Người liên hệ', 'Email', 'Điện thoại'],
      ['I', 'phong-noi-vu', 'Phòng Nội vụ', '', '', ''],
      ['I', 'phong-tu-phap', 'Phòng Tư pháp', '', '', ''],
      ['II', 'thcs-nguyen-hue', 'Trường THCS Nguyễn Huệ', '', '', ''],
      ['II', 'mn-binh-han', 'Trường Mầm non Bình Hàn', 'Ngô Văn Sáu', '', '0912345678'],
      ['III', 'phuong-quang-trung', 'UBND phường Quang Trung', '', '', ''],
    ]);
    expect(gridIn(bytes, 'Tài khoản')).toContainEqual([
      'Lê Thị Tâm',
      'tam@thu.example',
      '',
      'Cán bộ đầu mối',
      'thcs-nguyen-hue',
      '',
    ]);
    expect(await history()).toContain('catalogue.exported');
  });

  test('sent back as it is changes nothing and says so', async () => {
    const lan = await signedIn();
    const page = await previewed(lan, await downloaded(lan));
    expect(page.text).toContain('Tệp giống danh sách đang có, không có gì để thay đổi.');
    expect(page.text).not.toContain('ap-dung');
    expect(page.text).not.toContain('chỗ trong tệp cần sửa');
  });
});

describe('a changed workbook', () => {
  const changes = async (lan: Visitor): Promise<Uint8Array> => {
    const rows = await currentUnits(lan);
    const changed = rows.map((row) =>
      row[1] === 'mn-binh-han' ? ['III', row[1], 'Mầm non Bình Hàn', 'Bùi Văn Tám', '', ''] : row,
    );
    return catalogueOf({
      units: [...changed, ['I', 'phong-y-te', 'Phòng Y tế', '', 'YTE@thu.example', '0912 345 678']],
      accounts: [
        ['Ngô Văn Sáu', '', '0987654321', '', 'phong-y-te; phong-tu-phap'],
        ['Lê Thị Tâm', 'tam@thu.example', '', 'Cán bộ đầu mối', 'thcs-nguyen-hue,mn-binh-han'],
      ],
    });
  };

  test('shows what it would do and does nothing before the click', async () => {
    const lan = await signedIn();
    const before = [await units(), await accounts(), await history()];
    const page = await previewed(lan, await changes(lan));
    expect(page.text).toContain(
      'Áp dụng: thêm 1 đơn vị, sửa 1 đơn vị, thêm 1 tài khoản, sửa 1 tài khoản',
    );
    expect(page.text).toMatch(/Phòng Y tế<\/th><td>phong-y-te<\/td><td>I\. Các phòng, ban, đơn vị/);
    expect(page.text).toContain('thcs-nguyen-hue</td>');
    expect(page.text).toContain('mn-binh-han, thcs-nguyen-hue</td>');
    expect([await units(), await accounts(), (await history()).slice(0, -1)]).toEqual(before);
  });

  test('is applied with the click: units, accounts, history; new units stand last in their group', async () => {
    const lan = await signedIn();
    const page = await previewed(lan, await changes(lan));
    const result = await applied(lan, page.location);
    expect(result.text).toContain(
      'Đã thêm 1 đơn vị, sửa 1 đơn vị, thêm 1 tài khoản, sửa 1 tài khoản.',
    );
    expect(result.text).toContain('href="/nguoi-dung/phieu-moi"');
    const rows = await currentUnits(lan);
    expect(rows.filter(([group]) => group === 'I').at(-1)).toEqual([
      'I',
      'phong-y-te',
      'Phòng Y tế',
      '',
      'yte@thu.example',
      '0912345678',
    ]);
    expect(rows.filter(([group]) => group === 'III').at(-1)?.[2]).toBe('Mầm non Bình Hàn');
    const people = gridIn(await downloaded(lan), 'Tài khoản');
    expect(people.find(([name]) => name === 'Ngô Văn Sáu')).toEqual([
      'Ngô Văn Sáu',
      '',
      '0987654321',
      'Cán bộ đầu mối',
      'phong-tu-phap, phong-y-te',
      '',
    ]);
    expect(
      (await accounts()).every(({ name, password_hash }) =>
        name === 'Ngô Văn Sáu' ? password_hash === null : true,
      ),
    ).toBe(true);
    const actions = await history();
    for (const action of [
      'catalogue.applied',
      'unit.added',
      'unit.changed',
      'account.added',
      'account.changed',
    ])
      expect(actions).toContain(action);
  });

  test('a second upload makes no duplicates and says so; a second click does nothing either', async () => {
    const lan = await signedIn();
    const bytes = await changes(lan);
    const page = await previewed(lan, bytes);
    await applied(lan, page.location);
    const after = [await units(), await accounts(), await history()];
    await applied(lan, page.location);
    expect([await units(), await accounts(), await history()]).toEqual(after);
    const second = await previewed(lan, bytes);
    expect(second.text).toContain('Tệp giống danh sách đang có');
    await applied(lan, second.location);
    expect([await units(), await accounts()]).toEqual(after.slice(0, 2));
    expect((await lan.get(second.location)).text).toContain('Không có gì thay đổi.');
  });

  test('two clicks at once apply it once', async () => {
    const lan = await signedIn();
    const page = await previewed(lan, await changes(lan));
    const clicks = await Promise.all([1, 2, 3].map(() => lan.post(`${page.location}/ap-dung`)));
    expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await units()).filter(({ code }) => code === 'phong-y-te')).toHaveLength(1);
    expect((await accounts()).filter(({ name }) => name === 'Ngô Văn Sáu')).toHaveLength(1);
    expect((await history()).filter((action) => action === 'catalogue.applied')).toHaveLength(1);
  });

  test('two people who apply the same rows at once make no duplicates', async () => {
    const [lan, hoa] = [await signedIn('lan'), await signedIn('hoa')];
    const bytes = await changes(lan);
    const pages = [await previewed(lan, bytes), await previewed(hoa, bytes)];
    const clicks = await Promise.all([
      lan.post(`${pages[0]?.location}/ap-dung`),
      hoa.post(`${pages[1]?.location}/ap-dung`),
    ]);
    expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
    expect((await units()).filter(({ code }) => code === 'phong-y-te')).toHaveLength(1);
    expect((await accounts()).filter(({ name }) => name === 'Ngô Văn Sáu')).toHaveLength(1);
  });

  test('is compared with what is there when the click comes, not when it was looked at', async () => {
    const lan = await signedIn();
    const page = await previewed(lan, await changes(lan));
    const only = [['I', 'phong-y-te', 'Phòng Y tế', '', 'yte@thu.example', '0912345678']];
    await applied(lan, (await previewed(lan, catalogueOf({ units: only }))).location);
    const result = await applied(lan, page.location);
    expect(result.text).toContain('Đã sửa 1 đơn vị, thêm 1 tài khoản, sửa 1 tài khoản.');
  });

  test('comes back with what became of each row', async () => {
    const lan = await signedIn();
    const page = await previewed(
      lan,
      catalogueOf({
        accounts: [
          ['Ngô Văn Sáu', 'sau@thu.example', '', '', 'mn-binh-han'],
          ['Lê Thị Tâm', 'tam@thu.example', '', 'Cán bộ đầu mối', 'thcs-nguyen-hue'],
          ['Bùi Văn Tám', 'khong phai email', '', '', 'mn-binh-han'],
        ],
      }),
    );
    expect((await lan.get(`${page.location}/ket-qua.xlsx`)).status).toBe(404);
    const result = await applied(lan, page.location);
    expect(result.text).toContain('Có 1 dòng chưa áp dụng được');
    const file = await lan.get(`${page.location}/ket-qua.xlsx`);
    expect(file.headers.get('content-disposition')).toContain('.xlsx');
    const grid = gridIn(file.bytes, 'Tài khoản');
    expect(grid.map((row) => row[5])).toEqual([
      'Kết quả',
      'Đã tạo',
      'Đã có, không đổi',
      'Lỗi: B4: Địa chỉ email chưa đúng. Nhập dạng ten@coquan.vn.',
    ]);
    const again = await previewed(lan, file.bytes);
    expect(again.text).toContain('Không có dòng nào để áp dụng.');
  });
});

describe('a unit that is not in the file', () => {
  const file = catalogueOf({ units: [['I', 'phong-noi-vu', 'Phòng Nội vụ', '', '', '']] });

  test('is asked about and stays as it is unless it is ticked', async () => {
    const lan = await signedIn();
    const page = await previewed(lan, file);
    expect(page.text).toContain('Ngừng hoạt động các đơn vị không có trong tệp (4)');
    expect(page.text).not.toMatch(/name="retire"[^>]*checked/);
    await applied(lan, page.location);
    expect((await units()).filter(({ deactivated_at }) => deactivated_at !== null)).toEqual([]);
  });

  test('is taken out of use when it is ticked; its reports stay', async () => {
    const lan = await signedIn();
    const page = await previewed(lan, file);
    // The second one stands in the file: the browser is not believed.
    const result = await applied(lan, page.location, ['mn-binh-han', 'phong-noi-vu', 'khong-co']);
    expect(result.text).toContain('Đã ngừng hoạt động 1 đơn vị.');
    const retired = (await units()).filter(({ deactivated_at }) => deactivated_at !== null);
    expect(retired.map(({ code }) => code)).toEqual(['mn-binh-han']);
    expect(await history()).toContain('unit.deactivated');
    const again = await previewed(
      lan,
      catalogueOf({ units: [['II', 'mn-binh-han', 'Trường Mầm non Bình Hàn']] }),
    );
    expect(again.text).toContain('Đơn vị mang mã này đã ngừng hoạt động.');
  });

  test('is not asked about when the file has no sheet of units', async () => {
    const lan = await signedIn();
    const accounts: Grid = [['Ngô Văn Sáu', '', '', '', 'mn-binh-han']];
    const page = await previewed(lan, catalogueOf({ accounts }));
    expect(page.text).not.toContain('name="retire"');
  });
});

describe('what is wrong with a row', () => {
  test.each([
    [['IV', 'phong-y-te', 'Phòng Y tế'], 'Đơn vị!A2', 'Không có nhóm này. Ghi mã của một nhóm'],
    [['', 'phong-y-te', 'Phòng Y tế'], 'Đơn vị!A2', 'Chưa chọn nhóm.'],
    [['I', 'Phòng Y tế', 'Phòng Y tế'], 'Đơn vị!B2', 'Dùng: phong-y-te'],
    [['I', '', 'Phòng Y tế'], 'Đơn vị!B2', 'Chưa nhập mã đơn vị.'],
    [['I', 'phong-y-te', ''], 'Đơn vị!C2', 'Chưa nhập tên đơn vị.'],
    [['I', 'phong-y-te', 'Phòng Y tế', '', 'yte@thu'], 'Đơn vị!E2', 'Địa chỉ email chưa đúng.'],
    [['I', 'phong-y-te', 'Phòng Y tế', '', '', 912345678], 'Đơn vị!F2', 'dùng: 0912345678'],
    [['I', 'phong-y-te', { formula: 'A2&"x"' }], 'Đơn vị!C2', 'Ô này là công thức.'],
  ] as [Grid[number], string, string][])(
    '%j is said at its place and holds no other row back',
    async (row, at, sentence) => {
      const lan = await signedIn();
      const good = ['I', 'phong-kinh-te', 'Phòng Kinh tế'];
      const page = await previewed(lan, catalogueOf({ units: [row, good] }));
      expect(page.text).toContain(`${at}</th>`);
      expect(page.text).toContain(sentence);
      const result = await applied(lan, page.location);
      expect(result.text).toContain('Đã thêm 1 đơn vị.');
      const codes = (await units()).map(({ code }) => code);
      expect(codes).toContain('phong-kinh-te');
      expect(codes).toHaveLength(6);
    },
  );

  test('a code that stands twice is said with the place of the first', async () => {
    const lan = await signedIn();
    const twice = ['I', 'phong-y-te', 'Phòng Y tế'];
    const page = await previewed(lan, catalogueOf({ units: [twice, twice] }));
    expect(page.text).toContain('Đơn vị!B3</th>');
    expect(page.text).toContain('Mã này đã có ở ô B2.');
    expect((await applied(lan, page.location)).text).toContain('Đã thêm 1 đơn vị.');
  });

  test.each([
    [['', 'sau@thu.example', '', '', 'mn-binh-han'], 'A2', 'Chưa nhập họ và tên.'],
    [['Ngô Văn Sáu', 'sau@', '', '', 'mn-binh-han'], 'B2', 'Địa chỉ email chưa đúng.'],
    [['Ngô Văn Sáu', '', 912345678, '', 'mn-binh-han'], 'C2', 'dùng: 0912345678'],
    [['Ngô Văn Sáu', '', '', 'Giám đốc', 'mn-binh-han'], 'D2', 'Không có vai trò này.'],
    [['Ngô Văn Sáu', '', '', 'Phòng Nội vụ', ''], 'D2', 'Chỉ quản trị mới thêm được người'],
    [['Ngô Văn Sáu', '', '', '', ''], 'E2', 'Chưa ghi mã đơn vị.'],
    [['Ngô Văn Sáu', '', '', '', 'mn-binh-han, khong-co'], 'E2', 'mang mã &#34;khong-co&#34;'],
    [['Ngô Văn Sáu', '', '', '', 'MN Bình Hàn'], 'E2', 'Dùng: mn-binh-han'],
    [['Lê Thị Tâm', 'tam@thu.example', '', 'Quản trị', ''], 'D2', 'đang là Cán bộ đầu mối'],
    [['Đỗ Hoa', 'hoa@thu.example', '', '', ''], 'A2', 'Chỉ quản trị mới sửa được tài khoản'],
  ] as [Grid[number], string, string][])('%j is said at its place', async (row, at, sentence) => {
    const lan = await signedIn();
    const before = await accounts();
    const good = ['Bùi Văn Tám', '', '', '', 'mn-binh-han'];
    const page = await previewed(lan, catalogueOf({ accounts: [row, good] }));
    expect(page.text).toContain(`Tài khoản!${at}</th>`);
    expect(page.text).toContain(sentence);
    expect((await applied(lan, page.location)).text).toContain('Đã thêm 1 tài khoản.');
    expect(await accounts()).toHaveLength(before.length + 1);
  });

  test('an account that is out of use is not taken for a new one', async () => {
    const { db } = product.context;
    await db
      .updateTable('account')
      .set({ deactivated_at: morning })
      .where('email', '=', 'tam@thu.example')
      .execute();
    const lan = await signedIn();
    const rows = [['Lê Thị Tâm', 'TAM@thu.example', '', '', 'thcs-nguyen-hue']];
    const page = await previewed(lan, catalogueOf({ accounts: rows }));
    expect(page.text).toContain('Tài khoản có email này đã ngừng dùng.');
  });
});

describe('who may', () => {
  test('an admin adds people of the office from the file', async () => {
    const admin = await signedIn('admin');
    const rows = [
      ['Ngô Văn Sáu', 'sau@thu.example', '', 'phòng nội vụ', ''],
      ['Bùi Văn Tám', 'tam8@thu.example', '', 'Quản trị', ''],
    ];
    const page = await previewed(admin, catalogueOf({ accounts: rows }));
    await applied(admin, page.location);
    const roles = (await accounts()).map(({ email, role }) => `${email} ${role}`);
    expect(roles).toContain('sau@thu.example office');
    expect(roles).toContain('tam8@thu.example admin');
  });

  test('a file that a colleague sent is not there for others', async () => {
    const [lan, hoa] = [await signedIn('lan'), await signedIn('hoa')];
    const rows = [['Ngô Văn Sáu', '', '', '', 'mn-binh-han']];
    const { location } = await previewed(lan, catalogueOf({ accounts: rows }));
    await hoa.get(place);
    expect((await hoa.get(location)).status).toBe(404);
    expect((await hoa.post(`${location}/ap-dung`)).status).toBe(404);
    expect((await hoa.get(`${location}/ket-qua.xlsx`)).status).toBe(404);
  });

  test('a clerk and somebody who is not signed in send no file', async () => {
    const tam = await signedIn('tam');
    await tam.get('/tro-giup');
    const file = { name: 'a.xlsx', bytes: catalogueOf({ units: [] }) };
    expect((await tam.upload(place, file)).status).toBe(403);
    const nobody = product.visitor();
    await nobody.get('/dang-nhap');
    expect((await nobody.upload(place, file)).location).toBe('/dang-nhap?tiep=%2Fdon-vi%2Fexcel');
  });

  test('a file is taken from our own page only, and with its token', async () => {
    const lan = await signedIn();
    await lan.get(place);
    const file = { name: 'a.xlsx', bytes: catalogueOf({ units: [] }) };
    const foreign = await lan.upload(place, file, {}, { origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect((await lan.upload(place, file, { _csrf: 'made up' })).status).toBe(403);
  });
});

test('a file that nobody applied is forgotten after a day', async () => {
  const lan = await signedIn();
  const rows = [['Ngô Văn Sáu', '', '', '', 'mn-binh-han']];
  const { location } = await previewed(lan, catalogueOf({ accounts: rows }));
  const { db } = product.context;
  await forgetUploadsBefore(db, morning);
  expect((await lan.get(location)).status).toBe(200);
  await forgetUploadsBefore(db, addSeconds(morning, 1));
  expect((await lan.get(location)).status).toBe(404);
});

test('120 units and 240 accounts come from one file in a few seconds', async () => {
  const lan = await signedIn();
  const rows = Array.from({ length: 120 }, (_, index) => [
    ['I', 'II', 'III'][index % 3] ?? '',
    `don-vi-${index}`,
    `Đơn vị số ${index}`,
    `Nguyễn Văn ${index}`,
    `donvi${index}@thu.example`,
    `09${String(10000000 + index)}`,
  ]);
  const accountRows = Array.from({ length: 240 }, (_, index) => [
    `Trần Văn ${index}`,
    index % 2 === 0 ? `canbo${index}@thu.example` : '',
    '',
    '',
    `don-vi-${Math.floor(index / 2)}`,
  ]);
  const bytes = catalogueOf({ units: rows, accounts: accountRows });
  const from = performance.now();
  const page = await previewed(lan, bytes);
  expect(page.text).toContain('Áp dụng: thêm 120 đơn vị, thêm 240 tài khoản');
  await applied(lan, page.location);
  expect(performance.now() - from).toBeLessThan(15_000);
  expect(await accounts()).toHaveLength(245);
  expect((await previewed(lan, bytes)).text).toContain('đã có, giữ nguyên 240');
});
