import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addSeconds, secondsBetween } from '../../src/kit/time.ts';
import { confirmMailbox } from '../../src/mail/confirm.ts';
import type { NewMail } from '../../src/mail/mail.ts';
import { senderTrouble } from '../../src/mail/rest-store.ts';
import { aCity, aDraft, aList, type City, sent } from '../support/city.ts';
import { aMail, confirmed, mailTo, standings, written } from '../support/mails.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import { type MailPeer, startMailPeer } from '../support/smtp-peer.ts';

let peer: MailPeer;
let product: Product;
let city: City;
/** Stops with the clock of the product. */
let now = morning;

beforeAll(async () => {
  peer = await startMailPeer();
  product = await startProduct(mailTo(peer));
  city = await aCity(product.context.db);
});
beforeEach(async () => {
  peer.behave({});
  peer.forget();
  await product.context.db.deleteFrom('mail').execute();
  later(24 * 60 * 60);
  await confirmed(product, city);
});
afterAll(async () => {
  await product.close();
  await peer.close();
});

const later = (seconds: number) => {
  now = addSeconds(now, seconds);
  product.clock.set(now);
};
const deliver = async (seconds = 0) => {
  later(seconds);
  await product.context.post.deliverNow();
};
const write = (...mails: NewMail[]) => written(product.context.db, mails, now);
const stand = async () => {
  const rows = await standings(product.context.db);
  return rows.map(({ recipient, state, attempts }) => `${recipient} ${state} ${attempts}`);
};

test('nothing but a trial mail leaves before an officer has confirmed the settings', async () => {
  await product.context.db.deleteFrom('mail_setting').execute();
  await write(aMail('a@nhan.example'), aMail('b@nhan.example', { kind: 'test' }));
  await deliver();
  expect(peer.mails.map(({ to }) => to)).toEqual(['b@nhan.example']);
  await confirmed(product, city);
  await deliver();
  expect(peer.mails.map(({ to }) => to)).toEqual(['b@nhan.example', 'a@nhan.example']);
  expect(await stand()).toEqual(['a@nhan.example sent 1', 'b@nhan.example sent 1']);
});

test('a mail is complete, and no name or subject writes a header of its own', async () => {
  const name = 'Nguyễn "Tý", Văn\r\nBcc: kẻ@xa.example';
  const subject = 'Nhắc: 24 giờ 00, thứ Năm 12/12 — Phường Quang Trung\r\nX-Evil: 1';
  const to = { address: 'a@nhan.example', name, accountId: null };
  const replyTo = 'noivu@haiduong.example';
  const campaignId = city.campaign.id;
  const deadline = {
    kind: 'deadline',
    uid: 'deadline-1@phuluc',
    sequence: 7,
    title: 'Hạn gửi Phụ lục; UBND phường, Quang Trung',
    dueAt: '2024-12-12T17:00:00.000Z',
  } as const;
  await write(
    aMail('a@nhan.example', { to, subject, replyTo, campaignId, attachments: [deadline] }),
  );
  await deliver();
  const [received] = peer.mails;
  const mail = received?.mail;
  expect(mail?.headers.has('bcc') || mail?.headers.has('x-evil')).toBe(false);
  expect(mail?.subject).toBe('Nhắc: 24 giờ 00, thứ Năm 12/12 — Phường Quang Trung X-Evil: 1');
  expect(mail?.from?.value).toEqual([{ name: 'Phòng Nội vụ', address: 'noivu@thu.example' }]);
  expect(mail?.to).toMatchObject({ value: [{ address: 'a@nhan.example' }] });
  expect(mail?.replyTo?.value).toEqual([{ name: '', address: replyTo }]);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(received?.raw).toMatch(/^List-Id: <cchc-2024\.phu-luc\.thu\.example>\r?$/im);
  const link = 'https://phuluc.thu.example/bao-cao/cchc-2024/phuong-quang-trung';
  expect(mail?.text).toBe(
    `Kính gửi ông Minh,\n\nPhòng đã nhận báo cáo.\n\nMở trong Phụ lục:\n${link}\n\nTrân trọng.`,
  );
  expect(mail?.html).toContain('<html lang="vi">');
  expect(mail?.html).toContain(`<a href="${link}"`);
  const [file] = mail?.attachments ?? [];
  const calendar = file?.content.toString() ?? '';
  expect(file?.filename).toBe('han-gui.ics');
  for (const line of [
    'UID:deadline-1@phuluc',
    'SEQUENCE:7',
    'DTSTART:20241212T163000Z',
    'DTEND:20241212T170000Z',
    'TRIGGER:-PT24H',
    'SUMMARY:Hạn gửi Phụ lục\\; UBND phường\\, Quang Trung',
  ])
    expect(calendar).toContain(`${line}\r\n`);
});

