import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign } from '../../src/campaigns/close.ts';
import { decide } from '../../src/reports/decide.ts';
import { exempt } from '../../src/reports/exempt.ts';
import type { Decision } from '../../src/reports/report.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { eventsOf, type Found, reportFound } from '../../src/reports/store.ts';
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
const by = (person: PersonName) => ({ accountId: city.ids[person], address: 'test', at: morning });
const draft = () => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(45));
const office = ({ report }: Found, decision: Decision, person: PersonName) =>
  decide(
    fresh.db,
    report,
    { decision, state: report.state, version: 1, reason: 'Thiếu ba người' },
    by(person),
  );

/** Which of several things done at once happened; all others must have been refused as `code`. */
const happened = async (works: Record<string, Promise<unknown>>, ...codes: string[]) => {
  const names = Object.keys(works);
  const results = await Promise.allSettled(Object.values(works));
  const done = names.filter((_, index) => results[index]?.status === 'fulfilled');
  for (const result of results)
    if (result.status === 'rejected') expect(codes).toContain(result.reason.code);
  return done;
};

const lastEvents = async () =>
  (await eventsOf(fresh.db, (await found()).report.id)).map(({ kind }) => kind);

describe('At one report, of two people at once exactly one succeeds', () => {
  test.each([
    ['accept', 'return'],
    ['return', 'accept'],
  ] as const)('one officer presses %s, another %s', async (one, other) => {
    await sent(fresh.db, city, school, draft());
    const before = await found();
    const works = { [one]: office(before, one, 'lan'), [other]: office(before, other, 'hoa') };
    const [winner, ...more] = await happened(works, 'state-changed');
    expect(more).toEqual([]);
    const state = winner === 'accept' ? 'accepted' : 'returned';
    expect((await found()).report.state).toBe(state);
    expect(await lastEvents()).toEqual([state, 'sent']);
  });

  test('the office accepts while the unit takes it back', async () => {
    await sent(fresh.db, city, school, draft());
    const before = await found();
    const works = {
      accepted: office(before, 'accept', 'lan'),
      withdrawn: withdraw(fresh.db, before, by('tam')),
    };
    const done = await happened(works, 'state-changed');
    expect(done).toHaveLength(1);
    expect(await lastEvents()).toEqual([done[0], 'sent']);
  });

  test('ten officers accept: one acceptance on record', async () => {
    await sent(fresh.db, city, school, draft());
    const before = await found();
    const works = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [String(index), office(before, 'accept', 'lan')]),
    );
    expect(await happened(works, 'state-changed')).toHaveLength(1);
    expect(await lastEvents()).toEqual(['accepted', 'sent']);
  });

  test('the office exempts a unit while it sends', async () => {
    await saveDraft(fresh.db, await found(), draft(), 0, by('tam'));
    const before = await found();
    const works = {
      exempt: exempt(fresh.db, before.report, 'Đã giải thể', by('lan')),
      submitted: send(fresh.db, before, { revision: 1, confirmed: [] }, by('tam')),
    };
    const done = await happened(works, 'state-changed');
    expect(done).toHaveLength(1);
    expect((await found()).report.state).toBe(done[0]);
  });

  test('the office closes the campaign while a unit sends: sent and counted, or not at all', async () => {
    await saveDraft(fresh.db, await found(), draft(), 0, by('tam'));
    const before = await found();
    const sending = { revision: 1, confirmed: [] };
    const works = {
      closed: closeCampaign(fresh.db, before.campaign, by('lan')),
      sent: send(fresh.db, before, sending, by('tam')),
    };
    const done = await happened(works, 'campaign-closed');
    expect(done).toContain('closed');
    const { report } = await found();
    expect(report.state).toBe(done.includes('sent') ? 'submitted' : 'draft');
    expect(report.lastVersion).toBe(done.includes('sent') ? 1 : 0);
  });
});
