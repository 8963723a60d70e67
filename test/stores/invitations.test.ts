import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Arrival, arrive, firstOfficeLink, invite } from '../../src/accounts/invitation.ts';
import { officeHasPeople } from '../../src/accounts/store.ts';
import { unitLines } from '../../src/units/store.ts';
import { aCity, actorOf, type City, password } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const lan = () => ({ accountId: city.ids.lan, address: 'test', at: morning });
const somebody = () => ({ accountId: null, address: 'test', at: morning });
const nothing: Arrival = { name: '', email: '', password: '' };
const spend = (token: string) => arrive(fresh.db, token, nothing, somebody());

describe('An invitation', () => {
  const someone = { name: 'Ngô Văn Tú', email: 'Tu@THU.example', role: 'office', unitIds: [] };
  const inviting = (changes: object) => invite(fresh.db, { ...someone, ...changes }, lan());

  test('makes an account and its link', async () => {
    const accountId = await spend(await inviting({}));
    const actor = await actorOf(fresh.db, accountId);
    expect(actor).toEqual({ accountId, role: 'office', name: 'Ngô Văn Tú', unitIds: [] });
  });

  test('a clerk gets the unit', async () => {
    const unit = (await unitLines(fresh.db))[3]?.id ?? '';
    const token = await inviting({ role: 'clerk', email: '', unitIds: [unit] });
    expect((await actorOf(fresh.db, await spend(token)))?.unitIds).toEqual([unit]);
  });

  test.each([
    [{ name: '' }, 'name-missing'],
    [{ email: 'tu@thu' }, 'email-invalid'],
    [{ email: 'tu thu@thu.example' }, 'email-invalid'],
    [{ email: 'LAN@thu.EXAMPLE' }, 'email-taken'],
    [{ role: 'root' }, 'role-unknown'],
    [{ role: 'clerk' }, 'unit-missing'],
  ])('%j is refused: %s, and adds nobody', async (changes, code) => {
    const accounts = () => fresh.db.selectFrom('account').select('id').execute();
    const before = await accounts();
    await expect(inviting(changes)).rejects.toThrow(code);
    expect(await accounts()).toHaveLength(before.length);
  });
});

describe('The first office account', () => {
  const first = { name: 'Vũ Thị Mai', email: 'Mai@THU.example', password };

  test('is set up through one link, and a newer link replaces it', async () => {
    const empty = await freshDatabase();
    const older = (await firstOfficeLink(empty.db, somebody())) ?? '';
    const newer = (await firstOfficeLink(empty.db, somebody())) ?? '';
    await expect(arrive(empty.db, older, first, somebody())).rejects.toThrow('link-spent');
    await expect(arrive(empty.db, newer, nothing, somebody())).rejects.toThrow('name-missing');
    const accountId = await arrive(empty.db, newer, first, somebody());
    expect(await actorOf(empty.db, accountId)).toMatchObject({ role: 'admin', name: first.name });
    expect(await firstOfficeLink(empty.db, somebody())).toBeUndefined();
    expect(await empty.db.selectFrom('account').select('email').execute()).toEqual([
      { email: 'mai@thu.example' },
    ]);
    await empty.close();
  });

  test('is not offered where the office has people', async () => {
    expect(await officeHasPeople(fresh.db)).toBe(true);
    expect(await firstOfficeLink(fresh.db, somebody())).toBeUndefined();
  });
});
