import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countedElsewhere } from '../../src/claims/counted-store.ts';
import { type Decided, decideClaim } from '../../src/claims/decide.ts';
import { decisionsOf } from '../../src/claims/decisions-store.ts';
import { openCases, openCount } from '../../src/claims/found-store.ts';
import { type Choice, type SeenCase, settledAmong } from '../../src/claims/seen-case.ts';
import { stands, verdictsOf } from '../../src/claims/standing.ts';
import { undoClaim } from '../../src/claims/undo.ts';
import { decide } from '../../src/reports/decide.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, type City, type PersonName, sent } from '../support/city.ts';
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
const ward = 'phuong-quang-trung';
const office = 'phong-noi-vu';
const different = { verdict: 'different', countedReportId: null } as const;

const by = (person: PersonName) => ({ accountId: city.ids[person], address: 'test', at: morning });
const reportId = async (unit: string) =>
  (await reportFound(fresh.db, city.campaign.code, unit)).report.id;
const same = async (unit: string): Promise<Choice> => ({
  verdict: 'same',
  countedReportId: await reportId(unit),
});

const person = (name: string, title = 'Giáo viên') => ({
  name,
  birthDate: '',
  title,
  category: 'Viên chức',
  note: '',
});
/** A unit sends these people, again if it has sent before. */
const sends = async (unit: string, ...names: string[]) => {
  const { report } = await reportFound(fresh.db, city.campaign.code, unit);
  if (report.lastVersion > 0) {
    const returning = {
      decision: 'return',
      state: report.state,
      version: report.lastVersion,
    } as const;
    await decide(fresh.db, report, { ...returning, reason: 'Gửi lại' }, by('lan'));
  }
  const rows = names.map((name) => person(name));
  await sent(fresh.db, city, unit, aDraft(city.campaign, { 'vien-chuc': '9' }, rows));
};

/** The first open case as an officer sees it now, with an answer; some rows only, by their index. */
const seen = async (choice: Choice, only?: readonly number[]) => {
  const rows = (await openCases(fresh.db, city.campaign.id))[0]?.rows ?? [];
  const verdicts = verdictsOf(await decisionsOf(fresh.db, { campaignId: city.campaign.id }));
  const ticked = rows.filter((_, index) => only?.includes(index) ?? true);
  return { rows, ticked, settled: settledAmong(rows, verdicts.settled), choice };
};
const decided = (one: SeenCase, officer: PersonName = 'lan'): Promise<Decided> =>
  decideClaim(fresh.db, city.campaign.id, one, by(officer));
const open = () => openCount(fresh.db, city.campaign.id);
const elsewhere = async () =>
  [...(await countedElsewhere(fresh.db, city.campaign.id)).values()].flat();
const actions = async () =>
  (
    await fresh.db.selectFrom('history').select(['action', 'details']).orderBy('seq').execute()
  ).filter(({ action }) => action.startsWith('claim.'));

describe('One person in two units', () => {
  test('counts in the unit that an officer chose, until that is undone', async () => {
    await sends(school, 'Trần Thị Hòa', 'Lê Văn Bốn');
    await sends(ward, 'Phạm Văn Năm', 'TRẦN THỊ HOÀ');
    expect(await open()).toBe(1);
    const { decisionId, otherReportIds } = await decided(await seen(await same(school)));
    expect(otherReportIds).toEqual([await reportId(ward)]);
    expect(await open()).toBe(0);
    expect(await elsewhere()).toMatchObject([{ unit: 'Trường THCS Nguyễn Huệ', position: 2 }]);
    const undoing = () => undoClaim(fresh.db, city.campaign.id, decisionId, by('hoa'));
    expect(await undoing()).toEqual({ decisionId, otherReportIds });
    await expect(undoing()).rejects.toMatchObject({ code: 'claim-undone-already' });
    expect(await open()).toBe(1);
    expect(await elsewhere()).toEqual([]);
    const kept = await decisionsOf(fresh.db, { campaignId: city.campaign.id, undoneToo: true });
    expect(kept).toMatchObject([{ id: decisionId, undoneById: city.ids.hoa }]);
    const details = JSON.stringify({ verdict: 'same', rows: 2 });
    expect(await actions()).toEqual([
      { action: 'claim.decided', details },
      { action: 'claim.undone', details },
    ]);
  });

  test('is no question any more when an officer said that they are two people', async () => {
    await sends(school, 'Trần Thị Hòa');
    await sends(ward, 'Trần Thị Hòa');
    expect((await decided(await seen(different))).otherReportIds).toEqual([]);
    expect(await open()).toBe(0);
    await sends(school, 'Lê Văn Mới', 'Trần Thị Hòa');
    expect(await open()).toBe(0);
    expect(await elsewhere()).toEqual([]);
  });

  test('counts again where it was sent when the other unit sends without this person', async () => {
    await sends(school, 'Trần Thị Hòa');
    await sends(ward, 'Trần Thị Hòa');
    await decided(await seen(await same(school)));
    await sends(school, 'Lê Văn Bốn');
    expect(await elsewhere()).toEqual([]);
    const [decision] = await decisionsOf(fresh.db, { campaignId: city.campaign.id });
    expect(decision && stands(decision)).toBe(false);
    await sends(school, 'Lê Văn Bốn', 'Trần Thị Hòa');
    expect(await elsewhere()).toHaveLength(1);
    expect(await open()).toBe(0);
  });

  test('in three units: two are decided about, then the third', async () => {
    for (const unit of [school, ward, office]) await sends(unit, 'Trần Thị Hòa');
    const first = await seen(different);
    expect(first.rows).toHaveLength(3);
    const units = first.rows.map((row) => row.reportId);
    const [one = '', two = ''] = units;
    const choice = { verdict: 'same', countedReportId: one } as const;
    expect((await decided(await seen(choice, [0, 1]))).otherReportIds).toEqual([two]);
    expect(await open()).toBe(1);
    const rest = await seen({ verdict: 'same', countedReportId: units[2] ?? '' });
    expect(rest.settled).toBe('1-2');
    await decided(rest);
    expect(await open()).toBe(0);
    expect(await elsewhere()).toHaveLength(2);
  });
});

describe('A decision is refused', () => {
  beforeEach(async () => {
    for (const unit of [school, ward, office]) await sends(unit, 'Trần Thị Hòa');
  });

  test('when a colleague was faster, even by a moment', async () => {
    const one = await seen(different, [0, 1]);
    const other = await seen(await same(ward));
    const works = [decided(one), decided(other, 'hoa')];
    const results = await Promise.allSettled(works);
    const refusals = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refusals).toMatchObject([{ code: 'claim-decided-meanwhile' }]);
    expect(await actions()).toHaveLength(1);
  });

  test('when a unit has sent anew, even with the same people', async () => {
    const before = await seen(different);
    await sends(ward, 'Trần Thị Hòa');
    await expect(decided(before)).rejects.toMatchObject({ code: 'claim-rows-changed' });
    expect(await actions()).toEqual([]);
  });

  test('when nothing was chosen, too few rows were ticked, or another unit was chosen', async () => {
    const all = await seen(different);
    await expect(decided({ ...all, choice: null })).rejects.toMatchObject({
      code: 'claim-unchosen',
    });
    await expect(decided(await seen(different, [1]))).rejects.toMatchObject({
      code: 'claim-rows-too-few',
    });
    const third = { verdict: 'same', countedReportId: all.rows[2]?.reportId ?? '' } as const;
    await expect(decided(await seen(third, [0, 1]))).rejects.toMatchObject({
      code: 'claim-unit-unticked',
    });
  });
});
