import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign, reopenCampaign } from '../../src/campaigns/close.ts';
import { dispatchOfHaiDuong, loadFirstCampaign } from '../../src/campaigns/first-campaign.ts';
import { campaignByCode, campaignLines, officeInCharge } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { groupLines, unitLines } from '../../src/units/store.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
  await loadFirstCampaign(fresh.db, doer);
});
afterEach(() => fresh.close());

const doer = { accountId: null, address: 'test', at: morning };
const theDispatch = async () => {
  const campaign = await campaignByCode(fresh.db, dispatchOfHaiDuong.code);
  if (!campaign) throw new Error('the campaign is missing');
  return campaign;
};
const reports = () => fresh.db.selectFrom('report').select(['unit_id', 'state']).execute();

describe('An empty database gets the dispatch of Hải Dương city', () => {
  test('with its dates, its categories in order, and who is in charge', async () => {
    const campaign = await theDispatch();
    expect(campaign).toMatchObject({
      cutOffOn: '2024-11-30',
      deadlineAt: '2024-12-12T17:00:00.000Z',
      dispatchNumber: null,
      closedAt: null,
    });
    expect(campaign.categories.map(({ name }) => name)).toEqual([
      'Cán bộ',
      'Công chức',
      'Viên chức',
    ]);
    expect(await officeInCharge(fresh.db)).toMatchObject({ issuer: 'UBND thành phố Hải Dương' });
    expect((await campaignLines(fresh.db)).map(({ code }) => code)).toEqual(['cchc-2024']);
  });

  test('with its 116 units in three groups, each of which owes a report', async () => {
    const units = await unitLines(fresh.db);
    expect(units).toHaveLength(116);
    expect(new Set(units.map(({ code }) => code)).size).toBe(116);
    expect(await groupLines(fresh.db)).toHaveLength(3);
    expect(new Set((await reports()).map((report) => report.unit_id)).size).toBe(116);
  });

  test('once: a second start changes nothing', async () => {
    await loadFirstCampaign(fresh.db, doer);
    expect(await campaignLines(fresh.db)).toHaveLength(1);
    expect(await reports()).toHaveLength(116);
  });
});

test('a unit that joins later owes a report as well; the others stay as they are', async () => {
  const { id } = await theDispatch();
  await fresh.db.updateTable('report').set({ state: 'draft' }).execute();
  const [unit] = await fresh.db.selectFrom('unit').selectAll().limit(1).execute();
  if (!unit) throw new Error('there are no units');
  await fresh.db
    .insertInto('unit')
    .values([
      { ...unit, id: 'new', code: 'new' },
      { ...unit, id: 'gone', code: 'gone', deactivated_at: morning },
    ])
    .execute();
  await inTransaction(fresh.db, (tx) => owe(tx, id, morning));
  const all = await reports();
  expect(all).toHaveLength(117);
  expect(all.filter(({ state }) => state === 'not_started')).toEqual([
    { unit_id: 'new', state: 'not_started' },
  ]);
});

test('closing and opening again stand in the history, with the reason', async () => {
  const campaign = await theDispatch();
  await closeCampaign(fresh.db, campaign, doer);
  expect((await theDispatch()).closedAt).toBe(morning);
  await expect(reopenCampaign(fresh.db, campaign, doer, '')).rejects.toThrow('reason-missing');
  await reopenCampaign(fresh.db, campaign, doer, 'Còn hai trường');
  expect((await theDispatch()).closedAt).toBeNull();
  const entries = await fresh.db
    .selectFrom('history')
    .select(['action', 'details'])
    .where('subject', '=', campaign.id)
    .orderBy('seq')
    .execute();
  expect(entries.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
    ['campaign.added', { code: 'cchc-2024' }],
    ['campaign.closed', { drafts: 0, notSent: 116 }],
    ['campaign.reopened', { reason: 'Còn hai trường' }],
  ]);
});
