import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaign, reopenCampaign } from '../../src/campaigns/close.ts';
import type { Draft } from '../../src/reports/draft.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { eventsOf, reportFound } from '../../src/reports/store.ts';
import { versionNumbered } from '../../src/reports/version-store.ts';
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

const school = 'thcs-nguyen-hue';
const closing = '2024-12-20T03:00:00.000Z';
const found = () => reportFound(fresh.db, city.campaign.code, school);
const tam = (at = morning) => ({ accountId: city.ids.tam, address: 'test', at });
const lan = (at: string) => ({ accountId: city.ids.lan, address: 'test', at });
const good = () => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(45));
const save = async (draft: Draft) => {
  const before = await found();
  return saveDraft(fresh.db, before, draft, before.report.draftRevision, tam());
};
const trySending = async (at = morning, revision = 1, confirmed: string[] = []) =>
  send(fresh.db, await found(), { revision, confirmed }, tam(at));

const nothingWasSent = async () => {
  const { report } = await found();
  expect(report.lastVersion).toBe(0);
  expect(report.state).toBe('draft');
  expect(await versionNumbered(fresh.db, report.id, 1)).toBeUndefined();
  expect(await eventsOf(fresh.db, report.id)).toEqual([]);
  const { last_receipt } = await fresh.db
    .selectFrom('campaign')
    .select('last_receipt')
    .executeTakeFirstOrThrow();
  expect(last_receipt).toBe(0);
};

describe('A draft that is not ready is not sent', () => {
  test('with an error in it', async () => {
    await save(aDraft(city.campaign, { 'vien-chuc': '44' }, aList(45)));
    await expect(trySending()).rejects.toThrow('draft-has-faults');
    await nothingWasSent();
  });

  test('with a warning that nobody confirmed, or another one confirmed', async () => {
    const rows = [...aList(2), ...aList(1)];
    await save(aDraft(city.campaign, { 'vien-chuc': '48' }, rows));
    await expect(trySending()).rejects.toThrow('warnings-unconfirmed');
    await expect(trySending(morning, 1, ['same-name-twice:1-2'])).rejects.toThrow(
      'warnings-unconfirmed',
    );
    await nothingWasSent();
    await trySending(morning, 1, ['same-name-twice:1-3']);
    const version = await versionNumbered(fresh.db, (await found()).report.id, 1);
    expect(version?.confirmed).toEqual([
      { code: 'same-name-twice', details: { rows: '1, 3', name: aList(1)[0]?.name } },
    ]);
  });

  test('when it changed since it was reviewed', async () => {
    await save(good());
    await save(aDraft(city.campaign, { 'vien-chuc': '50' }, aList(45)));
    await expect(trySending(morning, 1)).rejects.toThrow('state-changed');
    await nothingWasSent();
  });
});

describe('Rule 7: outside the time of the campaign nothing is sent', () => {
  test('before it opens', async () => {
    await save(good());
    await expect(trySending('2024-12-08T16:59:59.999Z')).rejects.toMatchObject({
      code: 'campaign-not-open',
      details: { opens: '09/12/2024 00:00' },
    });
    await nothingWasSent();
  });

  test('late is accepted, and the version knows how late', async () => {
    await save(good());
    const late = '2024-12-14T01:00:00.000Z';
    expect(await trySending(late)).toBe(1);
    const version = await versionNumbered(fresh.db, (await found()).report.id, 1);
    expect(version).toMatchObject({ sentAt: late, dueAt: city.campaign.deadlineAt });
  });

  test('after the office closed it, until the office opens it again', async () => {
    await save(good());
    await closeCampaign(fresh.db, city.campaign, lan(closing));
    await expect(trySending(closing)).rejects.toThrow('campaign-closed');
    await nothingWasSent();
    const reopening = lan('2024-12-21T03:00:00.000Z');
    await expect(reopenCampaign(fresh.db, city.campaign, reopening, '')).rejects.toThrow(
      'reason-missing',
    );
    await reopenCampaign(fresh.db, city.campaign, reopening, 'Còn hai trường');
    expect(await trySending('2024-12-21T03:00:01.000Z')).toBe(1);
  });

  test('closed while the clerk was about to send: nothing of it is stored', async () => {
    await save(good());
    const before = await found();
    await closeCampaign(fresh.db, city.campaign, lan(closing));
    const sending = send(fresh.db, before, { revision: 1, confirmed: [] }, tam(closing));
    await expect(sending).rejects.toThrow('campaign-closed');
    await nothingWasSent();
  });

  test('a unit with an extension sends after closing, on time until the extension ends', async () => {
    await save(good());
    await closeCampaign(fresh.db, city.campaign, lan(closing));
    const until = '2024-12-22T10:00:00.000Z';
    await fresh.db
      .updateTable('report')
      .set({ extended_until: until })
      .where('id', '=', (await found()).report.id)
      .execute();
    await expect(trySending(until)).rejects.toThrow('campaign-closed');
    await trySending('2024-12-22T09:59:59.999Z');
    const version = await versionNumbered(fresh.db, (await found()).report.id, 1);
    expect(version?.dueAt).toBe(until);
  });

  test('a sent report is not taken back when it could not be sent again', async () => {
    await sent(fresh.db, city, school, good());
    await closeCampaign(fresh.db, city.campaign, lan(closing));
    await expect(withdraw(fresh.db, await found(), tam(closing))).rejects.toThrow(
      'campaign-closed',
    );
    expect((await found()).report.state).toBe('submitted');
  });

  test('sending again what was sent before closing still gives its number', async () => {
    await save(good());
    await trySending();
    await closeCampaign(fresh.db, city.campaign, lan(closing));
    expect(await trySending(closing)).toBe(1);
  });
});
