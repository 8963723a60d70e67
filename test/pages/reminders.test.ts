import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { remindOnTime } from '../../src/commands/on-time.ts';
import { planOf } from '../../src/reminders/plan-store.ts';
import { extend } from '../../src/reports/extend.ts';
import { reportFound } from '../../src/reports/store.ts';
import { campaignPairs } from '../support/campaign-fields.ts';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const plan = '/dot-bao-cao/cchc-2024/nhac';
const ask = '/tien-do/cchc-2024/nhac';
const smtp = {
  smtpUrl: 'smtp://127.0.0.1:9',
  from: 'Phòng Nội vụ <nv@thu.example>',
  perMinute: 60,
};

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct({ mail: smtp });
  city = await aCity(product.context.db);
  lan = product.visitor();
  await lan.signIn(people.lan.email, password);
});
afterEach(() => product.close());

const doer = (at = morning) => ({ accountId: city.ids.lan, address: 'test', at });
const mails = () =>
  product.context.db
    .selectFrom('mail')
    .selectAll()
    .where('kind', '=', 'reminder')
    .orderBy('recipient')
    .execute();
const actions = async () => {
  const rows = await product.context.db.selectFrom('history').select('action').execute();
  return rows.map(({ action }) => action).filter((action) => action.startsWith('reminder.'));
};
const step = (days: string, side: string, hour: string): [string, string][] => [
  ['days', days],
  ['side', side],
  ['hour', hour],
];
/** The values that stand in the fields of this name. */
const valuesOf = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );

