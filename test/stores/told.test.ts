import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/db/open.ts';
import { linkSpot } from '../../src/mail/mail.ts';
import { turnEFileOff, turnEFileOn } from '../../src/mail/settings-store.ts';
import { decide } from '../../src/reports/decide.ts';
import { extend } from '../../src/reports/extend.ts';
import type { Decision } from '../../src/reports/report.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { reportFound } from '../../src/reports/store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, aList, type City, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeAll(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db, { contactPhone: '0912345678' });
  // The clerk's own address in other letters, and one of a school that nobody has an account for.
  await setAddress('thcs-nguyen-hue', 'Tam@Thu.example');
  await setAddress('mn-binh-han', 'mn-binh-han@thu.example');
});
afterAll(() => fresh.close());

const setAddress = (unit: string, email: string) =>
  fresh.db.updateTable('unit').set({ email }).where('code', '=', unit).execute();

const school = 'thcs-nguyen-hue';
const mailbox = 'phongnoivutphd@gmail.com';
const found = (unit = school) => reportFound(fresh.db, city.campaign.code, unit);
const draft = (count = 45) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(count));
const sendOff = (unit = school, at = morning) =>
  sent(fresh.db, city, unit, draft(), { person: 'tam', at });
const lan = { accountId: '', address: 'test', at: morning };
const office = async (decision: Decision, reason = '', unit = school) => {
  const { report } = await found(unit);
  const { state, lastVersion: version } = report;
  const doer = { ...lan, accountId: city.ids.lan };
  await decide(fresh.db, report, { decision, state, version, reason }, doer);
};

/** The mails that were written while `work` was done. */
const writtenBy = async (work: () => Promise<unknown>) => {
  const all = () => fresh.db.selectFrom('mail').selectAll().orderBy('id').execute();
  const before = new Set((await all()).map(({ id }) => id));
  await work();
  return (await all()).filter(({ id }) => !before.has(id));
};
const toWhom = (mails: readonly { kind: string; recipient: string }[]) =>
  mails.map(({ kind, recipient }) => `${kind} → ${recipient}`).toSorted();

describe('What a unit sends', () => {
  test('is confirmed to its people once, and the file goes to the office, also at a double click', async () => {
    const before = await found();
    const doer = { accountId: city.ids.tam, address: 'test', at: morning };
    await saveDraft(fresh.db, before, draft(), before.report.draftRevision, doer);
    const ready = await found();
    const sending = { revision: ready.report.draftRevision, confirmed: [] };
    const click = () => send(fresh.db, ready, sending, doer);
    const mails = await writtenBy(() => Promise.all([click(), click()]).then(click));
    expect(toWhom(mails)).toEqual([`e-file → ${mailbox}`, 'receipt → tam@thu.example']);
    const receipt = mails.find(({ kind }) => kind === 'receipt');
    expect(receipt).toMatchObject({
      subject: 'Biên nhận số 1: đã nhận báo cáo của Trường THCS Nguyễn Huệ',
      recipient_name: 'Lê Thị Tâm',
      account_id: city.ids.tam,
      reply_to: mailbox,
      path: `/bao-cao/cchc-2024/${school}/bien-nhan`,
      state: 'waiting',
      created_by: city.ids.tam,
      campaign_id: city.campaign.id,
      unit_id: ready.report.unitId,
    });
    expect(receipt?.body.split('\n\n')).toEqual([
      'Kính gửi Lê Thị Tâm,',
      `Phòng Nội vụ đã nhận báo cáo của Trường THCS Nguyễn Huệ trong đợt "${city.campaign.title}".`,
      'Biên nhận số 1, bản gửi 1, gửi lúc 11/12/2024 08:00, đúng hạn.',
      'Số liệu đã gửi:\n- Cán bộ: 0 người, 0 dự thi (—)\n- Công chức: 0 người, 0 dự thi (—)\n- Viên chức: 48 người, 45 dự thi (93,75%)\n- Tổng số: 48 người, 45 dự thi (93,75%)',
      'Tệp điện tử của bản gửi này kèm theo thư: Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.xlsx, Bao-cao_thcs-nguyen-hue_cchc-2024_lan-1.docx.',
      expect.stringContaining('Thu hồi để sửa'),
      linkSpot,
      'Cần hỏi thêm, xin liên hệ Phòng Nội vụ thành phố Hải Dương, điện thoại 0912345678 hoặc trả lời thư này.',
      'Trân trọng,\nPhòng Nội vụ',
    ]);
    const files = ['e-file', 'paper'].map((kind) => {
      return { kind, reportId: ready.report.id, version: 1 };
    });
    expect(mails.map(({ attachments }) => JSON.parse(attachments))).toEqual([files, files]);
    expect(mails.find(({ kind }) => kind === 'e-file')).toMatchObject({
      recipient_name: 'Phòng Nội vụ',
      reply_to: 'tam@thu.example',
      path: '',
    });
  });

  test('is told of anew as the next version; late, it says how late', async () => {
    const mails = await writtenBy(async () => {
      await withdraw(fresh.db, await found(), { ...lan, accountId: city.ids.tam });
      await sendOff(school, '2024-12-12T19:30:00.000Z');
    });
    expect(toWhom(mails)).toEqual([`e-file → ${mailbox}`, 'receipt → tam@thu.example']);
    expect(mails[0]?.body).toContain(
      'Biên nhận số 2, bản gửi 2, gửi lúc 13/12/2024 02:30, muộn 2 giờ.',
    );
  });

  test('goes to the unit’s own address, and to nobody where there is none', async () => {
    const own = await writtenBy(() => sendOff('mn-binh-han'));
    expect(toWhom(own)).toEqual([`e-file → ${mailbox}`, 'receipt → mn-binh-han@thu.example']);
    expect(own.map(({ recipient_name: name }) => name).toSorted()).toEqual([
      'Phòng Nội vụ',
      'Trường Mầm non Bình Hàn',
    ]);
    const none = await writtenBy(() => sendOff('phong-tu-phap'));
    expect(toWhom(none)).toEqual([`e-file → ${mailbox}`]);
    expect(none[0]?.reply_to).toBeNull();
  });

  test('goes without a file while the office has turned that off', async () => {
    await inTransaction(fresh.db, (tx) => turnEFileOff(tx, city.campaign.id, morning));
    const mails = await writtenBy(() => sent(fresh.db, city, 'phuong-quang-trung', draft()));
    await inTransaction(fresh.db, (tx) => turnEFileOn(tx, city.campaign.id));
    expect(toWhom(mails)).toEqual(['receipt → minh@thu.example']);
    expect(mails[0]?.attachments).toBe('[]');
    expect(mails[0]?.body).not.toContain('kèm theo');
  });
});

