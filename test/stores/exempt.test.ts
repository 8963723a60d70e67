import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exempt } from '../../src/reports/exempt.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { reportFound } from '../../src/reports/store.ts';
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
const by = (person: PersonName) => ({ accountId: city.ids[person], address: 'test', at: morning });
const draft = (count: number) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(count));
const sendOff = () => sent(fresh.db, city, school, draft(45));
const takeBack = async () => withdraw(fresh.db, await found(), by('tam'));

describe('A unit that need not report', () => {
  test('is exempt, with or without a draft', async () => {
    await saveDraft(fresh.db, await found(), draft(45), 0, by('tam'));
    await exempt(fresh.db, await report(), 'Đã giải thể', by('lan'));
    expect((await report()).state).toBe('exempt');
    await expect(sendOff()).rejects.toThrow('draft-locked');
  });

  test('is not exempt once it has sent, not even while it mends its report', async () => {
    await sendOff();
    await expect(exempt(fresh.db, await report(), 'Đã giải thể', by('lan'))).rejects.toThrow(
      'state-changed',
    );
    await takeBack();
    await expect(exempt(fresh.db, await report(), 'Đã giải thể', by('lan'))).rejects.toThrow(
      'state-changed',
    );
    expect((await report()).state).toBe('draft');
  });
});
