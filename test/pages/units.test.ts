import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCity, password, signedInAs } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Reply, Visitor } from '../support/visitor.ts';

let product: Product;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
  await lan.get('/don-vi');
});
afterEach(() => product.close());

const fine = {
  code: 'phong-y-te',
  name: 'Phòng Y tế',
  group: 'I',
  contactName: 'Ngô Thị Cúc',
  email: 'YTe@thu.example',
  phone: '0912 345 678',
};

const rows = () =>
  product.context.db
    .selectFrom('unit')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit.code', 'unit.position', 'unit_group.code as group'])
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();

/** The codes of a group's units in order; no two may have one position. */
const inGroup = async (group: string): Promise<string[]> => {
  const own = (await rows()).filter((row) => row.group === group);
  expect(new Set(own.map(({ position }) => position)).size).toBe(own.length);
  return own.map(({ code }) => code);
};

const unit = (code: string) =>
  product.context.db
    .selectFrom('unit')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirstOrThrow();

const actions = async (): Promise<string[]> => {
  const query = product.context.db.selectFrom('history').select('action').orderBy('seq');
  return (await query.execute()).map(({ action }) => action);
};

describe('the list of units', () => {
  test('shows groups and units in the office’s order, with their accounts', async () => {
    const { text } = await lan.get('/don-vi');
    const names = [...text.matchAll(/href="\/don-vi\/sua\/([a-z-]+)"/g)].map((found) => found[1]);
    expect(names).toEqual([
      'phong-noi-vu',
      'phong-tu-phap',
      'thcs-nguyen-hue',
      'mn-binh-han',
      'phuong-quang-trung',
    ]);
    expect(text).toContain('II. Các đơn vị sự nghiệp giáo dục');
    expect(text).toContain('5 đơn vị đang hoạt động');
    expect(text).toContain('href="/don-vi/excel"');
  });

  test.each([
    ['binh han', 'mn-binh-han'],
    ['BÌNH HÀN', 'mn-binh-han'],
    ['tu-phap', 'phong-tu-phap'],
  ])('is searched without marks: %s', async (q, code) => {
    const { text } = await lan.get(`/don-vi?q=${encodeURIComponent(q)}`);
    expect([...text.matchAll(/href="\/don-vi\/sua\/([a-z-]+)"/g)].map((one) => one[1])).toEqual([
      code,
    ]);
    expect(text).toContain('Tìm thấy 1 trong 5 đơn vị');
    expect(text).not.toContain('>Lên<');
  });

  test('says when a search finds nothing, and takes signs of patterns as they are', async () => {
    for (const q of ['khong co', '%', '_'])
      expect((await lan.get(`/don-vi?q=${encodeURIComponent(q)}`)).text).toContain(
        'Không có đơn vị nào khớp.',
      );
  });
});

