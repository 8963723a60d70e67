import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultTexts } from '../../src/mail/default-texts.ts';
import { textsOf } from '../../src/mail/texts-store.ts';
import { aCity, password, people } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

let product: Product;
let lan: Visitor;
let hoa: Visitor;
beforeAll(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  lan = product.visitor();
  await lan.signIn(people.lan.email, password);
  hoa = product.visitor();
  await hoa.signIn(people.hoa.email, password);
});
afterAll(() => product.close());

const page = '/mau-thu/tra-lai';
const subject = 'Đề nghị sửa: {don_vi}';
const body = 'Kính gửi {nguoi_nhan},\n\nSửa theo lý do sau:\n{ly_do}\n\n{lien_ket}\n\n{phong}';
const seenOn = (text: string) => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
const inUse = async () => (await textsOf(product.context.db)).get('returned');
const typedIn = (text: string) =>
  [...text.matchAll(/<textarea id="(subject|body)"[^>]*>([^<]*)/g)].map(([, , value]) => value);

describe('The text of a mail', () => {
  test('is found in a list that says when it goes out and whose words it has', async () => {
    const { text } = await lan.get('/mau-thu');
    expect(text).toContain('<a href="/mau-thu/tra-lai">Trả lại báo cáo</a>');
    expect(text).toContain('Khi phòng trả lại báo cáo để sửa. Gửi cho đơn vị.');
    expect(text.match(/Văn bản gốc/g)).toHaveLength(12);
    expect((await lan.get('/mau-thu/khong-co')).status).toBe(404);
  });

  test('is shown with what may stand in it and as its recipient will see it', async () => {
    const { text } = await lan.get(page);
    expect(text).toContain('<code>{ly_do}</code> <span class="badge badge-blue">Phải có</span>');
    expect(text).toContain('Cần sửa và gửi lại báo cáo: Trường THCS Bình Hàn');
    expect(text).toContain('<span class="button button-primary">Mở trong Phụ lục</span>');
    const looked = await lan.post(page, { subject, body, seen: '', button: 'xem' });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('Đề nghị sửa: Trường THCS Bình Hàn');
    expect(typedIn(looked.text)).toEqual([subject, body]);
    expect(await inUse()).toEqual(defaultTexts.get('returned'));
  });

  test('with a broken placeholder is refused when saved; everything typed stays', async () => {
    const broken = `${body}\n\n{don_v} {han`;
    const refused = await lan.fill(page, { subject, body: broken, seen: '', button: 'luu' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Có 2 chỗ cần sửa');
    expect(refused.text).toContain('Không có chỗ điền {don_v} trong thư này. Có phải {don_vi}?');
    expect(refused.text).toContain('Ở nội dung, {han thiếu dấu } ở cuối. Viết {han}.');
    expect(refused.text).toContain('Sửa các chỗ đã nêu rồi bấm Xem trước.');
    expect(typedIn(refused.text)).toEqual([subject, broken]);
    expect(await inUse()).toEqual(defaultTexts.get('returned'));
  });

  test('is kept, and who changed it stands in the list, on its page and in the history', async () => {
    const saved = await lan.fill(page, { subject, body: `${body}  \r\n`, seen: '', button: 'luu' });
    expect([saved.status, saved.location]).toEqual([303, `${page}?xong=da-luu`]);
    expect((await lan.get(saved.location)).text).toContain('Đã lưu mẫu thư.');
    expect(await inUse()).toEqual({ subject, body });
    expect((await lan.get('/mau-thu')).text).toContain('Trần Thị Lan sửa 11/12/2024 08:00');
    const history = await product.context.db
      .selectFrom('history')
      .select(['details', 'account_id'])
      .where('action', '=', 'mail.text-changed')
      .where('subject', '=', 'returned')
      .execute();
    expect(history.map(({ details }) => JSON.parse(details))).toEqual([{ subject, body }]);
  });

  test('of two officers at once: the second is told, sees the newer one, and may still keep hers', async () => {
    const seen = seenOn((await lan.get(page)).text);
    await hoa.get(page);
    product.clock.set('2024-12-11T01:05:00.000Z');
    await lan.post(page, { subject: `Gấp: ${subject}`, body, seen, button: 'luu' });
    const second = { subject: `Nhắc: ${subject}`, body, button: 'luu' };
    const told = await hoa.post(page, { ...second, seen });
    expect(told.status).toBe(409);
    expect(told.text).toContain('Trần Thị Lan vừa sửa mẫu thư này lúc 08 giờ 05.');
    expect(told.text).toContain(`<strong>Gấp: ${subject}</strong>`);
    expect(typedIn(told.text)).toEqual([second.subject, body]);
    product.clock.set('2024-12-11T01:06:00.000Z');
    const kept = await hoa.post(page, { ...second, seen: seenOn(told.text) });
    expect(kept.status).toBe(303);
    expect((await inUse())?.subject).toBe(second.subject);
  });

  test('written by two officers in one moment is kept of one, and the other is told', async () => {
    const accepted = '/mau-thu/tiep-nhan';
    for (const officer of [lan, hoa]) await officer.get(accepted);
    const own = (words: string) => ({ subject: words, body: '{don_vi}', seen: '', button: 'luu' });
    const replies = await Promise.all([
      lan.post(accepted, own('Của Lan')),
      hoa.post(accepted, own('Của Hoa')),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const [kept] = replies[0]?.status === 303 ? ['Của Lan'] : ['Của Hoa'];
    expect((await textsOf(product.context.db)).get('accepted')?.subject).toBe(kept);
  });

  test('becomes the product’s again: first into the form, then by saving', async () => {
    const { text } = await hoa.get(page);
    const seen = seenOn(text);
    const fields = { subject: 'x', body: 'y', seen };
    const brought = await hoa.post(page, { ...fields, button: 'goc' });
    expect(brought.text).toContain('Dưới đây là văn bản gốc, chưa lưu.');
    expect((await inUse())?.subject).toBe(`Nhắc: ${subject}`);
    const [broughtSubject = '', broughtBody = ''] = typedIn(brought.text).map((typed = '') =>
      typed.replaceAll('&#34;', '"'),
    );
    await hoa.post(page, { subject: broughtSubject, body: broughtBody, seen, button: 'luu' });
    expect(await inUse()).toEqual(defaultTexts.get('returned'));
    const after = (await hoa.get(page)).text;
    expect(after).toContain('<strong>Dùng lại văn bản gốc</strong> – Đỗ Thị Hoa');
    expect(after).toContain('Mẫu đang dùng: <strong>Văn bản gốc</strong>');
  });
});