test('greylisting, a slow server and a broken line are tried again with growing pauses, under one Message-ID', async () => {
  await write(aMail('a@nhan.example'));
  peer.behave({ onRecipient: '450 4.2.0 try again later' });
  await deliver();
  expect(await stand()).toEqual(['a@nhan.example waiting 1']);
  await deliver(59);
  expect(await stand()).toEqual(['a@nhan.example waiting 1']);
  peer.behave({ dropsAfterBytes: 100 });
  await deliver(1);
  expect(await stand()).toEqual(['a@nhan.example waiting 2']);
  peer.behave({ dropsBeforeAnswer: true });
  await deliver(5 * 60);
  peer.behave({ slowMilliseconds: 300 });
  await deliver(15 * 60);
  expect(await stand()).toEqual(['a@nhan.example sent 4']);
  // The server took it and broke off before it said so: it comes twice, as one message.
  expect(peer.mails).toHaveLength(2);
  expect(new Set(peer.mails.map(({ mail }) => mail.messageId)).size).toBe(1);
});

test('after eight tries a mail has failed with the words of the server', async () => {
  await write(aMail('a@nhan.example'));
  peer.behave({ onMessage: '451 4.3.0 the disk is full' });
  let waits = 0;
  for (let tries = 0; tries < 8; tries += 1) {
    await deliver();
    const [mail] = await standings(product.context.db);
    if (mail?.state === 'waiting') later(secondsBetween(now, mail.dueAt));
    waits += mail?.state === 'waiting' ? 1 : 0;
  }
  const [mail] = await standings(product.context.db);
  expect(mail).toMatchObject({ state: 'failed', attempts: 8 });
  expect(mail?.error).toContain('the disk is full');
  expect(waits).toBe(7);
});

test('a refused recipient costs one try, and the others go on', async () => {
  await write(aMail('a@nhan.example'), aMail('b@nhan.example'));
  peer.behave({
    onRecipient: (address) => (address.startsWith('a') ? '550 5.1.1 no such user' : undefined),
  });
  await deliver();
  expect((await stand()).toSorted()).toEqual(['a@nhan.example failed 1', 'b@nhan.example sent 1']);
  const failed = (await standings(product.context.db)).find(({ state }) => state === 'failed');
  expect(failed?.error).toContain('550 5.1.1 no such user');
});

test('trouble of the settings costs no mail a try: sending rests, and says why', async () => {
  const { db } = product.context;
  await write(...['a', 'b', 'c', 'd', 'e'].map((name) => aMail(`${name}@nhan.example`)));
  peer.behave({ onSender: '550 5.7.1 this account may not send as noivu' });
  await deliver();
  expect((await stand()).every((line) => line.endsWith('waiting 0'))).toBe(true);
  const trouble = await senderTrouble(db);
  expect(trouble?.words).toContain('may not send as noivu');
  expect(trouble?.until).toBe(addSeconds(now, 60));
  const connections = peer.connections;
  await deliver(59);
  expect(peer.connections).toBe(connections);
  peer.behave({});
  await deliver(1);
  expect((await stand()).every((line) => line.endsWith('sent 1'))).toBe(true);
  expect(await senderTrouble(db)).toBeNull();
});

