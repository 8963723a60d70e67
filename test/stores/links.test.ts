import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Arrival,
  arrive,
  issueLink,
  linkSeconds,
  tokenHash,
} from '../../src/accounts/invitation.ts';
import { linkStanding } from '../../src/accounts/links-store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { allRows } from '../support/all-rows.ts';
import { aCity, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const lan = (at = morning) => ({ accountId: city.ids.lan, address: 'test', at });
const somebody = (at = morning) => ({ accountId: null, address: 'test', at });
const nothing: Arrival = { name: '', email: '', password: '' };
const spend = (token: string, arrival: Partial<Arrival> = {}, at = morning) =>
  arrive(fresh.db, token, { ...nothing, ...arrival }, somebody(at));
const link = (at = morning) =>
  inTransaction(fresh.db, (tx) => issueLink(tx, city.ids.minh, lan(at)));
const standing = (token: string, at = morning) => linkStanding(fresh.db, tokenHash(token), at);

describe('A one-time link', () => {
  test('says whose it is without being spent, then opens that account once', async () => {
    const token = await link();
    const owner = { accountId: city.ids.minh, name: 'Phạm Văn Minh' };
    expect(await standing(token)).toMatchObject({ ...owner, units: ['UBND phường Quang Trung'] });
    expect(await standing(token)).toMatchObject(owner);
    expect(await spend(token)).toBe(city.ids.minh);
    expect(await standing(token)).toBeUndefined();
    await expect(spend(token)).rejects.toThrow('link-spent');
  });

  test('is spent once by ten people at once', async () => {
    const token = await link();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => spend(token)));
    const refused = tries.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const one of refused) expect(one).toMatchObject({ reason: { code: 'link-spent' } });
    const spent = fresh.db.selectFrom('history').select('seq').where('action', '=', 'link.spent');
    expect(await spent.execute()).toHaveLength(1);
  });

  test('runs out after seven days, to the second', async () => {
    const token = await link();
    const end = addSeconds(morning, linkSeconds);
    expect(linkSeconds).toBe(7 * 86_400);
    await expect(spend(token, {}, end)).rejects.toThrow('link-spent');
    expect(await spend(token, {}, addSeconds(end, -1))).toBe(city.ids.minh);
  });

  test('is replaced by a newer one', async () => {
    const [older, newer] = [await link(), await link(addSeconds(morning, 60))];
    await expect(spend(older)).rejects.toThrow('link-spent');
    expect(await spend(newer)).toBe(city.ids.minh);
  });

  test('opens nothing when it was made up, or when the account was deactivated', async () => {
    for (const token of ['', 'x', 'a'.repeat(5000)])
      await expect(spend(token)).rejects.toThrow('link-spent');
    const token = await link();
    await fresh.db.updateTable('account').set({ deactivated_at: morning }).execute();
    await expect(spend(token)).rejects.toThrow('link-spent');
  });

  test('is 256 random bits that stand nowhere in the database', async () => {
    const tokens = [await link(), await link()];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const everything = JSON.stringify(await allRows(fresh.db));
    expect(everything).toContain(tokenHash(tokens[1] ?? ''));
    for (const token of tokens) expect(everything).not.toContain(token);
  });

  test('refused input does not spend it', async () => {
    const token = await link();
    await expect(spend(token, { password: 'ngắn' })).rejects.toThrow('password-too-short');
    expect(await spend(token, { password: 'một câu khác hẳn' })).toBe(city.ids.minh);
  });
});
