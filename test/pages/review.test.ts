import { afterEach, beforeEach, expect, test } from 'vitest';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign, campaignById } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const board = '/tien-do/cchc-2024';
const school = `${board}/thcs-nguyen-hue`;
const ward = `${board}/phuong-quang-trung`;
const form = '/bao-cao/cchc-2024/thcs-nguyen-hue';

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

const people = aList(60);
const nameOf = (row: number): string => people[row - 1]?.name ?? '';
const listFrom = (start: number, count = 3) => people.slice(start, start + count);
const send = (unit: string, list = listFrom(0)) =>
  sent(product.context.db, city, unit, aDraft(city.campaign, { 'vien-chuc': '48' }, list));

/** What a decision about a report as it stands on its page is posted with. */
const seen = (version = 1, state = 'submitted') => ({ lastVersion: `${version}`, state });

/** Names in a table of people, from top to bottom, with the numbers of their rows. */
const rowsOn = (text: string): string[] =>
  [...text.matchAll(/<td class="number">(\d+)<\/td>\s*<th scope="row">([^<]+)</g)].map(
    ([, number, name]) => `${number} ${name}`,
  );

/** The visible words of a page, in one line. */
const wordsOf = (text: string): string =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#34;', '"')
    .replace(/\s+/g, ' ');

test('The office goes from one waiting report to the next, and ends at the board', async () => {
  await send('thcs-nguyen-hue');
  await send('phuong-quang-trung', listFrom(10));
  await send('mn-binh-han', listFrom(20));
  expect((await lan.get(`${board}/cho-xem`)).location).toBe(school);
  const first = await lan.get(school);
  expect(wordsOf(first.text)).toContain('Còn 2 báo cáo chờ xem ngoài báo cáo này');
  expect(first.text).toContain(`href="${board}/mn-binh-han"`);
  // Skipped: the turn goes on from where the officer is, and comes back to it.
  const after = (await lan.fill(`${board}/mn-binh-han`, seen(), `${board}/mn-binh-han/tiep-nhan`))
    .location;
  expect(after).toBe(`${ward}?nhan=mn-binh-han`);
  const said = wordsOf((await lan.get(after)).text);
  expect(said).toContain('Đã tiếp nhận báo cáo của Trường Mầm non Bình Hàn. Xem lại báo cáo đó');
  const returned = await lan.post(`${ward}/tra-lai`, { ...seen(), reasons: 'thieu-nguoi' });
  expect(returned.location).toBe(`${school}?tra=phuong-quang-trung`);
  const last = await lan.post(`${school}/tiep-nhan`, seen());
  expect(last.location).toBe(`${board}?nhan=thcs-nguyen-hue&het=1`);
  expect(wordsOf((await lan.get(last.location)).text)).toContain(
    'Không còn báo cáo nào chờ xem. Hôm nay anh/chị đã tiếp nhận 2, trả lại 1 báo cáo.',
  );
  // The second click on the same button is the same decision; old words in an address say nothing.
  expect((await lan.post(`${school}/tiep-nhan`, seen())).location).toBe(last.location);
  expect((await lan.get(`${board}/cho-xem`)).location).toBe(`${board}?het=1`);
  for (const untrue of ['phuong-quang-trung', 'khong-co', ''])
    expect((await lan.get(`${ward}?nhan=${untrue}`)).text).not.toContain('Đã tiếp nhận báo');
});

test('The list is searched and sorted by given name without losing the rows’ numbers', async () => {
  const list = [
    { ...people[0], name: 'Trần Thị Bình', note: 'Mới chuyển về' },
    { ...people[0], name: 'Lê Văn Ân' },
    { ...people[0], name: 'Vũ Thị An' },
  ] as typeof people;
  await send('thcs-nguyen-hue', list);
  expect(rowsOn((await lan.get(school)).text)).toEqual([
    '1 Trần Thị Bình',
    '2 Lê Văn Ân',
    '3 Vũ Thị An',
  ]);
  expect(rowsOn((await lan.get(`${school}?sap=ten`)).text)).toEqual([
    '3 Vũ Thị An',
    '2 Lê Văn Ân',
    '1 Trần Thị Bình',
  ]);
  const found = await lan.get(`${school}?tim=thi&sap=ten`);
  expect(rowsOn(found.text)).toEqual(['3 Vũ Thị An', '1 Trần Thị Bình']);
  expect(found.text).toContain('2 trong 3 người');
  expect((await lan.get(`${school}?tim=moi+chuyen`)).text).toContain('1 trong 3 người');
  expect((await lan.get(`${school}?tim=khong+co`)).text).toContain('Không có dòng nào khớp');
});

