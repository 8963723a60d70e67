import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDraft } from '../../src/reports/check.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { eventsOf, reportFound } from '../../src/reports/store.ts';
import { versionNumbered, versionsOf } from '../../src/reports/version-store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { unitLines } from '../../src/units/store.ts';
import { aCity, aDraft, aList, type City, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const school = 'thcs-nguyen-hue';
const found = (unit = school) => reportFound(fresh.db, city.campaign.code, unit);
const tam = (at = morning) => ({ accountId: city.ids.tam, address: 'test', at });
const draft = (count: number) => aDraft(city.campaign, { 'vien-chuc': '1.048' }, aList(count));
const saved = async (count: number, unit = school) => {
  const before = await found(unit);
  await saveDraft(fresh.db, before, draft(count), before.report.draftRevision, tam());
  return found(unit);
};
const sending = (revision: number) => ({ revision, confirmed: [] });

describe('Sending a draft', () => {
  test('makes a version of exactly what was reviewed', async () => {
    const before = await saved(45);
    expect(await send(fresh.db, before, sending(1), tam())).toBe(1);
    const version = await versionNumbered(fresh.db, before.report.id, 1);
    const counts = city.campaign.categories.map(({ id, code }) =>
      code === 'vien-chuc'
        ? { categoryId: id, headcount: 1048, participants: 45 }
        : { categoryId: id, headcount: 0, participants: 0 },
    );
    const categoryId = city.campaign.categories[2]?.id;
    expect(version).toMatchObject({
      number: 1,
      receipt: 1,
      sentAt: morning,
      sentBy: 'Lê Thị Tâm',
      dueAt: city.campaign.deadlineAt,
      nobodyReason: null,
      confirmed: [],
      counts,
      participants: aList(45).map(({ name, title, note }) => ({ name, title, note, categoryId })),
    });
    expect((await found()).report).toMatchObject({ state: 'submitted', lastVersion: 1 });
  });

  test('keeps all names of a list of 2,000 in their order', async () => {
    const before = await found();
    const rows = [...aList(2000)].reverse();
    const long = aDraft(city.campaign, { 'vien-chuc': '2000' }, rows);
    await saveDraft(fresh.db, before, long, 0, tam());
    const confirmed = checkDraft(long, city.campaign).warnings.map(({ key }) => key);
    await send(fresh.db, await found(), { revision: 1, confirmed }, tam());
    const version = await versionNumbered(fresh.db, before.report.id, 1);
    expect(version?.participants.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
  });

  test('a report of nobody keeps its reason', async () => {
    const nobody = { ...draft(0), nobody: true, nobodyReason: 'Đi học tập trung' };
    await sent(fresh.db, city, school, nobody);
    const { report } = await found();
    const version = await versionNumbered(fresh.db, report.id, 1);
    expect(version).toMatchObject({ nobodyReason: 'Đi học tập trung', participants: [] });
  });
});

describe('Sending one draft more than once', () => {
  test('ten times at once makes one version, one receipt, one event', async () => {
    const before = await saved(45);
    const sends = Array.from({ length: 10 }, () => send(fresh.db, before, sending(1), tam()));
    expect(await Promise.all(sends)).toEqual(Array(10).fill(1));
    const versions = await versionsOf(fresh.db, before.report.id);
    expect(versions.map(({ number, receipt }) => [number, receipt])).toEqual([[1, 1]]);
    expect(await eventsOf(fresh.db, before.report.id)).toHaveLength(1);
    expect(await sendsOnRecord()).toBe(1);
  });

  test('an hour later, from the old page, gives the number of that version', async () => {
    const before = await saved(45);
    await send(fresh.db, before, sending(1), tam());
    const later = tam('2024-12-11T02:00:00.000Z');
    expect(await send(fresh.db, before, sending(1), later)).toBe(1);
    expect(await send(fresh.db, await found(), sending(1), later)).toBe(1);
    await withdraw(fresh.db, await found(), later);
    expect(await send(fresh.db, await found(), sending(1), later)).toBe(1);
    expect((await found()).report).toMatchObject({ state: 'draft', lastVersion: 1 });
  });
});

describe('Rule 10: a change after sending makes a new version', () => {
  test('numbered on, with a new receipt; the first stays as it was', async () => {
    await sent(fresh.db, city, school, draft(45));
    const { report } = await found();
    const first = await versionNumbered(fresh.db, report.id, 1);
    await withdraw(fresh.db, await found(), tam());
    expect(await sent(fresh.db, city, school, draft(46))).toBe(2);
    const versions = await versionsOf(fresh.db, report.id);
    expect(versions.map((one) => [one.number, one.receipt, one.participants])).toEqual([
      [2, 2, 46],
      [1, 1, 45],
    ]);
    expect(await versionNumbered(fresh.db, report.id, 1)).toEqual(first);
  });

  test('the same content can be sent again after it was taken back', async () => {
    await sent(fresh.db, city, school, draft(45));
    await withdraw(fresh.db, await found(), tam());
    const { report } = await found();
    expect(await send(fresh.db, await found(), sending(report.draftRevision), tam())).toBe(2);
  });
});

describe('Units that send at once', () => {
  test('get one receipt each, 1 to n', async () => {
    const codes = (await unitLines(fresh.db)).map(({ code }) => code);
    const ready = await Promise.all(codes.map((code) => saved(20, code)));
    await Promise.all(ready.map((one) => send(fresh.db, one, sending(1), tam())));
    const receipts = await Promise.all(
      ready.map(async ({ report }) => (await versionNumbered(fresh.db, report.id, 1))?.receipt),
    );
    expect(receipts.sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

test('saving and sending at once: the version is what was reviewed, or nothing was sent', async () => {
  const before = await saved(20);
  const [save, sendOff] = await Promise.allSettled([
    saveDraft(fresh.db, before, draft(30), 1, tam()),
    send(fresh.db, before, sending(1), tam()),
  ]);
  expect([save.status, sendOff.status].sort()).toEqual(['fulfilled', 'rejected']);
  const version = await versionNumbered(fresh.db, before.report.id, 1);
  expect(version?.participants.length).toBe(save.status === 'fulfilled' ? undefined : 20);
});

const sendsOnRecord = async (): Promise<number> => {
  const entries = await fresh.db.selectFrom('history').select('action').execute();
  return entries.filter(({ action }) => action === 'report.sent').length;
};
