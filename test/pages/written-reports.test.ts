import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeSigns } from '../../src/papers/check-code.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { type DocumentParts, partsOf, readIn } from '../support/document-parts.ts';
import { type MailingProduct, mailingProduct } from '../support/mailing-product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: MailingProduct;
let city: City;
let tam: Visitor;
let lan: Visitor;

const school = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const atDesk = '/tien-do/cchc-2024/thcs-nguyen-hue';
const letter = {
  proposals: 'Mở thêm đợt thi.',
  signerTitle: 'Hiệu trưởng',
  signerName: 'Vũ Thị Mẫu',
};

beforeAll(async () => {
  product = await mailingProduct();
  city = await aCity(product.context.db);
  tam = await signedInAs(product, 'tam');
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const draftOf = (people: number) => ({
  ...aDraft(city.campaign, { 'vien-chuc': '48' }, aList(people)),
  ...letter,
});

const documentAt = async (visitor: Visitor, path: string): Promise<DocumentParts> => {
  const reply = await visitor.get(path);
  expect(reply.status, path).toBe(200);
  return partsOf(reply.bytes);
};

const read = (parts: DocumentParts) => readIn(parts.part('word/document.xml')).join('\n');
const codeOn = (text: string) => /kiem-tra\/([A-Z0-9]{8})/.exec(text)?.[1] ?? '';

describe('The written report', () => {
  test('of a draft is marked on screen and in its file, and has no code', async () => {
    const fields = { revision: '0', proposals: letter.proposals, 'headcount.vien-chuc': '48' };
    await tam.get(school);
    expect((await tam.post(school, { ...fields, action: 'save', name: 'Lê Văn An' })).status).toBe(
      303,
    );
    const page = await tam.get(`${school}/ban-in`);
    expect(page.text).toContain('BẢN NHÁP');
    expect(page.text).toContain('Mở thêm đợt thi.');
    expect(codeOn(page.text)).toBe('');
    expect((await tam.get(school)).text).toContain(`href="${school}/ban-in?nhap=1"`);
    const file = await tam.get(`${school}/ban-in.docx`);
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename=Bao-cao_thcs-nguyen-hue_cchc-2024_ban-nhap.docx',
    );
    expect(read(partsOf(file.bytes))).toContain('Mở thêm đợt thi.');
  });

  test('of a sent version is the same on screen, in its file, and for the office', async () => {
    await sent(product.context.db, city, 'thcs-nguyen-hue', draftOf(3));
    const page = await tam.get(`${school}/ban-in`);
    const code = codeOn(page.text);
    expect([...code].every((sign) => codeSigns.includes(sign)) && code.length === 8).toBe(true);
    for (const text of ['HIỆU TRƯỞNG', 'Vũ Thị Mẫu', 'Mở thêm đợt thi.', '6,25%', 'Biên nhận số 1'])
      expect(page.text).toContain(text);
    expect(page.text).not.toContain('BẢN NHÁP');
    const own = await documentAt(tam, `${school}/ban-in.docx`);
    const offices = await documentAt(lan, `${atDesk}/ban/1/bao-cao.docx`);
    expect(read(own)).toBe(read(offices));
    expect(own.part('word/footer1.xml')).toContain(`/kiem-tra/${code}`);
    expect(codeOn((await lan.get(`${atDesk}/ban/1/bao-cao`)).text)).toBe(code);
    expect((await tam.get(`${school}/bien-nhan`)).text).toContain(`href="${school}/ban-in"`);
    expect((await tam.get(`${school}/lich-su/1`)).text).toContain(`href="${school}/ban-in?ban=1"`);
    expect((await lan.get(atDesk)).text).toContain(`href="${atDesk}/ban/1/bao-cao.docx"`);
    for (const ban of ['0', '2', 'x', '1e0', '99999999999', ''])
      expect((await tam.get(`${school}/ban-in?ban=${ban}`)).status).toBe(404);
    expect((await lan.get(`${atDesk}/ban/2/bao-cao`)).status).toBe(404);
    const other = await signedInAs(product, 'minh');
    expect((await other.get(`${school}/ban-in`)).status).toBe(404);
    expect((await other.get('/bao-cao/cchc-2024/thcs-nguyen-hue/ban-in.docx')).status).toBe(404);
  });

  test('goes with the electronic file to the office, and with the receipt to the unit', async () => {
    await product.confirmSending(lan);
    const mailbox = city.campaign.mailbox ?? '';
    await lan.post('/dot-bao-cao/cchc-2024/thu/hop-thu', { mailbox });
    for (const to of [mailbox, 'tam@thu.example']) {
      const [mail] = await product.delivered(to);
      const names = mail?.attachments.map(({ filename }) => filename);
      expect(names).toEqual([
        'Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.xlsx',
        'Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.docx',
      ]);
      expect(read(partsOf(mail?.attachments[1]?.content ?? new Uint8Array()))).toContain(
        'Vũ Thị Mẫu',
      );
    }
    const { text } = await lan.get('/thu');
    const [, href = ''] = /href="(\/thu\/[^"?/]{20,})"/.exec(text) ?? [];
    expect((await lan.get(href)).text).toContain(`href="${atDesk}/ban/1/bao-cao.docx"`);
  });

  test('offers who signed last time where nobody is named yet', async () => {
    const { db } = product.context;
    await db
      .updateTable('account_unit')
      .set({ unit_id: await unitId('mn-binh-han') })
      .where('account_id', '=', city.ids.minh)
      .execute();
    const minh = await signedInAs(product, 'minh');
    const kindergarten = '/bao-cao/cchc-2024/mn-binh-han';
    expect((await minh.get(kindergarten)).text).not.toContain('Vũ Thị Mẫu');
    await sent(db, city, 'mn-binh-han', draftOf(2), { person: 'minh' });
    await minh.post(`${kindergarten}/thu-hoi`, {});
    const found = await minh.get(kindergarten);
    expect(found.text).toContain('value="Vũ Thị Mẫu"');
    const cleared = [
      ...fieldsOf(found.text),
      ['signerName', ''],
      ['signerTitle', ''],
      ['action', 'save'],
    ] as [string, string][];
    expect((await minh.post(kindergarten, cleared)).status).toBe(303);
    expect((await minh.get(kindergarten)).text).toContain('value="Vũ Thị Mẫu"');
    const long = [
      ...fieldsOf((await minh.get(kindergarten)).text),
      ['signerName', 'x'.repeat(501)],
      ['action', 'check'],
    ] as [string, string][];
    const refused = await minh.post(kindergarten, long);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="signer-name-fault"');
    expect(refused.text).toContain('x'.repeat(501));
  });
});