test('What changed since the campaign before is told in a few words, and in full', async () => {
  await send('thcs-nguyen-hue');
  const { db } = product.context;
  const id = await inTransaction(db, async (tx) => {
    const doer = { accountId: null, address: 'test', at: morning };
    const last = { code: 'cchc-2025', copiedFromId: city.campaign.id };
    const campaignId = await addCampaign(tx, { ...dispatchOfHaiDuong, ...last }, doer);
    await owe(tx, campaignId, morning);
    return campaignId;
  });
  const campaign = await campaignById(db, id);
  if (!campaign) throw new Error('the campaign was not added');
  const draft = aDraft(campaign, { 'vien-chuc': '51' }, listFrom(1));
  await sent(db, { ...city, campaign }, 'thcs-nguyen-hue', draft);
  const { text } = await lan.get('/tien-do/cchc-2025/thcs-nguyen-hue');
  const words = wordsOf(text);
  expect(words).toContain(
    'So với đợt trước: tổng số từ 48 thành 51; dự thi vẫn 3; thêm 1 người; bớt 1 người',
  );
  expect(words).toContain(`Thêm vào danh sách (1 người) ${nameOf(4)} –`);
  expect(words).toContain(`Bỏ khỏi danh sách (1 người) ${nameOf(1)} –`);
  expect((await lan.get(school)).text).not.toContain('So với đợt trước');
});

test('A return says what is wrong row by row; the clerk sees it there until the report is sent again', async () => {
  await send('thcs-nguyen-hue');
  const post = (fields: Record<string, string>) =>
    lan.fill(school, { ...seen(), ...fields }, `${school}/tra-lai`);
  // The button for remarks decides nothing and keeps what was ticked and typed, also while searching.
  const rows = await post({ action: 'rows', reasons: 'moc', reason: 'Gửi lại trước 16 giờ' });
  expect(rows.status).toBe(200);
  expect(rows.text).toContain('value="moc" checked');
  expect(rows.text).toContain('>Gửi lại trước 16 giờ</textarea>');
  expect(rows.text).toContain('name="remark.3"');
  const searching = await post({ action: 'rows', tim: nameOf(1), 'remark.3': 'Sai "chức" vụ' });
  expect(searching.text).toMatch(/type="hidden" name="remark.3" value="Sai &#34;chức&#34; vụ"/);
  // Nothing is lost by a refusal.
  const remarks = { 'remark.1': 'Nghỉ hưu từ tháng 9', 'remark.3': 'Thiếu ngày sinh' };
  for (const [refused, sentence] of [
    [await post({ ...remarks, rows: '1' }), 'Chưa ghi lý do'],
    [await post({ ...remarks, rows: '1', reasons: 'khac' }), 'Đã chọn "Khác"'],
    [await post({ ...remarks, reasons: 'moc', 'remark.2': 'x'.repeat(201) }), 'Dòng 2: ý kiến dài'],
  ] as const) {
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain(sentence);
    expect(refused.text).toContain('value="Thiếu ngày sinh"');
  }
  const done = await post({ ...remarks, reasons: 'moc', reason: 'Gửi lại trước 16 giờ' });
  expect(done.status).toBe(303);

  const tam = await signedInAs(product, 'tam');
  const back = await tam.get(form);
  expect(back.text).toMatch(/Sai mốc thời gian\.\s+Gửi lại trước 16 giờ/);
  expect(back.text).toContain('<a href="#row-3-name">Dòng 3</a>: Thiếu ngày sinh');
  expect(back.text).toMatch(
    /<p class="remark" id="row-1-remark"><strong>Phòng Nội vụ:<\/strong> Nghỉ hưu từ tháng 9<\/p>/,
  );
  expect(back.text).toMatch(/id="row-1-name"[^>]* aria-describedby="row-1-remark"/);
  // The clerk takes the first person out: the other remark goes along with its row.
  const fields = (list: typeof people) => [
    ['revision', /name="revision" value="(\d+)"/.exec(back.text)?.[1] ?? ''] as const,
    ['headcount.vien-chuc', '48'] as const,
    ['headcount.can-bo', '0'] as const,
    ['headcount.cong-chuc', '0'] as const,
    ...list.flatMap(
      ({ name, title, category }) =>
        [
          ['name', name],
          ['title', title],
          ['category', category],
          ['note', ''],
        ] as const,
    ),
  ];
  await tam.post(form, fields(listFrom(1, 2)));
  const mended = await tam.get(form);
  expect(mended.text).toContain('<a href="#row-2-name">Dòng 2</a>: Thiếu ngày sinh');
  expect(mended.text).toContain(`Dòng 1 (${nameOf(1)}): Nghỉ hưu từ tháng 9`);

  // Sent again and taken back once more: the remarks are in the past alone.
  const revision = /name="revision" value="(\d+)"/.exec(mended.text)?.[1] ?? '';
  expect((await tam.post(`${form}/gui`, { revision })).location).toContain('/bien-nhan');
  await tam.post(`${form}/thu-hoi`);
  expect((await tam.get(form)).text).not.toContain('Thiếu ngày sinh');
  for (const past of [await tam.get(`${form}/lich-su`), await lan.get(school)])
    expect(past.text).toContain(`<li>Dòng 3 (${nameOf(3)}): Thiếu ngày sinh</li>`);
});

