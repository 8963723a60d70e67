import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupsOfAppendix } from '../../src/appendix/store.ts';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign, campaignById } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { checkDraft } from '../../src/reports/check.ts';
import type { Draft } from '../../src/reports/draft.ts';
import { keepExplanations, writtenBefore } from '../../src/reports/explanations-store.ts';
import { lastCounts } from '../../src/reports/last-time-store.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { queriesOf } from '../../src/reports/queries.ts';
import type { TypedExplanation } from '../../src/reports/query.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { reportFound } from '../../src/reports/store.ts';
import { versionNumbered } from '../../src/reports/version-store.ts';
import { aCity, aDraft, aList, type City, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db, { leastRate: 80 });
});
afterEach(() => fresh.close());

const school = 'thcs-nguyen-hue';
const why = 'Mười người đang nghỉ thai sản và ốm dài ngày.';
const tam = () => ({ accountId: city.ids.tam, address: 'test', at: morning });
const found = (code = city.campaign.code) => reportFound(fresh.db, code, school);
const low = () => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(30));
const save = async (draft: Draft) => {
  const before = await found();
  return saveDraft(fresh.db, before, draft, before.report.draftRevision, tam());
};

/** What a clerk would write into the boxes of this draft. */
const written = async (draft: Draft, text = why): Promise<TypedExplanation[]> => {
  const { campaign, report } = await found();
  const queries = queriesOf(
    checkDraft(draft, campaign),
    campaign,
    await lastCounts(fresh.db, report),
  );
  return queries.map(({ code, key }) => ({ code, key, text }));
};

const setLeastRate = (rate: number | null) =>
  fresh.db.updateTable('campaign').set({ least_rate: rate }).execute();

const trySending = async (
  explanations: readonly TypedExplanation[],
  before?: Awaited<ReturnType<typeof found>>,
) => {
  const report = before ?? (await found());
  const { draftRevision: revision } = report.report;
  return send(fresh.db, report, { revision, confirmed: [], explanations }, tam());
};

const nothingWasSent = async () => {
  const { report } = await found();
  expect(report).toMatchObject({ lastVersion: 0, state: 'draft' });
  expect(await fresh.db.selectFrom('version').selectAll().execute()).toEqual([]);
};

describe('A report with a query', () => {
  test('is sent with its explanation, which the version and the note of the Phụ lục keep', async () => {
    await save(low());
    await expect(trySending([])).rejects.toMatchObject({
      code: 'queries-unexplained',
      field: 'explanation-rate-low',
    });
    await expect(trySending(await written(low(), 'đi vắng'))).rejects.toThrow(
      'queries-unexplained',
    );
    await nothingWasSent();
    const typed = await written(low());
    const { report } = await found();
    await keepExplanations(fresh.db, report.id, typed);
    expect(await trySending(typed)).toBe(1);
    const details = { rate: '62,50%', participants: 30, headcount: 48, least: 80 };
    const kept = [{ code: 'rate-low', details, text: why }];
    expect((await versionNumbered(fresh.db, report.id, 1))?.explanations).toEqual(kept);
    const units = (await groupsOfAppendix(fresh.db, city.campaign.id)).flatMap(
      ({ units }) => units,
    );
    expect(units.find(({ name }) => name.includes('Nguyễn Huệ'))?.sent?.explanations).toEqual(kept);
    expect((await writtenBefore(fresh.db, report.id)).kept).toEqual(new Map());
    const change = fresh.db.updateTable('version').set({ explanations: '[]' }).execute();
    await expect(change).rejects.toThrow();
  });

  test('that arises while it is being sent is asked about before anything is stored', async () => {
    await setLeastRate(null);
    await save(low());
    const reviewed = await found();
    await setLeastRate(80);
    await expect(trySending([], reviewed)).rejects.toThrow('queries-unexplained');
    await nothingWasSent();
    // What was explained for another rate does not pass for this one.
    const typed = await written(low());
    await setLeastRate(90);
    await expect(trySending(typed)).rejects.toThrow('queries-unexplained');
    await setLeastRate(null);
    expect(await trySending(typed)).toBe(1);
    const version = await versionNumbered(fresh.db, reviewed.report.id, 1);
    expect(version?.explanations).toEqual([]);
  });

  test('sent twice at once is one version; a retry with nothing written gives its number', async () => {
    await save(low());
    const typed = await written(low());
    const before = await found();
    const clicks = await Promise.all([1, 2, 3].map(() => trySending(typed, before)));
    expect(clicks).toEqual([1, 1, 1]);
    expect(await trySending([], before)).toBe(1);
  });
});

test('The headcounts of the last campaign are those of its last version, of the own unit alone', async () => {
  const earlier = { 'can-bo': '2', 'cong-chuc': '0', 'vien-chuc': '44' };
  const full = (total: string) =>
    aDraft(city.campaign, { ...earlier, 'vien-chuc': total }, aList(44));
  await sent(fresh.db, city, school, full('44'));
  const ward = aDraft(city.campaign, { 'can-bo': '9' }, aList(9, 'Cán bộ'));
  await sent(fresh.db, city, 'phuong-quang-trung', ward, { person: 'minh' });
  const next = await inTransaction(fresh.db, async (tx) => {
    const plan = { ...dispatchOfHaiDuong, code: 'cchc-2025', copiedFromId: city.campaign.id };
    const id = await addCampaign(tx, plan, tam());
    await owe(tx, id, morning);
    return campaignById(tx, id);
  });
  const { report } = await found('cchc-2025');
  const counts = await lastCounts(fresh.db, report);
  expect(counts.map(({ code, headcount }) => [code, headcount])).toEqual([
    ['can-bo', 2],
    ['cong-chuc', 0],
    ['vien-chuc', 44],
  ]);
  const nursery = (await reportFound(fresh.db, 'cchc-2025', 'mn-binh-han')).report;
  expect(await lastCounts(fresh.db, nursery)).toEqual([]);
  expect(await lastCounts(fresh.db, (await found()).report)).toEqual([]);
  expect(next?.leastRate).toBeNull();
});

test('What is written for queries is kept by the report; the later text of one query counts', async () => {
  const { report } = await found();
  const of = (text: string): TypedExplanation[] => [{ code: 'rate-low', key: 'rate-low:1', text }];
  await keepExplanations(fresh.db, report.id, []);
  await keepExplanations(fresh.db, report.id, [...of('Trước'), ...of('Sau')]);
  expect((await writtenBefore(fresh.db, report.id)).kept).toEqual(new Map([['rate-low', 'Sau']]));
  await keepExplanations(fresh.db, report.id, of(''));
  expect((await writtenBefore(fresh.db, report.id)).kept).toEqual(new Map([['rate-low', '']]));
});
