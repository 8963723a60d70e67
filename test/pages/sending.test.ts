import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import {
  aCity,
  aDraft,
  aList,
  type City,
  password,
  people,
  reportFields,
  sent,
  signedInAs,
} from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const school = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '48' };
const deadline = '2024-12-12T17:00:00.000Z';

let product: Product;
let city: City;
let tam: Visitor;
beforeEach(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  tam = await signedInAs(product, 'tam');
  await tam.get(path);
});
afterEach(() => product.close());

const enter = (revision: number, rows = aList(45), more: Record<string, string> = {}) =>
  tam.post(path, reportFields(revision, school, rows, { action: 'check', ...more }));

const versions = () => product.context.db.selectFrom('version').selectAll().execute();

describe('sending', () => {
  test('goes by way of a review to a receipt with number, time and what comes next', async () => {
    expect((await enter(0)).location).toBe(`${path}/xem-lai`);
    const review = await tam.get(`${path}/xem-lai`);
    expect(review.text).toContain('93,75%');
    expect((await tam.post(`${path}/gui`, { revision: '1' })).location).toBe(`${path}/bien-nhan`);
    const receipt = await tam.get(`${path}/bien-nhan`);
    for (const part of ['Biên nhận số', '11/12/2024 08:00', 'Đúng hạn', 'Việc tiếp theo', '93,75%'])
      expect(receipt.text).toContain(part);
    const locked = await tam.get(path);
    expect(locked.text).toContain('Thu hồi để sửa');
    expect(locked.text).not.toContain('name="revision"');
  });

  test('twice, by a double click or a retry, makes one version', async () => {
    await enter(0);
    await tam.get(`${path}/xem-lai`);
    const clicks = await Promise.all(
      Array.from({ length: 5 }, () => tam.post(`${path}/gui`, { revision: '1' })),
    );
    expect(new Set(clicks.map(({ location }) => location))).toEqual(new Set([`${path}/bien-nhan`]));
    expect(await versions()).toHaveLength(1);
    expect((await tam.post(`${path}/gui`, { revision: '1' })).location).toBe(`${path}/bien-nhan`);
    expect(await versions()).toHaveLength(1);
  });

  test('is refused while the draft has faults, and the form shows them', async () => {
    await tam.post(path, reportFields(0, school, []));
    expect((await tam.get(`${path}/xem-lai`)).location).toBe(`${path}?loi=1`);
    expect((await tam.get(`${path}?loi=1`)).text).toContain('Chưa có ai trong danh sách.');
    const refused = await tam.post(`${path}/gui`, { revision: '1' });
    expect(refused.location).toBe(`${path}?loi=1`);
    expect(await versions()).toHaveLength(0);
  });

  test('of a draft that changed since the review is refused', async () => {
    await enter(0);
    await tam.get(`${path}/xem-lai`);
    await tam.post(`${path}/nhap`, reportFields(1, school, aList(3)));
    const refused = await tam.post(`${path}/gui`, { revision: '1' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('vừa có thay đổi khác');
    expect(await versions()).toHaveLength(0);
  });

  test('asks to confirm two people of one name, once', async () => {
    const twins = [...aList(1), ...aList(1)];
    await enter(0, twins);
    const review = await tam.get(`${path}/xem-lai`);
    expect(review.text).toContain('1, 2 trùng họ tên');
    const unticked = await tam.post(`${path}/gui`, { revision: '1' });
    expect(unticked.status).toBe(422);
    const key = /name="confirm" value="([^"]+)"/.exec(review.text)?.[1] ?? '';
    const ticked = await tam.post(`${path}/gui`, { revision: '1', confirm: key });
    expect(ticked.location).toBe(`${path}/bien-nhan`);
  });

  test('an empty list needs the tick and a reason', async () => {
    expect((await enter(0, [], { nobody: 'on' })).text).toContain('Chưa ghi lý do');
    await tam.get(path);
    const reason = { nobody: 'on', nobodyReason: 'Mất mạng cả đợt thi' };
    expect((await enter(1, [], reason)).location).toBe(`${path}/xem-lai`);
    expect((await tam.get(`${path}/xem-lai`)).text).toContain('Mất mạng cả đợt thi');
    await tam.post(`${path}/gui`, { revision: '2' });
    expect(await versions()).toMatchObject([
      { participants: 0, nobody_reason: reason.nobodyReason },
    ]);
  });
});

