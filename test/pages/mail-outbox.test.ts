import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueLink, tokenHash } from '../../src/accounts/invitation.ts';
import { inTransaction } from '../../src/db/open.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { linkSpot, type NewMail } from '../../src/mail/mail.ts';
import { addMails } from '../../src/mail/store.ts';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let city: City;
let lan: Visitor;
let hoa: Visitor;

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  city = await aCity(db);
  const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3));
  await sent(db, city, 'thcs-nguyen-hue', draft);
  await sent(db, city, 'phuong-quang-trung', draft, { person: 'minh' });
  lan = product.visitor();
  await lan.signIn(people.lan.email, password);
  hoa = product.visitor();
  await hoa.signIn(people.hoa.email, password);
});
afterAll(() => product.close());

const mails = () => product.context.db.selectFrom('mail').selectAll().orderBy('id').execute();
const mailOf = async (kind: string, recipient: string) => {
  const found = (await mails()).find((one) => one.kind === kind && one.recipient === recipient);
  if (!found) throw new Error(`no ${kind} to ${recipient}`);
  return found;
};
/** What a sender would have left behind. */
const mark = (id: string, row: object) =>
  product.context.db.updateTable('mail').set(row).where('id', '=', id).execute();
const failed = (error: string) => ({
  state: 'failed' as const,
  attempts: 8,
  attempted_at: morning,
  error,
});
const history = async (action: string) =>
  product.context.db
    .selectFrom('history')
    .select(['account_id as by', 'subject', 'details'])
    .where('action', '=', action)
    .orderBy('seq')
    .execute();
const listed = (text: string): string[] =>
  [...text.matchAll(/<span class="mail-address">([^<]+)</g)].map(([, address = '']) => address);

const aMail = (changes: Partial<NewMail>): NewMail => ({
  occasion: `occasion of ${changes.to?.address ?? 'nobody'}`,
  kind: 'reminder',
  to: { address: people.tam.email, name: people.tam.name, accountId: city.ids.tam },
  replyTo: null,
  campaignId: city.campaign.id,
  unitId: null,
  subject: 'Nhắc',
  body: 'Kính gửi',
  path: '',
  createdBy: null,
  ...changes,
});
const added = (...all: NewMail[]) =>
  inTransaction(product.context.db, (tx) => addMails(tx, all, morning));

