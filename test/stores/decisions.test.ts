import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import { longestText } from '../../src/participants/participant.ts';
import { decide } from '../../src/reports/decide.ts';
import type { Decision } from '../../src/reports/report.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { eventsOf, reportFound } from '../../src/reports/store.ts';
import { versionNumbered } from '../../src/reports/version-store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, aList, type City, type PersonName, sent } from '../support/city.ts';
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
const found = () => reportFound(fresh.db, city.campaign.code, school);
const report = async () => (await found()).report;
const by = (person: PersonName, at = morning) => ({
  accountId: city.ids[person],
  address: 'test',
  at,
});
const draft = (count: number) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(count));
const sendOff = (count = 45) => sent(fresh.db, city, school, draft(count));
const takeBack = async () => withdraw(fresh.db, await found(), by('tam'));
const office = async (decision: Decision, reason = '', version = 1) => {
  const { state } = await report();
  await decide(fresh.db, await report(), { decision, state, version, reason }, by('lan'));
};

describe('A unit takes its report back', () => {
  test('while it waits; the version it sent keeps counting', async () => {
    await sendOff();
    await takeBack();
    expect(await report()).toMatchObject({ state: 'draft', lastVersion: 1 });
    expect((await versionNumbered(fresh.db, (await report()).id, 1))?.participants).toHaveLength(
      45,
    );
  });

  test('not once the office accepted it, nor before anything was sent', async () => {
    await expect(takeBack()).rejects.toThrow('state-changed');
    await sendOff();
    await office('accept');
    await expect(takeBack()).rejects.toThrow('state-changed');
    expect((await report()).state).toBe('accepted');
  });

  test('from a page that shows an older version it is refused', async () => {
    await sendOff();
    const stale = await found();
    await office('return', 'Thiếu ba người');
    await sendOff(46);
    await expect(withdraw(fresh.db, stale, by('tam'))).rejects.toThrow('state-changed');
    expect((await report()).state).toBe('submitted');
  });
});

describe('The office returns a report', () => {
  test.each([
    ['', 'reason-missing'],
    ['x'.repeat(longestText + 1), 'reason-too-long'],
  ])('not without a reason of sensible length', async (reason, code) => {
    await sendOff();
    await expect(office('return', reason)).rejects.toThrow(code);
    expect((await report()).state).toBe('submitted');
  });

  test('Rule 6: it keeps its last version, can be edited, and is sent again as the next', async () => {
    await sendOff();
    await office('return', 'Thiếu ba người');
    expect(await report()).toMatchObject({ state: 'returned', lastVersion: 1 });
    const { draftRevision } = await report();
    await saveDraft(fresh.db, await found(), draft(46), draftRevision, by('tam'));
    expect((await report()).state).toBe('returned');
    expect(await sendOff(46)).toBe(2);
    expect((await report()).state).toBe('submitted');
  });

  test('also after it was accepted', async () => {
    await sendOff();
    await office('accept');
    await office('return', 'Nhầm đơn vị');
    expect((await report()).state).toBe('returned');
  });
});

describe('The office decides', () => {
  test('about the version it has seen, not about a newer one', async () => {
    await sendOff();
    await takeBack();
    await sendOff(46);
    await expect(office('accept', '', 1)).rejects.toThrow('state-changed');
    expect((await report()).state).toBe('submitted');
    await office('accept', '', 2);
    expect((await report()).state).toBe('accepted');
  });

  test('about the state it has seen: a report accepted meanwhile is not returned by mistake', async () => {
    await sendOff();
    await office('accept');
    const stale = { decision: 'return', state: 'submitted', version: 1, reason: 'Thiếu' } as const;
    const deciding = decide(fresh.db, await report(), stale, by('hoa'));
    await expect(deciding).rejects.toThrow('state-changed');
    expect((await report()).state).toBe('accepted');
  });

  test('to open an accepted report again; it counts until a new version comes', async () => {
    await sendOff();
    await office('accept');
    await office('reopen');
    expect(await report()).toMatchObject({ state: 'draft', lastVersion: 1 });
    expect(await sendOff(46)).toBe(2);
  });

  test('also after the campaign was closed', async () => {
    await sendOff();
    await closeCampaign(fresh.db, city.campaign, by('lan'));
    await office('accept');
    expect((await report()).state).toBe('accepted');
  });

  test.each(['accept', 'return', 'reopen'] as const)(
    'not to %s what was never sent',
    async (one) => {
      await expect(office(one, 'x', 0)).rejects.toThrow('state-changed');
      expect(await eventsOf(fresh.db, (await report()).id)).toEqual([]);
    },
  );
});

test('everything that happened is listed, the newest first, with who, when and why', async () => {
  const at = (minute: number) => `2024-12-11T01:0${minute}:00.000Z`;
  await sent(fresh.db, city, school, draft(45), { person: 'tam', at: at(1) });
  await withdraw(fresh.db, await found(), by('minh', at(2)));
  await sent(fresh.db, city, school, draft(46), { person: 'tam', at: at(3) });
  const decisions = [
    ['return', 'Thiếu ba người', 'lan'],
    ['accept', '', 'hoa'],
    ['reopen', 'Theo đề nghị', 'lan'],
  ] as const;
  for (const [index, [decision, reason, person]] of decisions.entries()) {
    if (decision === 'accept') await sent(fresh.db, city, school, draft(46));
    const before = await report();
    const { state, lastVersion: version } = before;
    const doer = by(person, at(4 + index));
    await decide(fresh.db, before, { decision, state, version, reason }, doer);
  }
  const events = await eventsOf(fresh.db, (await report()).id);
  expect(events.map((event) => [event.kind, event.version, event.who, event.reason])).toEqual([
    ['reopened', 3, 'Trần Thị Lan', 'Theo đề nghị'],
    ['accepted', 3, 'Đỗ Thị Hoa', null],
    ['sent', 3, 'Lê Thị Tâm', null],
    ['returned', 2, 'Trần Thị Lan', 'Thiếu ba người'],
    ['sent', 2, 'Lê Thị Tâm', null],
    ['withdrawn', 1, 'Phạm Văn Minh', null],
    ['sent', 1, 'Lê Thị Tâm', null],
  ]);
  expect(events.at(-2)?.at).toBe(at(2));
});