describe('adding a unit', () => {
  test('puts it at the end of its group, tidied, and into the history', async () => {
    const reply = await lan.fill('/don-vi/moi', fine);
    expect(reply.location).toBe('/don-vi/sua/phong-y-te?xong=them');
    expect(await unit('phong-y-te')).toMatchObject({
      search_name: 'phong y te',
      contact_name: 'Ngô Thị Cúc',
      email: 'yte@thu.example',
      phone: '0912345678',
      deactivated_at: null,
    });
    expect((await inGroup('I')).at(-1)).toBe('phong-y-te');
    expect((await actions()).at(-1)).toBe('unit.added');
    expect((await lan.get(reply.location)).text).toContain('Đã thêm đơn vị.');
  });

  test.each([
    [{ code: 'Phòng Y tế' }, 'Dùng: phong-y-te'],
    [{ code: 'phong y te' }, 'Dùng: phong-y-te'],
    [{ code: 'phong-noi-vu' }, 'Mã này đã là của Phòng Nội vụ.'],
    [{ name: '' }, 'Chưa nhập tên đơn vị.'],
    [{ group: 'khong-co' }, 'Chưa chọn nhóm.'],
    [{ email: 'yte@thu' }, 'Địa chỉ email chưa đúng.'],
    [{ phone: '912345678' }, 'Số điện thoại mất số 0 đầu, dùng: 0912345678'],
    [{ phone: 'chưa có' }, 'Số điện thoại chưa đúng.'],
  ])('says what is wrong with %o, keeps what was typed and stores nothing', async (wrong, said) => {
    const reply = await lan.fill('/don-vi/moi', { ...fine, ...wrong });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(said);
    expect(reply.text).toContain('value="Ngô Thị Cúc"');
    for (const typed of Object.values(wrong))
      if (typed !== 'khong-co') expect(reply.text).toContain(`value="${typed}"`);
    expect(await rows()).toHaveLength(5);
    expect(await actions()).not.toContain('unit.added');
  });

  test('takes the offered code and number with one click each', async () => {
    const typed = { ...fine, code: 'Phòng Y tế', phone: '912345678' };
    const reply = await lan.fill('/don-vi/moi', typed);
    expect(reply.text).toContain('name="code" value="phong-y-te"');
    expect(reply.text).toContain('name="phone" value="0912345678"');
    // A button that is clicked is posted after the input of the same name.
    const clicked = [...Object.entries(typed), ['code', 'phong-y-te']] as [string, string][];
    const half = await lan.post('/don-vi/moi', clicked);
    expect(half.text).not.toContain('name="code" value="phong-y-te">Dùng');
    const whole = [...clicked, ['phone', '0912345678']] as [string, string][];
    expect((await lan.post('/don-vi/moi', whole)).location).toContain('phong-y-te');
  });

  test('shows what was typed as text, never as markup', async () => {
    const name = '<script>alert(1)</script>';
    const { location } = await lan.fill('/don-vi/moi', { ...fine, name });
    for (const path of [location, '/don-vi'])
      expect((await lan.get(path)).text).not.toContain(name);
  });

  test('twice at once with one code adds one unit', async () => {
    await lan.get('/don-vi/moi');
    const replies = await Promise.all([
      lan.post('/don-vi/moi', fine),
      lan.post('/don-vi/moi', fine),
      lan.post('/don-vi/moi', { ...fine, code: 'thanh-tra', name: 'Thanh tra' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 303, 422]);
    expect((await inGroup('I')).slice(0, 2)).toEqual(['phong-noi-vu', 'phong-tu-phap']);
    expect(await rows()).toHaveLength(7);
  });
});

describe('changing a unit', () => {
  test('writes what is different, and says so in the history', async () => {
    const path = '/don-vi/sua/phong-tu-phap';
    const reply = await lan.fill(path, { ...fine, code: 'tu-phap', group: 'III' });
    expect(reply.location).toBe('/don-vi/sua/tu-phap?xong=sua');
    expect(await unit('tu-phap')).toMatchObject({ name: 'Phòng Y tế', search_name: 'phong y te' });
    expect(await inGroup('I')).toEqual(['phong-noi-vu']);
    expect(await inGroup('III')).toEqual(['phuong-quang-trung', 'tu-phap']);
    expect((await actions()).at(-1)).toBe('unit.changed');
    expect((await lan.get(path)).status).toBe(404);
  });

  test('with nothing different leaves no trace', async () => {
    const before = await actions();
    const own = { code: 'phong-tu-phap', name: 'Phòng Tư pháp', group: 'I' };
    expect((await lan.fill('/don-vi/sua/phong-tu-phap', own)).status).toBe(303);
    expect(await actions()).toEqual(before);
  });

  test('refuses the code of another unit, and keeps what was typed', async () => {
    const reply = await lan.fill('/don-vi/sua/phong-tu-phap', { ...fine, code: 'phong-noi-vu' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Mã này đã là của Phòng Nội vụ.');
    expect(reply.text).toContain('value="Phòng Y tế"');
    expect((await unit('phong-tu-phap')).name).toBe('Phòng Tư pháp');
  });

  test('shows who reports for it and what it owes', async () => {
    const { text } = await lan.get('/don-vi/sua/thcs-nguyen-hue');
    expect(text).toContain('Lê Thị Tâm');
    expect(text).toContain('href="/tien-do/cchc-2024/thcs-nguyen-hue"');
    expect(text).toContain('1 tài khoản đăng nhập được bằng mã này.');
  });

  test('after its code was changed, its people sign in with the new one', async () => {
    const to = { ...fine, code: 'nguyen-hue', group: 'II' };
    await lan.fill('/don-vi/sua/thcs-nguyen-hue', to);
    expect((await product.visitor().signIn('nguyen-hue', password)).status).toBe(303);
    expect((await product.visitor().signIn('thcs-nguyen-hue', password)).status).toBe(422);
  });

  test('of no unit is a page that is not there', async () => {
    expect((await lan.get('/don-vi/sua/khong-co')).status).toBe(404);
    expect((await lan.post('/don-vi/sua/khong-co', fine)).status).toBe(404);
  });
});

describe('the order of units', () => {
  test('is changed by one place, and shown so', async () => {
    const reply = await lan.post('/don-vi/sua/mn-binh-han/thu-tu', { direction: 'up' });
    expect(reply.location).toBe('/don-vi#mn-binh-han');
    expect(await inGroup('II')).toEqual(['mn-binh-han', 'thcs-nguyen-hue']);
    expect((await actions()).at(-1)).toBe('unit.moved');
    await lan.post('/don-vi/sua/mn-binh-han/thu-tu', { direction: 'down' });
    expect(await inGroup('II')).toEqual(['thcs-nguyen-hue', 'mn-binh-han']);
  });

  test('stays as it is at the ends and for any other word', async () => {
    const before = await actions();
    for (const direction of ['down', 'left', ''])
      await lan.post('/don-vi/sua/mn-binh-han/thu-tu', { direction });
    expect((await rows()).map(({ code }) => code).indexOf('mn-binh-han')).toBe(3);
    expect(await actions()).toEqual(before);
  });

  test('stays whole when several people change it at once', async () => {
    for (const code of ['a', 'b', 'c'])
      await lan.fill('/don-vi/moi', { ...fine, code, name: `Đơn vị ${code}` });
    const at = (code: string, direction: string) =>
      lan.post(`/don-vi/sua/${code}/thu-tu`, { direction });
    await Promise.all([at('a', 'up'), at('c', 'up'), at('b', 'down'), at('phong-noi-vu', 'down')]);
    expect((await inGroup('I')).sort()).toEqual(['a', 'b', 'c', 'phong-noi-vu', 'phong-tu-phap']);
    // At most one of the moves came when its unit stood at the end already.
    const moves = (await actions()).filter((action) => action === 'unit.moved');
    expect(moves.length).toBeGreaterThanOrEqual(3);
    const own = (await rows()).filter(({ group }) => group === 'I');
    expect(own.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a unit that two officers change at once', () => {
  const path = '/don-vi/sua/phong-y-te';
  /** The form as a browser posts it, with some fields typed anew. */
  const fieldsOn = ({ text }: Reply, typed: Partial<typeof fine>): Record<string, string> => {
    for (const name of Object.keys(fine))
      expect(text).toMatch(new RegExp(`<(input|select) id="${name}" name="${name}"`));
    const seen = [...text.matchAll(/name="(seen\.\w+)" value="([^"]*)"/g)];
    const stored = Object.fromEntries(seen.map(([, name = '', value = '']) => [name, value]));
    const own = Object.fromEntries(
      Object.entries(stored).map(([name, value]) => [name.replace('seen.', ''), value]),
    );
    return { ...stored, ...own, ...typed };
  };

  test('keeps what both changed in different fields', async () => {
    await lan.post('/don-vi/moi', fine);
    const hoa = await signedInAs(product, 'hoa');
    const [lans, hoas] = [await lan.get(path), await hoa.get(path)];
    await hoa.post(path, fieldsOn(hoas, { phone: '0220 3 456 789', group: 'II' }));
    expect((await lan.post(path, fieldsOn(lans, { contactName: 'Đỗ Văn Khoa' }))).status).toBe(303);
    const now = await unit('phong-y-te');
    expect([now.phone, now.contact_name]).toEqual(['02203456789', 'Đỗ Văn Khoa']);
    expect(await inGroup('II')).toContain('phong-y-te');
  });

  test('is shown to the later one where both changed the same, with nothing lost', async () => {
    await lan.post('/don-vi/moi', fine);
    const hoa = await signedInAs(product, 'hoa');
    const [lans, hoas] = [await lan.get(path), await hoa.get(path)];
    await hoa.post(path, fieldsOn(hoas, { phone: '0220 3 456 789', email: '' }));
    const mine = { phone: '0977 000 111', email: 'moi@thu.example', name: 'Phòng Y tế thành phố' };
    const late = await lan.post(path, fieldsOn(lans, mine));
    expect(late.status).toBe(409);
    expect(late.text).toContain('Đỗ Thị Hoa vừa sửa đơn vị này lúc');
    expect(late.text).toContain('email nay để trống; điện thoại nay là &#34;02203456789&#34;');
    for (const text of Object.values(mine)) expect(late.text).toContain(`value="${text}"`);
    expect((await unit('phong-y-te')).phone).toBe('02203456789');
    const again = { ...fieldsOn(late, {}), ...mine, code: fine.code, group: fine.group };
    expect((await lan.post(path, again)).status).toBe(303);
    const now = await unit('phong-y-te');
    expect([now.phone, now.email, now.name]).toEqual([
      '0977000111',
      'moi@thu.example',
      'Phòng Y tế thành phố',
    ]);
  });

  test('is no quarrel when both wrote the same, or a fault was mended in between', async () => {
    await lan.post('/don-vi/moi', fine);
    const hoa = await signedInAs(product, 'hoa');
    const [lans, hoas] = [await lan.get(path), await hoa.get(path)];
    await hoa.post(path, fieldsOn(hoas, { phone: '0220 3 456 789' }));
    const faulty = await lan.post(path, fieldsOn(lans, { phone: '0220 3 456 789', email: 'x' }));
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('name="seen.phone" value="0912345678"');
    expect((await lan.post(path, fieldsOn(lans, { phone: '0220 3 456 789' }))).status).toBe(303);
  });
});