const unitId = async (code: string): Promise<string> => {
  const { db } = product.context;
  return (
    await db.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  ).id;
};

/** The fields that decide who saves over whom. */
const fieldsOf = (text: string): [string, string][] => [
  ['revision', /name="revision" value="(\d+)"/.exec(text)?.[1] ?? ''],
  ['headcount.vien-chuc', '48'],
];

describe('A check code', () => {
  test('tells anybody whether a printed report is still the newest, and nothing personal', async () => {
    const { db } = product.context;
    const code = codeOn((await tam.get(`${school}/ban-in`)).text);
    const anybody = product.visitor();
    const typed = await anybody.get(
      `/kiem-tra?ma=${code.slice(0, 4).toLowerCase()}+${code.slice(4)}`,
    );
    expect(typed.location).toBe(`/kiem-tra/${code}`);
    const newest = await anybody.get(`/kiem-tra/${code}`);
    for (const text of [
      'Trường THCS Nguyễn Huệ',
      'là bản gửi mới nhất',
      'Đúng hạn',
      '11/12/2024 08:00',
      'noindex',
    ])
      expect(newest.text).toContain(text);
    for (const text of ['Lê Thị Tâm', 'Vũ Thị Mẫu', 'Nguyễn Văn', '6,25%'])
      expect(newest.text).not.toContain(text);
    await tam.post(`${school}/thu-hoi`, {});
    expect((await anybody.get(`/kiem-tra/${code}`)).text).toContain('là bản gửi mới nhất');
    await sent(db, city, 'thcs-nguyen-hue', draftOf(4), {
      person: 'tam',
      at: '2024-12-12T19:00:00.000Z',
    });
    const replaced = await anybody.get(`/kiem-tra/${code}`);
    expect(replaced.text).toContain('đã được thay bằng bản gửi 2, gửi lúc 13/12/2024 02:00');
    expect((await tam.get(`${school}/ban-in?ban=1`)).text).toContain('đã được thay bằng bản gửi 2');
    const second = codeOn((await tam.get(`${school}/ban-in`)).text);
    expect(second).not.toBe(code);
    expect((await anybody.get(`/kiem-tra/${second}`)).text).toContain('Gửi muộn 2 giờ');
  });

  test('that is none is said to be none, and what was typed stays', async () => {
    const anybody = product.visitor();
    expect((await anybody.get('/kiem-tra')).status).toBe(200);
    const empty = await anybody.get('/kiem-tra?ma=');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Chưa nhập mã.');
    const unfit = await anybody.get('/kiem-tra?ma=%3Cb%3EABC');
    expect(unfit.status).toBe(422);
    expect(unfit.text).toContain('value="&lt;b&gt;ABC"');
    const unknown = await anybody.get('/kiem-tra/22222222');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('Không có báo cáo nào mang mã này');
  });

  test('is given to a version of before when it is first printed, and never changes', async () => {
    const { db } = product.context;
    const { id } = await db
      .selectFrom('report')
      .select('id')
      .where('unit_id', '=', await unitId('mn-binh-han'))
      .executeTakeFirstOrThrow();
    await db.deleteFrom('check_code').where('report_id', '=', id).execute();
    const at = '/tien-do/cchc-2024/mn-binh-han/ban/1/bao-cao';
    const [first, second] = await Promise.all([lan.get(at), lan.get(at)]);
    expect(codeOn(first.text)).toHaveLength(8);
    expect(codeOn(second.text)).toBe(codeOn(first.text));
    expect((await documentAt(lan, `${at}.docx`)).part('word/footer1.xml')).toContain(
      codeOn(first.text),
    );
  });

  test('can not be found by trying', async () => {
    const code = codeOn((await tam.get(`${school}/ban-in`)).text);
    const { status } = await walkThrough(product.visitor());
    expect(status).toBe(429);
    expect((await product.visitor().get(`/kiem-tra/${code}`)).status).toBe(429);
    product.clock.set('2024-12-11T01:16:00.000Z');
    expect((await product.visitor().get(`/kiem-tra/${code}`)).status).toBe(200);
  });
});

const walkThrough = async (visitor: Visitor) => {
  let reply = await visitor.get('/kiem-tra/BBBBBBBB');
  for (let tries = 0; tries < 70 && reply.status !== 429; tries++)
    reply = await visitor.get('/kiem-tra/BBBBBBBB');
  return reply;
};

test("the city's report comes as a file, and who took it is on record", async () => {
  const { db } = product.context;
  await lan.get('/tien-do/cchc-2024');
  const reply = await lan.post('/tien-do/cchc-2024/bao-cao', {});
  expect(reply.headers.get('content-disposition')).toMatch(
    /filename=Bao-cao-tong-hop_cchc-2024_\d{8}-\d{4}[.]docx/,
  );
  const text = read(partsOf(reply.bytes));
  expect(text).toContain('2/5 đơn vị thuộc diện báo cáo đã gửi báo cáo.');
  expect(text).toContain('Kính gửi: Ban Tổ chức cuộc thi');
  const last = await db
    .selectFrom('history')
    .select(['action', 'account_id'])
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  expect(last).toEqual({ action: 'city-report.exported', account_id: city.ids.lan });
});