test('Who comes second is told who did what, and what was written stays', async () => {
  await send('thcs-nguyen-hue');
  const hoa = await signedInAs(product, 'hoa');
  await hoa.fill(school, seen(), `${school}/tiep-nhan`);
  const slower = await lan.fill(
    school,
    { ...seen(), reasons: 'trung', reason: 'Cô Bình ở hai nơi' },
    `${school}/tra-lai`,
  );
  expect(slower.status).toBe(409);
  const told = wordsOf(slower.text);
  expect(told).toContain('Báo cáo vừa có thay đổi khác');
  expect(told).toContain('Đỗ Thị Hoa đã tiếp nhận báo cáo lúc 11/12/2024 08:00.');
  expect(slower.text).toContain('>Cô Bình ở hai nơi</textarea>');
  expect(slower.text).toContain('value="trung" checked');
});

test('A version that arrives while an officer writes is shown, with the remarks beside the same people', async () => {
  await send('thcs-nguyen-hue');
  const tam = await signedInAs(product, 'tam');
  await lan.get(school);
  const reply = async () =>
    lan.post(`${school}/tra-lai`, {
      ...seen(),
      reason: 'Xem từng dòng',
      'remark.1': 'Đã chuyển đi',
      'remark.3': 'Sai chức vụ',
    });
  await tam.get(form);
  await tam.post(`${form}/thu-hoi`);
  // Taken back and not sent again yet: nothing to return, but the words are there to be copied.
  const early = await reply();
  expect(early.status).toBe(409);
  expect(wordsOf(early.text)).toContain('Lê Thị Tâm đã thu hồi báo cáo để sửa lúc');
  expect(wordsOf(early.text)).toContain('Lý do anh/chị vừa ghi: Xem từng dòng');
  await send('thcs-nguyen-hue', [people[2], people[1]] as typeof people);
  const late = await reply();
  expect(late.status).toBe(409);
  expect(wordsOf(late.text)).toContain('Lê Thị Tâm đã gửi bản gửi 2 lúc');
  expect(late.text).toContain('name="lastVersion" value="2"');
  expect(late.text).toContain('>Xem từng dòng</textarea>');
  expect(late.text).toMatch(/name="remark.1"[^>]*value="Sai chức vụ"/);
  expect(wordsOf(late.text)).toContain(`Dòng 1 (${nameOf(1)}): Đã chuyển đi`);
});

test('Reports without warnings are accepted together, exactly those that were shown', async () => {
  const page = `${board}/tiep-nhan`;
  expect((await lan.get(page)).text).toContain('Không còn báo cáo nào chờ xem.');
  await send('thcs-nguyen-hue');
  await send('phuong-quang-trung', listFrom(10));
  await send('phong-noi-vu', listFrom(20));
  await send('phong-tu-phap', listFrom(22));
  await sent(
    product.context.db,
    city,
    'mn-binh-han',
    aDraft(city.campaign, { 'vien-chuc': '9' }, listFrom(30)),
    { person: 'tam', at: '2024-12-12T19:00:00.000Z' },
  );
  const shown = await lan.get(page);
  const words = wordsOf(shown.text);
  expect(words).toContain('Sẽ tiếp nhận 3 báo cáo');
  expect(words).toMatch(/Trường Mầm non Bình Hàn 13\/12\/2024 02:00 Gửi muộn/);
  expect(words).toMatch(/Phòng Nội vụ Có người trùng tên với đơn vị khác/);
  const reports = [...shown.text.matchAll(/name="report" value="([^"]+)"/g)].map(
    ([, value = '']) => ['report', value] as const,
  );
  expect(reports).toHaveLength(3);
  await product.context.db.deleteFrom('sign_in_attempt').execute();
  const tam = await signedInAs(product, 'tam');
  await tam.get(form);
  await tam.post(`${form}/thu-hoi`);
  const done = await lan.post(page, reports);
  expect(done.location).toBe(`${board}/phong-noi-vu?da-nhan=2&bo=thcs-nguyen-hue`);
  expect(wordsOf((await lan.get(done.location)).text)).toContain(
    'Đã tiếp nhận 2 báo cáo không có cảnh báo. 1 báo cáo vừa có thay đổi nên không được tiếp nhận, cần xem lại: Trường THCS Nguyễn Huệ',
  );
  expect((await lan.get(page)).text).toContain('Không có báo cáo nào tiếp nhận chung được');
});
