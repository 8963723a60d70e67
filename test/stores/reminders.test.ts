import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import { openDatabase } from '../../src/db/open.ts';
import { instantAt } from '../../src/kit/time.ts';
import { askUnits } from '../../src/reminders/ask.ts';
import { tellDigest } from '../../src/reminders/digest.ts';
import { remindDue } from '../../src/reminders/remind.ts';
import { defaultSteps } from '../../src/reminders/schedule.ts';
import { setCalendar } from '../../src/reminders/set-calendar.ts';
import { setPlan } from '../../src/reminders/set-plan.ts';
import { decide } from '../../src/reports/decide.ts';
import { exempt } from '../../src/reports/exempt.ts';
import { extend } from '../../src/reports/extend.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

/** An instant of December 2024 in Vietnam. */
const local = (day: string, hour: string) => instantAt(`2024-12-${day}`, hour);
const opened = local('09', '00:00');

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  const { db } = fresh;
  city = await aCity(db);
  await db.updateTable('campaign').set({ created_at: opened }).execute();
  const school = { email: 'mam-non@thu.example', contact_name: 'Cô Hạnh' };
  await db.updateTable('unit').set(school).where('code', '=', 'mn-binh-han').execute();
});
afterEach(() => fresh.close());

const doer = (at: string) => ({ accountId: city.ids.lan, address: 'test', at });
const found = (unit: string) => reportFound(fresh.db, 'cchc-2024', unit);
const sends = (unit: string, person: 'tam' | 'minh', at: string) =>
  sent(fresh.db, city, unit, aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)), {
    person,
    at,
  });
const tick = (now: string) => remindDue(fresh.db, { now });
const mails = () =>
  fresh.db
    .selectFrom('mail')
    .selectAll()
    .where('kind', '=', 'reminder')
    .orderBy('created_at')
    .orderBy('recipient')
    .execute();
const recipients = async () => (await mails()).map(({ recipient }) => recipient);

describe('the reminders of the plan', () => {
  test('go to every address of the units that have not sent, once for each step', async () => {
    expect(await tick(local('09', '07:59'))).toBe(0);
    expect(await tick(local('09', '08:00'))).toBe(3);
    expect(await tick(local('09', '08:01'))).toBe(0);
    expect(await tick(local('10', '19:59'))).toBe(0);
    const [school, ward] = await mails();
    expect(school).toMatchObject({
      recipient: 'mam-non@thu.example',
      recipient_name: 'Cô Hạnh',
      path: '/bao-cao/cchc-2024/mn-binh-han',
      state: 'waiting',
      expires_at: local('11', '08:00'),
      reply_to: 'phongnoivutphd@gmail.com',
      created_by: null,
    });
    expect(school?.subject).toContain('Còn 3 ngày đến hạn');
    expect(school?.body).toContain('Trường Mầm non Bình Hàn chưa gửi báo cáo');
    expect(school?.body).toContain('24 giờ 00, thứ Năm 12/12/2024');
    expect(JSON.parse(school?.attachments ?? '')).toMatchObject([
      { kind: 'deadline', dueAt: city.campaign.deadlineAt },
    ]);
    expect(ward?.occasion).toMatch(/^reminder:[^:]+:2024-12-09T01:00:00.000Z:minh@thu.example$/);

    await sends('thcs-nguyen-hue', 'tam', local('10', '09:00'));
    await exempt(
      fresh.db,
      (await found('mn-binh-han')).report,
      'Đã giải thể',
      doer(local('10', '09:00')),
    );
    expect(await tick(local('11', '08:00'))).toBe(1);
    expect((await mails()).at(-1)).toMatchObject({
      recipient: 'minh@thu.example',
      attachments: '[]',
    });
    expect((await mails()).at(-1)?.subject).toContain('Còn 1 ngày đến hạn');
    expect(await tick(local('12', '08:30'))).toBe(1);
    expect((await mails()).at(-1)?.subject).toContain('Hôm nay là hạn cuối');
    expect(await tick(local('13', '08:00'))).toBe(1);
    expect((await mails()).at(-1)?.subject).toContain('Đã quá hạn 1 ngày');
  });

  test('after days without the server only the latest goes out, once, though two ask at the same time', async () => {
    const other = inject('dialect') === 'postgres' ? openDatabase(fresh.place) : fresh.db;
    const now = local('12', '10:00');
    const added = await Promise.all([
      remindDue(fresh.db, { now }),
      remindDue(other, { now }),
      remindDue(fresh.db, { now }),
    ]);
    if (other !== fresh.db) await other.destroy();
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await recipients()).toEqual([
      'mam-non@thu.example',
      'minh@thu.example',
      'tam@thu.example',
    ]);
    expect((await mails()).every(({ occasion }) => occasion.includes('2024-12-12T01:00'))).toBe(
      true,
    );
    expect(await tick(local('12', '15:00'))).toBe(0);
  });

  test('follow the extension of a unit, also after closing', async () => {
    const extension = { until: local('18', '17:00'), reason: 'Mất điện' };
    await extend(fresh.db, await found('thcs-nguyen-hue'), extension, doer(local('11', '09:00')));
    expect(await tick(local('11', '09:01'))).toBe(2);
    expect(await tick(local('12', '08:00'))).toBe(2);
    await closeCampaign(fresh.db, city.campaign, doer(local('13', '07:30')));
    expect(await tick(local('13', '08:00'))).toBe(1);
    const last = (await mails()).at(-1);
    expect(last?.recipient).toBe('tam@thu.example');
    expect(last?.body).toContain('17 giờ 00, thứ Tư 18/12/2024');
    expect(JSON.parse(last?.attachments ?? '')).toMatchObject([{ dueAt: extension.until }]);
    expect(await tick(local('17', '08:00'))).toBe(1);
    expect(await tick(local('18', '08:00'))).toBe(1);
    expect(await tick(local('19', '08:00'))).toBe(0);
  });

  test('keep silent when the plan is off, at night, on days off, and once it is long over', async () => {
    const { db } = fresh;
    const off = { isOn: false, steps: defaultSteps };
    await setPlan(db, city.campaign, off, doer(opened));
    expect(await tick(local('09', '10:00'))).toBe(0);
    await setPlan(db, city.campaign, { ...off, isOn: true }, doer(local('09', '10:00')));
    expect(await tick(local('09', '10:01'))).toBe(0);
    expect(await tick(local('11', '21:00'))).toBe(0);
    const holiday = {
      calendar: {
        quietFrom: '20:00',
        quietUntil: '07:00',
        weekendsOff: true,
        daysOff: [{ day: '2024-12-12', words: 'nghỉ' }],
      },
      digestIsOn: true,
    };
    await setCalendar(db, holiday, doer(local('11', '21:00')));
    expect(await tick(local('12', '10:00'))).toBe(0);
    expect(await tick('2026-11-25T02:00:00.000Z')).toBe(0);
    expect(await mails()).toEqual([]);
  });
});