describe('What the office decides', () => {
  const ward = 'phuong-quang-trung';

  test('is told to the unit: accepted, opened again, returned', async () => {
    const accepted = await writtenBy(() => office('accept', '', ward));
    expect(toWhom(accepted)).toEqual(['accepted → minh@thu.example']);
    expect(accepted[0]).toMatchObject({
      subject: 'Đã tiếp nhận báo cáo của UBND phường Quang Trung',
      path: `/bao-cao/cchc-2024/${ward}`,
      reply_to: mailbox,
      created_by: city.ids.lan,
    });
    expect(accepted[0]?.body).toContain('- Tổng số: 48 người, 45 dự thi (93,75%)');
    const reopened = await writtenBy(() => office('reopen', '', ward));
    expect(toWhom(reopened)).toEqual(['reopened → minh@thu.example']);
    expect(reopened[0]?.body).not.toContain('Lý do');
    await sent(fresh.db, city, ward, draft());
    const reason = 'Thiếu ba người.\nXem lại {don_vi}';
    const returned = await writtenBy(() => office('return', reason, ward));
    expect(returned[0]?.body).toContain(`Lý do:\n${reason}\n\n`);
    expect(returned[0]?.body).toContain('Hạn gửi: 24 giờ 00, thứ Năm 12/12/2024.');
  });

  test('is told each time it happens', async () => {
    await sent(fresh.db, city, ward, draft());
    await office('accept', '', ward);
    const again = await writtenBy(() => office('reopen', 'Gọi điện xin mở', ward));
    expect(toWhom(again)).toEqual(['reopened → minh@thu.example']);
    expect(again[0]?.body).toContain('Lý do:\nGọi điện xin mở');
  });

  test('is not told when it did not happen', async () => {
    const stale = (await found('mn-binh-han')).report;
    await office('accept', '', 'mn-binh-han');
    const deciding = { decision: 'return', state: 'submitted', version: 1, reason: 'x' } as const;
    const doer = { ...lan, accountId: city.ids.lan };
    const mails = await writtenBy(() =>
      expect(decide(fresh.db, stale, deciding, doer)).rejects.toThrow('state-changed'),
    );
    expect(mails).toEqual([]);
  });

  test('about time is told with an entry for the calendar that replaces the one before', async () => {
    const longer = async (until: string, at: string) => {
      const doer = { accountId: city.ids.lan, address: 'test', at };
      await extend(fresh.db, await found(), { until, reason: 'Mất điện hai ngày' }, doer);
    };
    const [first] = await writtenBy(() => longer('2024-12-14T10:00:00.000Z', morning));
    const [second] = await writtenBy(() =>
      longer('2024-12-16T10:00:00.000Z', '2024-12-11T02:00:00.000Z'),
    );
    expect(first).toMatchObject({
      kind: 'extended',
      recipient: 'tam@thu.example',
      subject: 'Hạn gửi mới của Trường THCS Nguyễn Huệ: 17 giờ 00, thứ Bảy 14/12/2024',
    });
    expect(first?.body).toContain('Lý do:\nMất điện hai ngày');
    const [entry] = JSON.parse(first?.attachments ?? '[]');
    const [newer] = JSON.parse(second?.attachments ?? '[]');
    expect(newer).toMatchObject({ kind: 'deadline', dueAt: '2024-12-16T10:00:00.000Z' });
    expect(newer.uid).toBe(entry.uid);
    expect(newer.sequence).toBeGreaterThan(entry.sequence);
  });
});