describe('Rule 9: somebody whom another unit has sent too', () => {
  test('is shown on the review, on the sent report of the other unit, and to the office', async () => {
    const { db } = product.context;
    const twice = {
      name: 'Nguyễn Thị Hoà',
      birthDate: '',
      title: '',
      category: 'Cán bộ',
      note: '',
    };
    const ward = aDraft(city.campaign, { 'can-bo': '9' }, [twice]);
    await sent(db, city, 'phuong-quang-trung', ward, { person: 'minh' });
    const mine = { ...twice, name: 'NGUYỄN THỊ HÒA', category: 'Viên chức' };
    await enter(0, [...aList(3), mine]);
    const sentence = 'Dòng 4 (NGUYỄN THỊ HÒA) cũng có trong báo cáo của UBND phường Quang Trung.';
    expect((await tam.get(`${path}/xem-lai`)).text).toContain(sentence);
    expect((await tam.post(`${path}/gui`, { revision: '1' })).status).toBe(303);
    const lan = await signedInAs(product, 'lan');
    expect((await lan.get('/tien-do/cchc-2024/thcs-nguyen-hue')).text).toContain(sentence);
    const minh = await signedInAs(product, 'minh');
    expect((await minh.get('/bao-cao/cchc-2024/phuong-quang-trung')).text).toContain(
      'Dòng 1 (Nguyễn Thị Hoà) cũng có trong báo cáo của Trường THCS Nguyễn Huệ.',
    );
  });
});

describe('the deadline', () => {
  test.each([
    [addSeconds(deadline, -1), 'Đúng hạn'],
    [deadline, 'Gửi muộn 1 phút'],
    [addSeconds(deadline, 2 * 3600), 'Gửi muộn 2 giờ'],
  ])('at %s the receipt says "%s"', async (at, badge) => {
    await enter(0);
    product.clock.set(at);
    await tam.signIn(people.tam.email, password);
    await tam.get(`${path}/xem-lai`);
    await tam.post(`${path}/gui`, { revision: '1' });
    expect((await tam.get(`${path}/bien-nhan`)).text).toContain(badge);
  });

  test('over, the review says that the report will be marked as late', async () => {
    await enter(0);
    product.clock.set(addSeconds(deadline, 60));
    await tam.signIn(people.tam.email, password);
    expect((await tam.get(`${path}/xem-lai`)).text).toContain(
      'Đã quá hạn 24 giờ 00, thứ Năm 12/12/2024',
    );
  });
});

describe('after the office has closed the campaign', () => {
  const close = async () => {
    const doer = { accountId: city.ids.lan, address: 'test', at: morning };
    await closeCampaign(product.context.db, city.campaign, doer);
  };

  test('nothing can be sent, the reason is said, and what was typed is kept', async () => {
    await enter(0);
    await tam.get(`${path}/xem-lai`);
    await close();
    const refused = await tam.post(`${path}/gui`, { revision: '1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Đợt báo cáo đã đóng.');
    expect(await versions()).toHaveLength(0);
    const { report } = await reportFound(product.context.db, 'cchc-2024', 'thcs-nguyen-hue');
    expect((await draftOf(product.context.db, report.id)).rows).toHaveLength(45);
  });

  test('an autosave under way is still kept', async () => {
    await close();
    const saved = await tam.post(`${path}/nhap`, reportFields(0, school, aList(2)), {
      accept: 'application/json',
    });
    expect(saved.status).toBe(200);
  });

  test('the page explains instead of offering a form', async () => {
    await close();
    const page = await tam.get(path);
    expect(page.text).toContain('Đợt báo cáo đã đóng');
    expect(page.text).not.toContain('name="revision"');
  });
});

describe('a sent report', () => {
  beforeEach(async () => {
    await enter(0);
    await tam.get(`${path}/xem-lai`);
    await tam.post(`${path}/gui`, { revision: '1' });
    await tam.get(path);
  });

  test('can be taken back, changed and sent again; both versions stay and can be compared', async () => {
    expect((await tam.post(`${path}/thu-hoi`)).location).toBe(path);
    const form = await tam.get(path);
    const revision = Number(/name="revision" value="(\d+)"/.exec(form.text)?.[1]);
    const rows = aList(44);
    await enter(revision, [...rows, { ...rows[0], name: 'Trịnh Thị Mới' } as (typeof rows)[0]]);
    await tam.get(`${path}/xem-lai`);
    await tam.post(`${path}/gui`, { revision: String(revision + 1) });
    expect(await versions()).toHaveLength(2);
    const history = await tam.get(`${path}/lich-su`);
    for (const part of ['Thu hồi để sửa', 'Gửi báo cáo (bản gửi 2)'])
      expect(history.text).toContain(part);
    const second = await tam.get(`${path}/lich-su/2`);
    expect(second.text).toContain('Trịnh Thị Mới');
    expect(second.text).toContain('bản gửi 1');
    expect((await tam.get(`${path}/lich-su/1`)).text).not.toContain('Trịnh Thị Mới');
    expect((await tam.get(`${path}/lich-su/3`)).status).toBe(404);
    expect((await tam.get(`${path}/lich-su/1e1`)).status).toBe(404);
  });

  test('is not changed by a form that was still open; the page shows what was not stored', async () => {
    const late = await tam.post(path, reportFields(1, school, [...aList(45), ...aList(1)]));
    expect(late.status).toBe(409);
    expect(late.text).toContain('Báo cáo đã gửi nên không sửa được');
    expect((await versions())[0]).toMatchObject({ participants: 45 });
  });

  test('taken back twice says that it has changed', async () => {
    await tam.post(`${path}/thu-hoi`);
    await tam.get(path);
    const again = await tam.post(`${path}/thu-hoi`);
    expect(again.status).toBe(409);
  });
});
