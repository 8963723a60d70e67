import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Consolidation, consolidate } from '../../src/appendix/consolidate.ts';
import { groupsOfAppendix, inSnapshot, peopleOfAppendix } from '../../src/appendix/store.ts';
import { chooseUnits } from '../../src/campaigns/choose-units.ts';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign, campaignById } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { record } from '../../src/history/store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { decide } from '../../src/reports/decide.ts';
import { exempt, oweAgain } from '../../src/reports/exempt.ts';
import { extend } from '../../src/reports/extend.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { owe, reportFound } from '../../src/reports/store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
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

const units = ['thcs-nguyen-hue', 'mn-binh-han', 'phong-noi-vu'];
const found = (unit: string) => reportFound(fresh.db, city.campaign.code, unit);
const draft = (people: number) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(people));
const by = (at: string) => ({ accountId: city.ids.lan, address: 'test', at });

const decided = async (unit: string, decision: 'accept' | 'return' | 'reopen', at: string) => {
  const { report } = await found(unit);
  const { state, lastVersion: version } = report;
  await decide(fresh.db, report, { decision, state, version, reason: 'Xem lại' }, by(at));
};

/** Everything that people do about one unit's report; the number makes each list another one. */
const deeds = {
  save: async (unit: string, at: string, number: number) => {
    const before = await found(unit);
    await saveDraft(fresh.db, before, draft(number), before.report.draftRevision, by(at));
  },
  send: async (unit: string, at: string, number: number) => {
    await sent(fresh.db, city, unit, draft(number), { person: 'tam', at });
  },
  withdraw: async (unit: string, at: string) => withdraw(fresh.db, await found(unit), by(at)),
  accept: (unit: string, at: string) => decided(unit, 'accept', at),
  return: (unit: string, at: string) => decided(unit, 'return', at),
  reopen: (unit: string, at: string) => decided(unit, 'reopen', at),
  exempt: async (unit: string, at: string) =>
    exempt(fresh.db, (await found(unit)).report, 'Đã sáp nhập', by(at)),
  owe: async (unit: string, at: string) =>
    oweAgain(fresh.db, (await found(unit)).report, '', by(at)),
  extend: async (unit: string, at: string) =>
    extend(
      fresh.db,
      await found(unit),
      { until: '2024-12-20T10:00:00.000Z', reason: 'Mất điện' },
      by(at),
    ),
  leaveOut: (unit: string, at: string) =>
    chooseUnits(fresh.db, city.campaign, { added: [], removed: [unit] }, by(at)),
  ask: (unit: string, at: string) =>
    chooseUnits(fresh.db, city.campaign, { added: [unit], removed: [] }, by(at)),
} as const;

let campaigns = 0;
/** Another campaign of the same city: cheaper than another city. */
const nextCampaign = async (): Promise<void> => {
  campaigns += 1;
  const id = await inTransaction(fresh.db, async (tx) => {
    const code = `dot-${campaigns}`;
    const campaignId = await addCampaign(tx, { ...dispatchOfHaiDuong, code }, by(morning));
    await owe(tx, campaignId, morning);
    return campaignId;
  });
  const campaign = await campaignById(fresh.db, id);
  if (campaign) city = { ...city, campaign };
};

/** What does not fit the state is refused; anything else is a bug. */
const refused =
  /^(state-changed|draft-locked|not-found|units-have-reports|warnings-unconfirmed|draft-has-faults)$/;

const appendixOf = (asOf?: string) =>
  inSnapshot(fresh.db, async (snapshot) => ({
    figures: withoutFirstDrafts(
      consolidate(
        city.campaign.categories,
        await groupsOfAppendix(snapshot, city.campaign.id, asOf),
      ),
    ),
    people: [...(await peopleOfAppendix(snapshot, city.campaign.id, asOf))].sort(),
  }));

/** Beginning a draft leaves no trace of its time; for the appendix it makes no difference. */
const withoutFirstDrafts = (all: Consolidation) => ({
  ...all,
  groups: all.groups.map((group) => ({
    ...group,
    lines: group.lines.map(({ unit, ...line }) => ({
      ...line,
      unit: { ...unit, state: unit.sent || unit.state !== 'draft' ? unit.state : 'not_started' },
    })),
  })),
});

test('whatever happened since, the appendix of a moment is the one that was computed then', async () => {
  const aStep = fc.record({
    deed: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[]), 'send', 'send'),
    unit: fc.constantFrom(...units),
    seconds: fc.integer({ min: 1, max: 5000 }),
  });
  let done = 0;
  const anyCourse = fc.asyncProperty(
    fc.array(aStep, { minLength: 6, maxLength: 12 }),
    async (steps) => {
      await nextCampaign();
      let at = morning;
      const moments = [{ at, appendix: await appendixOf() }];
      for (const [index, { deed, unit, seconds }] of steps.entries()) {
        at = addSeconds(at, seconds);
        await deeds[deed](unit, at, index + 1).then(
          () => {
            done += 1;
          },
          (failure: Error) => expect(failure.message).toMatch(refused),
        );
        moments.push({ at, appendix: await appendixOf() });
      }
      for (const moment of moments) expect(await appendixOf(moment.at)).toEqual(moment.appendix);
    },
  );
  await fc.assert(anyCourse, { numRuns: 8 });
  expect(done).toBeGreaterThan(15);
}, 60_000);

const stateOf = async (asOf?: string) =>
  Object.fromEntries(
    (await groupsOfAppendix(fresh.db, city.campaign.id, asOf)).flatMap(({ units: all }) =>
      all.map(({ name, state }) => [name, state]),
    ),
  );
const later = (minutes: number) => addSeconds(morning, minutes * 60);

test('more time is no state of its own, and a history that names a unit too often takes it from nowhere', async () => {
  const school = 'Trường THCS Nguyễn Huệ';
  await deeds.send('thcs-nguyen-hue', later(1), 3);
  await deeds.extend('thcs-nguyen-hue', later(2));
  await deeds.accept('thcs-nguyen-hue', later(3));
  expect((await stateOf(later(2)))[school]).toBe('submitted');
  // Entries of early versions named units that owed already.
  const details = { added: 'thcs-nguyen-hue', removed: '' };
  await inTransaction(fresh.db, (tx) =>
    record(tx, by(later(5)), 'campaign.units-chosen', city.campaign.id, details),
  );
  expect((await stateOf(later(4)))[school]).toBe('accepted');
});

test('a unit left out since is there again, one asked since is not, and drafts are nobody’s business', async () => {
  const all = await stateOf();
  await deeds.leaveOut('mn-binh-han', later(10));
  await deeds.save('thcs-nguyen-hue', later(20), 3);
  await deeds.ask('mn-binh-han', later(30));
  expect(await stateOf(later(5))).toEqual(all);
  const { 'Trường Mầm non Bình Hàn': _, ...without } = all;
  expect(await stateOf(later(15))).toEqual(without);
  expect(await stateOf(later(25))).toEqual({ ...without, 'Trường THCS Nguyễn Huệ': 'draft' });
  expect(await stateOf(later(35))).toEqual(await stateOf());
});
