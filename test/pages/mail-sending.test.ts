import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type MailPeer, startMailPeer } from '../support/smtp-peer.ts';
import type { Visitor } from '../support/visitor.ts';

const from = 'Phòng Nội vụ <noi-vu@thu.example>';
const refused = '550 5.1.1 <b>no such user</b>';

let peer: MailPeer;
let product: Product;
let city: City;
let lan: Visitor;
let hoa: Visitor;

beforeAll(async () => {
  peer = await startMailPeer();
  product = await startProduct({ mail: { smtpUrl: peer.url, from, perMinute: 600 } });
  // Without a receiving mailbox there are no files, whose making would take most of the time.
  city = await aCity(product.context.db, { mailbox: null });
  await sends('thcs-nguyen-hue', 'tam');
  [lan, hoa] = [product.visitor(), product.visitor()];
  await lan.signIn(people.lan.email, password);
  await hoa.signIn(people.hoa.email, password);
  await hoa.get('/thu');
});
afterAll(async () => {
  await product.close();
  await peer.close();
});

const sends = (unit: string, person: 'tam' | 'minh') => {
  const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
  return sent(product.context.db, city, unit, draft, { person });
};
const arrived = async () => {
  await product.context.post.deliverNow();
  return peer.mails.map(({ to }) => to);
};
const tested = async (address: string) => {
  const { location } = await lan.fill('/thu', { address }, '/thu/gui-thu-thu');
  return (await lan.get(location.replace(/#.*/, ''))).text;
};
const confirmations = () =>
  product.context.db
    .selectFrom('history')
    .select('account_id as by')
    .where('action', '=', 'mail.settings-confirmed')
    .execute();

test('before it is confirmed the office sees how mails would be sent, and none leaves', async () => {
  const { text } = await lan.get('/thu');
  for (const part of [
    'Chờ xác nhận',
    `127.0.0.1:${peer.port}`,
    'Phòng Nội vụ &lt;noi-vu@thu.example&gt;',
    'nhiều nhất 600 thư một phút',
    product.address,
    '1 thư đang chờ, không thư nào mất',
    '1 thư đang chờ sẽ được gửi ngay.',
  ])
    expect(text).toContain(part);
  expect((await lan.get('/tien-do/cchc-2024')).text).toContain('chưa được xác nhận');
  expect((await lan.get('/bat-dau')).text).toContain('đang chờ phòng xác nhận');
  expect(await arrived()).toEqual([]);
});

test('a trial mail goes at once and its result is told in words', async () => {
  expect(await tested('hoa@thu.example')).toContain(
    'Máy chủ thư đã nhận thư thử gửi đến hoa@thu.example',
  );
  expect(peer.mails.map(({ to }) => to)).toEqual(['hoa@thu.example']);
  peer.behave({ onRecipient: refused });
  expect(await tested('ai@thu.example')).toContain(
    'không gửi được. Máy chủ thư trả lời: 550 5.1.1 &lt;b&gt;no such user',
  );
  peer.behave({ onRecipient: '451 4.7.1 come back later' });
  expect(await tested('ai@thu.example')).toContain('chưa gửi được, sẽ tự thử lại');
  peer.behave({});
  const wrong = await lan.post('/thu/gui-thu-thu', { address: 'sai dia chi' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('value="sai dia chi"');
  for (let more = 0; more < 3; more++) await tested('hoa@thu.example');
  const many = await lan.post('/thu/gui-thu-thu', { address: 'hoa@thu.example' });
  expect(many.status).toBe(429);
  expect(many.text).toContain('Đã gửi nhiều thư thử liền nhau');
});

test('confirmed, mails leave; the settings that were seen must be those in use', async () => {
  const other = await lan.fill('/thu', { identity: 'another server' }, '/thu/xac-nhan');
  expect(other.status).toBe(409);
  expect(other.text).toContain('Cài đặt gửi thư vừa thay đổi');
  const identity = product.context.post.sender?.identity ?? '';
  for (const officer of [lan, hoa])
    expect((await officer.post('/thu/xac-nhan', { identity })).location).toBe(
      '/thu?xong=da-xac-nhan',
    );
  expect(await confirmations()).toEqual([{ by: city.ids.lan }]);
  expect(await arrived()).toContain(people.tam.email);
  const { text } = await lan.get('/thu');
  expect(text).toContain('Trần Thị Lan xác nhận lúc 11/12/2024 08:00');
  expect(text).not.toContain('Xác nhận và bắt đầu gửi thư');
  expect((await lan.get('/bat-dau')).text).toContain('Phụ lục đang gửi thư.');
});

test('other settings than the confirmed ones are confirmed again', async () => {
  const { db } = product.context;
  const { confirmed_as: own } = await db
    .selectFrom('mail_setting')
    .select('confirmed_as')
    .executeTakeFirstOrThrow();
  await db.updateTable('mail_setting').set({ confirmed_as: 'an older server' }).execute();
  const { text } = await lan.get('/thu');
  expect(text).toContain('đã đổi sau lần xác nhận của Trần Thị Lan');
  expect(text).toContain('Xác nhận và bắt đầu gửi thư');
  await db.updateTable('mail_setting').set({ confirmed_as: own }).execute();
});

test('a mail that the server refused is sent again once, however often it is asked for', async () => {
  peer.behave({ onRecipient: (to) => (to === people.minh.email ? refused : undefined) });
  await sends('phuong-quang-trung', 'minh');
  expect(await arrived()).not.toContain(people.minh.email);
  const list = await lan.get('/thu?trang-thai=khong-gui-duoc&loai=receipt');
  expect(list.text).toContain('550 5.1.1 &lt;b&gt;no such user&lt;/b&gt;');
  peer.behave({});
  const again = /action="(\/thu\/[^"]+\/gui-lai)"/.exec(list.text)?.[1] ?? '';
  for (const officer of [lan, hoa]) expect((await officer.post(again)).status).toBe(303);
  const to = (await arrived()).filter((address) => address === people.minh.email);
  expect(to).toHaveLength(1);
  expect((await lan.get('/thu?q=minh@')).text).toContain('@thu.example&gt;</p>');
});

test('a server that takes no mail at all is told on the page in its own words', async () => {
  peer.behave({ onSender: '550 5.7.1 sender is blocked' });
  await hoa.post('/thu/gui-thu-thu', { address: 'hoa@thu.example' });
  const { text } = await lan.get('/thu');
  expect(text).toContain('Đang trục trặc');
  expect(text).toContain('550 5.7.1 sender is blocked');
  expect(text).toContain('Thư nằm chờ, không mất');
});
