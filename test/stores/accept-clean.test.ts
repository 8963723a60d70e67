import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptClean } from '../../src/desk/accept-clean.ts';
import { waitingInDetail } from '../../src/desk/clean-store.ts';
import { concernsOf } from '../../src/desk/concerns.ts';
import { waitingReports } from '../../src/desk/waiting-store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { decide } from '../../src/reports/decide.ts';
import { remarksOf } from '../../src/reports/remarks-store.ts';
import { eventsOf, reportFound } from '../../src/reports/store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, aList, type City, type PersonName, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
  await fresh.db.updateTable('unit').set({ email: 'don-vi@thu.example' }).execute();
});
afterEach(() => fresh.close());

const [school, nursery, ward, office] = [
  'thcs-nguyen-hue',
  'mn-binh-han',
  'phuong-quang-trung',
  'phong-noi-vu',
] as const;
const found = (unit: string) => reportFound(fresh.db, city.campaign.code, unit);
const by = (person: PersonName, at = morning) => ({
  accountId: city.ids[person],
  address: 'test',
  at,
});
/** Each unit's people are others, but for those asked for. */
const send = (unit: string, from: number, minutes = 0) =>
  sent(
    fresh.db,
    city,
    unit,
    aDraft(city.campaign, { 'vien-chuc': '48' }, aList(60).slice(from, from + 3)),
    { person: 'tam', at: addSeconds(morning, minutes * 60) },
  );
const sendBack = async (unit: string, remarks: { row: number; text: string }[] = []) => {
  const { report } = await found(unit);
  const { state, lastVersion: version } = report;
  const decision = 'return' as const;
  const deciding = { decision, state, version, reason: 'Thiếu người', remarks };
  await decide(fresh.db, report, deciding, by('lan'));
};
const all = (...codes: string[]) => codes.map((code) => ({ code, version: 1 }));
const accept = (seen: { code: string; version: number }[], person: PersonName = 'lan') =>
  acceptClean(fresh.db, city.campaign, seen, by(person));
const states = async () =>
  Promise.all(
    [school, nursery, ward, office].map(async (unit) => (await found(unit)).report.state),
  );

test('The queue is in the order in which reports came, those of one moment in the office’s order', async () => {
  await send(ward, 0, 2);
  await send(nursery, 3, 1);
  await send(office, 6, 2);
  await send(school, 9);
  const queue = (await waitingReports(fresh.db, city.campaign.id)).map(({ code }) => code);
  expect(queue).toEqual([school, nursery, office, ward]);
});

test('What somebody should look at first is known for each waiting report', async () => {
  await send(school, 0);
  await send(nursery, 2, 1);
  await send(ward, 10, 2);
  await sendBack(ward);
  await send(ward, 10, 3);
  const nobody = { ...aDraft(city.campaign, { 'vien-chuc': '5' }, []), nobody: true };
  await sent(fresh.db, city, office, { ...nobody, nobodyReason: 'Đi công tác' });
  const waiting = await waitingInDetail(fresh.db, city.campaign.id);
  expect(Object.fromEntries(waiting.map((one) => [one.code, concernsOf(one)]))).toEqual({
    [school]: ['elsewhere'],
    [nursery]: ['elsewhere'],
    [ward]: ['returned-before'],
    [office]: ['nobody'],
  });
});

describe('Accepting all without warnings', () => {
  test('accepts each with its own event, entry and mail; a second click finds them done', async () => {
    await send(school, 0);
    await send(ward, 10);
    const seen = all(school, ward);
    const clicks = await Promise.all([accept(seen), accept(seen, 'hoa')]);
    expect(clicks).toEqual([
      { accepted: 2, leftOut: [] },
      { accepted: 2, leftOut: [] },
    ]);
    expect(await states()).toEqual(['accepted', 'not_started', 'accepted', 'not_started']);
    for (const unit of [school, ward]) {
      const { report } = await found(unit);
      const events = await eventsOf(fresh.db, report.id);
      expect(events.map(({ kind }) => kind)).toEqual(['accepted', 'sent']);
      const entries = await fresh.db
        .selectFrom('history')
        .select('subject')
        .where('action', '=', 'report.accepted')
        .where('subject', '=', report.id)
        .execute();
      expect(entries).toHaveLength(1);
    }
    const mails = await fresh.db
      .selectFrom('mail')
      .select('recipient')
      .where('kind', '=', 'accepted')
      .execute();
    const shared = 'don-vi@thu.example';
    const told = [shared, shared, 'minh@thu.example', 'tam@thu.example'];
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(told);
    expect(await accept(seen)).toEqual({ accepted: 2, leftOut: [] });
  });

  test('leaves out what was taken back, sent anew, or got a warning since it was seen', async () => {
    await send(school, 0);
    await send(ward, 10);
    await send(office, 20);
    await withdraw(fresh.db, await found(school), by('tam'));
    await withdraw(fresh.db, await found(ward), by('minh'));
    await send(ward, 10);
    // Another unit names one of the office's people only now.
    await send(nursery, 22);
    const done = await accept(all(school, ward, office));
    expect(done.accepted).toBe(0);
    expect([...done.leftOut].sort()).toEqual([office, ward, school].sort());
    expect(await states()).toEqual(['draft', 'submitted', 'submitted', 'submitted']);
    expect(await accept([{ code: ward, version: 2 }])).toEqual({ accepted: 1, leftOut: [] });
  });
});

describe('Remarks of a return', () => {
  test('stay with it for ever, with the names of the version that was returned', async () => {
    await send(school, 0);
    await sendBack(school, [
      { row: 1, text: 'Sai ngày sinh' },
      { row: 3, text: 'Đã chuyển công tác' },
    ]);
    await send(school, 9);
    await sendBack(school, [{ row: 2, text: 'Thiếu chức vụ' }]);
    const { report } = await found(school);
    const names = aList(60).map(({ name }) => name);
    expect(await remarksOf(fresh.db, report.id)).toEqual([
      { event: 2, row: 1, text: 'Sai ngày sinh', name: names[0] },
      { event: 2, row: 3, text: 'Đã chuyển công tác', name: names[2] },
      { event: 4, row: 2, text: 'Thiếu chức vụ', name: names[10] },
    ]);
    for (const change of [
      fresh.db.updateTable('return_remark').set({ text: 'Khác' }),
      fresh.db.deleteFrom('return_remark'),
    ])
      await expect(change.execute()).rejects.toThrow('append-only');
  });

  test('name rows of the version, and are not too long; otherwise nothing is returned', async () => {
    await send(school, 0);
    await expect(sendBack(school, [{ row: 4, text: 'Thừa' }])).rejects.toMatchObject({
      code: 'form-unreadable',
    });
    await expect(sendBack(school, [{ row: 2, text: 'x'.repeat(201) }])).rejects.toMatchObject({
      code: 'remark-too-long',
      field: 'remark-2',
    });
    expect((await found(school)).report.state).toBe('submitted');
  });

  test('are in the mail by the numbers of their rows, without names', async () => {
    await send(school, 0);
    await sendBack(school, [{ row: 2, text: 'Sai ngày sinh' }]);
    const { body } = await fresh.db
      .selectFrom('mail')
      .select('body')
      .where('kind', '=', 'returned')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(body).toContain(
      'Lý do:\nThiếu người\nỞ từng dòng của bản gửi 1:\n- Dòng 2: Sai ngày sinh\n',
    );
    expect(body).not.toContain(aList(2)[1]?.name);
  });
});