describe('the plan of a campaign', () => {
  test('is shown with its moments, changed row by row without a script, tried out, stored, or refused in words', async () => {
    const first = await lan.get(plan);
    expect(valuesOf(first.text, 'days')).toEqual(['3', '1', '0', '1']);
    expect(first.text).toContain('08 giờ 00, thứ Hai 09/12/2024');
    expect(first.text).toContain('Hạn chung: 24 giờ 00, thứ Năm 12/12/2024');
    const all = [...step('3', 'before', '08:00'), ...step('1', 'after', '9h')];
    const more = await lan.post(plan, [['on', '1'], ...all, ['row', 'step-more']]);
    expect(valuesOf(more.text, 'days')).toEqual(['3', '1', '']);
    const less = await lan.post(plan, [['on', '1'], ...all, ['row', 'step-remove.1']]);
    expect(valuesOf(less.text, 'hour')).toEqual(['9h']);
    const trial = await lan.post(plan, [['on', '1'], ...all, ['row', 'preview']]);
    expect(trial.text).toContain('Lịch thử (chưa lưu)');
    expect(trial.text).toContain('09 giờ 00, thứ Sáu 13/12/2024');
    expect((await planOf(product.context.db, city.campaign.id)).steps).toHaveLength(4);
    expect(await actions()).toEqual([]);

    const reply = await lan.post(plan, all);
    expect(reply.location).toBe(`${plan}?xong=da-luu`);
    expect(await planOf(product.context.db, city.campaign.id)).toEqual({
      isOn: false,
      steps: [
        { daysBefore: 3, hour: '08:00' },
        { daysBefore: -1, hour: '09:00' },
      ],
      changedAt: morning,
    });
    expect((await lan.get(reply.location)).text).toContain('Đã lưu lịch nhắc.');
    await lan.post(plan, all);
    expect(await actions()).toEqual(['reminder.plan-changed']);

    const wrong = [...step('ba', 'before', '25h'), ...step('40', 'after', '8:00')];
    const refused = await lan.post(plan, wrong);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Lần nhắc 1: &#34;ba&#34; không phải số ngày.');
    expect(refused.text).toContain('giờ &#34;25h&#34; không dùng được');
    expect(refused.text).toContain('sau hạn tối đa 30 ngày');
    expect(valuesOf(refused.text, 'days')).toEqual(['ba', '40']);
    expect((await lan.post(plan, [['on', '1']])).text).toContain('Chưa có lần nhắc nào.');
    const twice = [...step('1', 'before', '8:00'), ...step('1', 'before', '08:00')];
    expect((await lan.post(plan, twice)).text).toContain('trùng với lần nhắc 1');
  });

  test('shows the moments of extended units and whom to phone, and goes with a copy of the campaign', async () => {
    const { db } = product.context;
    const extension = { until: '2024-12-18T10:00:00.000Z', reason: 'Mất điện' };
    await extend(db, await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue'), extension, doer());
    const contact = { contact_name: 'Cô Hạnh', phone: '02203838383' };
    await db.updateTable('unit').set(contact).where('code', '=', 'mn-binh-han').execute();
    const { text } = await lan.get(plan);
    expect(text).toContain('Đơn vị được gia hạn: 17 giờ 00, thứ Tư 18/12/2024');
    expect(text).toContain('dời từ 08 giờ 00, Chủ nhật 15/12/2024');
    expect(text).toContain('<strong>5</strong> đơn vị chưa gửi lần nào');
    expect(text).toContain('3 đơn vị chưa có địa chỉ thư, cần gọi điện');
    expect(text).toMatch(
      /Trường Mầm non Bình Hàn<\/a><br><span class="hint">Cô Hạnh · <a href="tel:02203838383">/,
    );

    await lan.post(plan, [['on', '1'], ...step('5', 'before', '10:00')]);
    await lan.get('/dot-bao-cao/moi?tu=cchc-2024');
    const copy = await lan.post('/dot-bao-cao/moi', [
      ...campaignPairs(),
      ['from', 'cchc-2024'],
      ['unit', 'mn-binh-han'],
    ]);
    expect(copy.status).toBe(303);
    const copied = (await lan.get('/dot-bao-cao/cchc-2025/nhac')).text;
    expect(valuesOf(copied, 'hour')).toEqual(['10:00']);
  });
});

test('quiet hours, days off and the digest are kept for all campaigns, or refused in words', async () => {
  const path = '/lich-nhac';
  expect(valuesOf((await lan.get(path)).text, 'quiet-from')).toEqual([]);
  const typed = {
    'quiet-from': '21h',
    'quiet-until': '6:30',
    'days-off': '1/1/2025 Tết Dương lịch',
  };
  expect((await lan.post(path, typed)).location).toBe(`${path}?xong=da-luu-ngay-nghi`);
  const { text } = await lan.get(path);
  expect(text).toContain('01/01/2025 Tết Dương lịch</textarea>');
  expect(text).toMatch(/id="quiet-from"[^>]*value="21:00"/);
  expect(text).not.toMatch(/id="(weekends-off|digest)"[^>]*checked/);
  expect(await actions()).toEqual(['reminder.calendar-changed']);
  const days = '31/02/2025\n1/1/2025\n01/01/2025 lần nữa';
  const wrong = await lan.post(path, { ...typed, 'quiet-until': 'sáng', 'days-off': days });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Giờ &#34;sáng&#34; không có thật.');
  expect(wrong.text).toContain('Dòng 1: &#34;31/02/2025&#34; không phải một ngày có thật.');
  expect(wrong.text).toContain('Dòng 3: ngày 01/01/2025 đã có ở trên.');
  expect(wrong.text).toContain('01/01/2025 lần nữa</textarea>');
  const long = await lan.post(path, { ...typed, 'quiet-from': '7:00', 'quiet-until': '6:30' });
  expect(long.text).toContain('chiếm gần hết ngày');
});

describe("an officer's own reminder", () => {
  const codes = ['thcs-nguyen-hue', 'phuong-quang-trung', 'mn-binh-han'];
  const chosen = (more: [string, string][] = []): [string, string][] => [
    ...codes.map((code): [string, string] => ['unit', code]),
    ...more,
  ];

  test('is chosen, looked at, sent once, and stands on the page of the unit', async () => {
    const board = await lan.get('/tien-do/cchc-2024');
    expect(board.text).toContain(`href="${ask}"`);
    const list = await lan.get(`${ask}?nhom=II`);
    expect(valuesOf(list.text, 'key')).toEqual([]);
    expect(list.text.match(/name="unit"/g)).toHaveLength(2);
    const none = await lan.post(`${ask}?nhom=II`, chosen([['ticks', 'none']]));
    expect(none.text).toContain('0/2 đơn vị được chọn');
    const empty = await lan.post(ask, { words: 'Gấp' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Chưa chọn đơn vị nào còn phải gửi.');
    expect(empty.text).toContain('>Gấp</textarea>');

    const preview = await lan.post(ask, chosen([['words', 'Xin gửi trước 15 giờ.']]));
    expect(preview.text).toContain('Gửi thư nhắc cho 2 đơn vị');
    expect(preview.text).toContain('Còn 1 ngày đến hạn');
    expect(preview.text).toContain('Xin gửi trước 15 giờ.');
    expect(preview.text).toContain('minh@thu.example');
    expect(preview.text).toContain('1 đơn vị chưa có địa chỉ thư, cần gọi điện');
    expect(preview.text).toContain('3. UBND phường Quang Trung');
    expect(await mails()).toEqual([]);

    const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
    await sent(product.context.db, city, 'thcs-nguyen-hue', draft);
    const [key = ''] = valuesOf(preview.text, 'key');
    const send = () =>
      lan.post(
        `${ask}/gui`,
        chosen([
          ['key', key],
          ['words', 'Xin gửi trước 15 giờ.'],
        ]),
      );
    const first = await send();
    expect(first.status).toBe(303);
    const said = (await lan.get(first.location)).text;
    expect(said).toContain('Đã đưa 1 thư nhắc của 1 đơn vị vào hàng chờ gửi.');
    expect(said).toContain('Không nhắc Trường THCS Nguyễn Huệ: vừa gửi báo cáo');
    expect(said).toContain('1 đơn vị chưa có địa chỉ thư');
    expect(said).toContain('nhắc gần nhất 11/12/2024 08:00');
    expect((await lan.get((await send()).location)).text).toContain('không gửi thêm');
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['minh@thu.example']);
    expect(await actions()).toEqual(['reminder.asked']);
    const unit = (await lan.get('/tien-do/cchc-2024/phuong-quang-trung')).text;
    expect(unit).toMatch(
      /Thư nhắc<span[^>]*> lúc 11\/12\/2024 08:00 đến minh@thu\.example<\/span><\/a> – Trần Thị Lan/,
    );
    expect((await lan.post(`${ask}/gui`, chosen([['key', 'x']]))).status).toBe(422);
  });
});

test('reminders of the plan wait until sending is ready, then the latest goes out', async () => {
  const { context, clock } = product;
  expect((await lan.get(plan)).text).toContain('Phần gửi thư chưa được xác nhận');
  await remindOnTime(context);
  expect(await mails()).toEqual([]);
  clock.set('2024-12-12T03:00:00.000Z');
  const confirmed_as = context.post.sender?.identity ?? '';
  const by = { confirmed_at: morning, confirmed_by: city.ids.lan };
  await context.db
    .insertInto('mail_setting')
    .values({ id: 1, confirmed_as, ...by })
    .execute();
  await remindOnTime(context);
  await remindOnTime(context);
  expect(
    (await mails()).map(({ recipient, subject }) => [recipient, subject.slice(0, 19)]),
  ).toEqual([
    ['minh@thu.example', 'Hôm nay là hạn cuối'],
    ['tam@thu.example', 'Hôm nay là hạn cuối'],
  ]);
  const digests = context.db.selectFrom('mail').select('id').where('kind', '=', 'digest');
  expect(await digests.execute()).toHaveLength(3);
});