describe("an officer's own reminder", () => {
  test('goes to the chosen units that are still waited for, once for each preview, with the own words', async () => {
    await sends('thcs-nguyen-hue', 'tam', local('10', '09:00'));
    const back = { decision: 'return', state: 'submitted', version: 1, reason: 'Thiếu' } as const;
    const asking = {
      key: '0193b2f0-0000-7000-8000-000000000001',
      codes: ['thcs-nguyen-hue', 'phuong-quang-trung', 'phong-tu-phap'],
      words: 'Xin gửi trước 15 giờ.',
    };
    const ask = (at: string) => askUnits(fresh.db, city.campaign, asking, doer(at));
    expect(await ask(local('10', '10:00'))).toEqual({
      mails: 1,
      units: 1,
      leftOut: ['thcs-nguyen-hue'],
      unreached: 1,
      isRepeated: false,
    });
    expect(await ask(local('10', '10:01'))).toMatchObject({ mails: 0, isRepeated: true });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'minh@thu.example', created_by: city.ids.lan });
    expect(mail?.body).toContain('Xin gửi trước 15 giờ.');

    const { report } = await found('thcs-nguyen-hue');
    await decide(fresh.db, report, back, doer(local('10', '11:00')));
    const key = '0193b2f0-0000-7000-8000-000000000002';
    const again = await askUnits(
      fresh.db,
      city.campaign,
      { ...asking, key },
      doer(local('10', '12:00')),
    );
    expect(again).toMatchObject({ mails: 2, leftOut: [] });
    const returned = (await mails()).find(({ recipient }) => recipient === 'tam@thu.example');
    expect(returned?.body).toContain('đã được trả lại báo cáo để sửa, chưa gửi lại');
    const history = await fresh.db
      .selectFrom('history')
      .select(['details', 'account_id as by'])
      .where('action', '=', 'reminder.asked')
      .orderBy('seq')
      .execute();
    expect(history.map(({ details }) => JSON.parse(details))).toEqual([
      { units: 'phuong-quang-trung', mails: 1, leftOut: 'thcs-nguyen-hue' },
      { units: 'thcs-nguyen-hue, phuong-quang-trung', mails: 2, leftOut: '' },
    ]);
    expect(history.every(({ by }) => by === city.ids.lan)).toBe(true);
  });
});

describe("the office's digest", () => {
  const digests = () =>
    fresh.db.selectFrom('mail').selectAll().where('kind', '=', 'digest').execute();

  test('goes to everybody of the office once on a working day, from 07:30 on, on that day alone', async () => {
    await sends('thcs-nguyen-hue', 'tam', local('10', '09:00'));
    expect(await tellDigest(fresh.db, { now: local('11', '07:29') })).toBe(0);
    const now = local('11', '09:00');
    const added = await Promise.all([tellDigest(fresh.db, { now }), tellDigest(fresh.db, { now })]);
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await tellDigest(fresh.db, { now: local('11', '10:00') })).toBe(0);
    const [mail] = await digests();
    expect(mail?.expires_at).toBe(local('11', '24:00'));
    expect(mail?.body).toContain('Mới gửi từ 07 giờ 30, thứ Ba 10/12/2024: 1 đơn vị');
    expect(mail?.body).toContain('Chờ xem: 1 báo cáo');
    expect(mail?.body).toContain('Chưa gửi: 4/5 đơn vị');
    expect(await tellDigest(fresh.db, { now: local('14', '09:00') })).toBe(0);
    expect(await tellDigest(fresh.db, { now: local('16', '07:30') })).toBe(3);
    expect((await digests()).at(-1)?.body).toContain('4 đã quá hạn');
  });

  test('says nothing when there is nothing to say, when it is off, and of campaigns long over', async () => {
    const { db } = fresh;
    expect(await tellDigest(db, { now: '2026-11-25T02:00:00.000Z' })).toBe(0);
    await closeCampaign(db, city.campaign, doer(local('12', '08:00')));
    expect(await tellDigest(db, { now: local('12', '09:00') })).toBe(0);
    expect(await digests()).toEqual([]);
  });
});