test('what nobody needs any more is dropped when its turn comes, and says why', async () => {
  const { db } = product.context;
  const about = async (unit: string) => {
    const { id } = await db
      .selectFrom('unit')
      .select('id')
      .where('code', '=', unit)
      .executeTakeFirstOrThrow();
    return { kind: 'reminder' as const, campaignId: city.campaign.id, unitId: id };
  };
  await sent(db, city, 'thcs-nguyen-hue', aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)), {
    person: 'tam',
  });
  await db.deleteFrom('mail').execute();
  await write(
    aMail('sent@nhan.example', await about('thcs-nguyen-hue')),
    aMail('owes@nhan.example', await about('phuong-quang-trung')),
    aMail('late@nhan.example', { expiresAt: now }),
    aMail('link@nhan.example', { kind: 'invitation', linkHash: 'x'.repeat(64), path: '' }),
    aMail('left@nhan.example', {
      to: { address: 'left@nhan.example', name: 'Đỗ Thị Hoa', accountId: city.ids.hoa },
    }),
  );
  await db
    .updateTable('account')
    .set({ deactivated_at: now })
    .where('id', '=', city.ids.hoa)
    .execute();
  await deliver();
  const rows = await standings(db);
  expect(rows.map(({ recipient, state }) => `${recipient} ${state}`).toSorted()).toEqual([
    'late@nhan.example dropped',
    'left@nhan.example dropped',
    'link@nhan.example dropped',
    'owes@nhan.example sent',
    'sent@nhan.example dropped',
  ]);
  expect(rows.every(({ state, error }) => (state === 'dropped') === (error !== null))).toBe(true);
  expect(peer.mails.map(({ to }) => to)).toEqual(['owes@nhan.example']);
});

test('after closing, a unit that was given more time is still reminded, and no other', async () => {
  const { db } = product.context;
  const units = await db.selectFrom('unit').select(['id', 'code']).execute();
  const about = (code: string) => ({
    kind: 'reminder' as const,
    campaignId: city.campaign.id,
    unitId: units.find((unit) => unit.code === code)?.id ?? '',
  });
  await write(
    aMail('more@nhan.example', about('phuong-quang-trung')),
    aMail('over@nhan.example', about('phong-tu-phap')),
  );
  await db.updateTable('campaign').set({ closed_at: morning }).execute();
  await db
    .updateTable('report')
    .set({ extended_until: addSeconds(now, 86_400) })
    .where('unit_id', '=', about('phuong-quang-trung').unitId)
    .execute();
  await deliver();
  expect(peer.mails.map(({ to }) => to)).toEqual(['more@nhan.example']);
});

test('an electronic file goes to the mailbox that its campaign names now, once that is confirmed', async () => {
  const { db } = product.context;
  const campaignId = city.campaign.id;
  const doer = { accountId: city.ids.lan, address: 'test', at: now };
  await write(aMail('old@haiduong.example', { kind: 'e-file', campaignId }));
  await deliver();
  expect(peer.mails).toEqual([]);
  await confirmMailbox(db, campaignId, city.campaign.mailbox ?? '', doer);
  await db.updateTable('campaign').set({ mailbox: 'new@haiduong.example' }).execute();
  await deliver();
  expect(peer.mails).toEqual([]);
  await confirmMailbox(db, campaignId, 'new@haiduong.example', doer);
  await db.updateTable('campaign_mail').set({ e_file_off_at: now }).execute();
  await deliver();
  expect(peer.mails).toEqual([]);
  await db.updateTable('campaign_mail').set({ e_file_off_at: null }).execute();
  await deliver();
  expect(peer.mails.map(({ to }) => to)).toEqual(['new@haiduong.example']);
});