test('without settings the office reads what is missing, and that mails wait', async () => {
  const { text } = await lan.get('/thu');
  for (const part of [
    'cần đặt SMTP_URL, MAIL_FROM, BASE_URL',
    '4 thư đang chờ, không thư nào mất',
    'Chờ gửi: 4',
    'Gửi được sau khi máy chủ thư đã cài đặt',
  ])
    expect(text).toContain(part);
  expect((await lan.get('/tien-do/cchc-2024')).text).toContain('4 thư đang chờ: máy chủ chưa');
  expect((await lan.get('/bat-dau')).text).toContain('Chưa cài đặt gửi thư.');
  for (const word of ['xac-nhan', 'gui-thu-thu']) {
    const reply = await lan.post(`/thu/${word}`, { identity: '', address: 'lan@thu.example' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('chưa được cài đặt gửi thư nên');
  }
  expect(await history('mail.settings-confirmed')).toEqual([]);
});

describe('the list', () => {
  test('is searched without marks in address, name, subject and unit', async () => {
    const mailbox = city.campaign.mailbox ?? '';
    const found = async (query: string) => listed((await lan.get(`/thu?${query}`)).text);
    expect(await found('q=truong+thcs+nguyen+hue')).toEqual([mailbox, people.tam.email]);
    expect(await found('q=MINH@')).toEqual([people.minh.email]);
    expect(await found('q=pham+quang+trung')).toEqual([people.minh.email]);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('q=_______@')).toEqual([]);
    expect(await found('loai=e-file&dot=cchc-2024')).toEqual([mailbox, mailbox]);
    expect(await found('trang-thai=da-gui')).toEqual([]);
    expect(await found('dot=khong-co&loai=lung-tung&trang-thai=gi-do&trang=99')).toHaveLength(4);
    expect((await lan.get('/thu?q=khong-co-thu-nay')).text).toContain('Không có thư nào như vậy');
  });

  test('comes in pages of fifty, the newest mail first', async () => {
    const many = Array.from({ length: 120 }, (_, index) => {
      const address = `truong-${index}@trang.example`;
      return aMail({ occasion: `page:${address}`, to: { address, name: '', accountId: null } });
    });
    await added(...many);
    const first = await lan.get('/thu?q=trang.example');
    expect(listed(first.text)).toHaveLength(50);
    expect(first.text).toContain('120 thư');
    expect(first.text).toContain('Trang 1 trên 3');
    const last = await lan.get('/thu?q=trang.example&trang=7');
    expect(listed(last.text)).toHaveLength(20);
    expect(last.text).toContain('Trang 3 trên 3');
    expect(last.text).toContain('href="/thu?q=trang.example&amp;trang=2#hop-thu-di"');
    await product.context.db.deleteFrom('mail').where('recipient', 'like', '%trang.ex%').execute();
  });
});

describe('a mail that failed', () => {
  test('tells why, everywhere, and waits again after one click or two', async () => {
    const mail = await mailOf('receipt', people.minh.email);
    await mark(mail.id, failed('550 5.1.1 <script>alert(1)</script> unknown'));
    const list = await lan.get('/thu?trang-thai=khong-gui-duoc&q=minh');
    expect(list.text).toContain('550 5.1.1 &lt;script&gt;');
    expect(list.text).toContain('<span class="nav-mark" aria-hidden="true">1</span>');
    expect((await lan.get('/tien-do/cchc-2024')).text).toContain('1 thư không gửi được.');
    const minh = product.visitor();
    await minh.signIn(people.minh.email, password);
    expect((await minh.get('/bao-cao')).text).not.toContain('không gửi được');
    const back = { ve: 'q=minh&trang-thai=khong-gui-duoc' };
    const replies = [
      await lan.post(`/thu/${mail.id}/gui-lai`, back),
      await hoa.fill('/thu', {}, `/thu/${mail.id}/gui-lai`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(replies[0]?.location).toBe('/thu?q=minh&trang-thai=khong-gui-duoc#hop-thu-di');
    const again = await mailOf('receipt', people.minh.email);
    expect(again).toMatchObject({ state: 'waiting', attempts: 0, error: null, due_at: morning });
    const entries = await history('mail.resent');
    expect(entries).toEqual([
      { by: city.ids.lan, subject: mail.id, details: JSON.stringify({ kind: 'receipt' }) },
    ]);
  });

  test('goes to the address that was mended meanwhile', async () => {
    const { db } = product.context;
    const mail = await mailOf('receipt', people.tam.email);
    await mark(mail.id, failed('550 unknown'));
    const fields = { name: people.tam.name, role: 'clerk', unit: 'thcs-nguyen-hue', phone: '' };
    const account = `/nguoi-dung/${city.ids.tam}`;
    await lan.fill(account, { ...fields, email: 'tam.moi@thu.example' });
    expect((await lan.get(`/thu/${mail.id}`)).text).toContain(
      'thư sẽ đến <strong>tam.moi@thu.example</strong>',
    );
    expect((await lan.post('/thu/gui-lai', { q: 'nguyen hue' })).location).toBe(
      '/thu?q=nguyen+hue&trang-thai=cho-gui&xong=gui-lai-loc&so=1',
    );
    expect(await mailOf('receipt', 'tam.moi@thu.example')).toMatchObject({ state: 'waiting' });
    expect(listed((await lan.get('/thu?q=tam.moi')).text)).toEqual(['tam.moi@thu.example']);
    await lan.fill(account, { ...fields, email: people.tam.email });
    await db
      .updateTable('mail')
      .set({ recipient: people.tam.email })
      .where('id', '=', mail.id)
      .execute();
  });

  test('is left by "send all again" where it is not meant or has outlived itself', async () => {
    const to = (address: string) => ({ to: { address, name: '', accountId: null } });
    await added(
      aMail({ ...to('mot@nhieu.example') }),
      aMail({ ...to('hai@nhieu.example') }),
      aMail({ ...to('cu@nhieu.example'), expiresAt: morning }),
      aMail({ ...to('khac@noi.example') }),
    );
    for (const one of await mails())
      if (one.kind === 'reminder') await mark(one.id, failed('421 closed'));
    const { location } = await lan.post('/thu/gui-lai', { q: 'nhieu.example' });
    expect(location).toContain('so=2');
    expect((await lan.get(location)).text).toContain('2 thư đã vào lại hàng chờ');
    expect((await lan.post('/thu/gui-lai', { q: 'nhieu.example' })).location).toContain('so=0');
    const left = (await mails()).filter(({ state }) => state === 'failed');
    expect(left.map(({ recipient }) => recipient)).toEqual([
      'cu@nhieu.example',
      'khac@noi.example',
    ]);
    const expired = left[0]?.id ?? '';
    const refused = await lan.post(`/thu/${expired}/gui-lai`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('quá thời hạn nên không gửi lại được');
    for (const { id } of left) {
      expect((await lan.post(`/thu/${id}/bo`)).location).toBe(`/thu/${id}?xong=da-bo`);
      await hoa.post(`/thu/${id}/bo`);
    }
    expect(await history('mail.dropped')).toHaveLength(2);
    expect((await lan.get(`/thu/${expired}`)).text).toContain('Phòng Nội vụ đã bỏ thư này.');
  });

  test('with a one-time link shows no link, and is refused with the way out when that has ended', async () => {
    const { db } = product.context;
    const doer = { accountId: city.ids.lan, address: 'test', at: morning };
    const token = await inTransaction(db, (tx) => issueLink(tx, city.ids.minh, doer));
    const to = { address: 'moi@thu.example', name: 'Minh', accountId: city.ids.minh };
    const body = `Xin chào <b>\n\n${linkSpot}`;
    await added(aMail({ kind: 'invitation', to, body, linkHash: tokenHash(token) }));
    const mail = await mailOf('invitation', 'moi@thu.example');
    await mark(mail.id, failed('550 unknown'));
    const page = await lan.get(`/thu/${mail.id}`);
    expect(page.text).toContain('(liên kết riêng của người nhận)');
    expect(page.text).toContain('Xin chào &lt;b&gt;');
    expect(page.text).not.toContain(token);
    product.clock.set(addSeconds(morning, 8 * 86_400));
    await lan.signIn(people.lan.email, password);
    const refused = await lan.fill('/thu', {}, `/thu/${mail.id}/gui-lai`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Liên kết trong thư đã được dùng hoặc đã hết hạn');
    expect(refused.text).toContain(`href="/nguoi-dung/${city.ids.minh}"`);
    expect((await mailOf('invitation', 'moi@thu.example')).state).toBe('failed');
    await mark(mail.id, { state: 'sent', sent_at: morning });
    const sentAlready = await lan.post(`/thu/${mail.id}/them-ban`, { again: '1', copies: '0' });
    expect(sentAlready.status).toBe(422);
    product.clock.set(morning);
    await lan.signIn(people.lan.email, password);
    await lan.get('/thu');
  });
});

test('a mail that was sent goes once more only when that is confirmed, and once for two clicks', async () => {
  const mail = await mailOf('receipt', people.minh.email);
  await mark(mail.id, { state: 'sent', sent_at: morning, message_id: '<1@thu.example>' });
  const { text } = await lan.get(`/thu/${mail.id}`);
  expect(text).toContain('&lt;1@thu.example&gt;');
  expect(text).toContain('Gửi thêm một bản');
  const refused = await lan.post(`/thu/${mail.id}/them-ban`, { copies: '0' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('id="again-fault"');
  await lan.post(`/thu/${mail.id}/gui-lai`);
  const fields = { again: '1', copies: '0' };
  const both = await Promise.all(
    [lan, hoa].map((one) => one.post(`/thu/${mail.id}/them-ban`, fields)),
  );
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  const own = (await mails()).filter(
    ({ kind, recipient }) => kind === 'receipt' && recipient === people.minh.email,
  );
  expect(own.map(({ state, message_id }) => [state, message_id])).toEqual([
    ['sent', '<1@thu.example>'],
    ['waiting', null],
  ]);
  expect(own[1]).toMatchObject({ subject: own[0]?.subject, body: own[0]?.body });
  expect(await history('mail.sent-once-more')).toHaveLength(1);
  expect((await lan.get(`/thu/${mail.id}`)).text).toContain('name="copies" value="1"');
});

test('a mail that is just being sent is not dropped', async () => {
  const mail = await mailOf('receipt', people.tam.email);
  await mark(mail.id, { leased_by: 'x', lease_until: addSeconds(morning, 60) });
  const refused = await lan.post(`/thu/${mail.id}/bo`);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Thư đang được gửi đi');
});

test('a mail that is not there is not found', async () => {
  for (const id of ['khong-co', '%00', 'x'.repeat(300)])
    expect((await lan.get(`/thu/${id}`)).status).toBe(404);
  for (const word of ['gui-lai', 'them-ban', 'bo'])
    expect((await lan.post(`/thu/khong-co/${word}`)).status).toBe(404);
});
