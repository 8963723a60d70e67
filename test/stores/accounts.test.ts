import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { invite } from '../../src/accounts/invitation.ts';
import { accountCard, accountCards } from '../../src/accounts/people-store.ts';
import { addAccount } from '../../src/accounts/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { ownReport, reportsOwedBy } from '../../src/reports/store.ts';
import { unitLines } from '../../src/units/store.ts';
import { aCity, actorOf, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const doer = { accountId: null, address: 'test', at: morning };
const person = { name: 'Vũ Thu', email: 'thu@thu.example', role: 'office', unitIds: [] };
const unitId = async (code: string) =>
  (await unitLines(fresh.db)).find((unit) => unit.code === code)?.id ?? '';
const actor = async (id: string) => {
  const found = await actorOf(fresh.db, id);
  if (!found) throw new Error('there is no such account');
  return found;
};

describe('An e-mail belongs to one account', () => {
  test('whatever its capitals', async () => {
    await invite(fresh.db, person, doer);
    const again = invite(fresh.db, { ...person, email: 'THU@Thu.Example' }, doer);
    await expect(again).rejects.toMatchObject({ code: 'email-taken', field: 'email' });
  });

  test('also when ten people are invited with it at once', async () => {
    const tries = Array.from({ length: 10 }, () => invite(fresh.db, person, doer));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const query = fresh.db.selectFrom('account').select('id').where('email', '=', person.email);
    expect(await query.execute()).toHaveLength(1);
  });

  test('any number of accounts have none', async () => {
    await invite(fresh.db, { ...person, email: '' }, doer);
    await invite(fresh.db, { ...person, email: '' }, doer);
    const query = fresh.db.selectFrom('account').select('id').where('email', 'is', null);
    expect(await query.execute()).toHaveLength(2);
  });
});

describe('The list of people', () => {
  test('has the office first, then the clerks in the order of their units', async () => {
    const names = (await accountCards(fresh.db)).map(({ name }) => name);
    expect([...names.slice(0, 3)].sort()).toEqual(['Trần Thị Lan', 'Vũ Quản Trị', 'Đỗ Thị Hoa']);
    expect(names.slice(3)).toEqual(['Lê Thị Tâm', 'Phạm Văn Minh']);
  });

  test('has one line for a person of two units', async () => {
    const unitIds = [await unitId('phong-noi-vu'), await unitId('phong-tu-phap')];
    const clerk = { role: 'clerk', name: 'Vũ Thu', email: null, unitIds } as const;
    const id = await inTransaction(fresh.db, (tx) => addAccount(tx, clerk, doer));
    const lines = (await accountCards(fresh.db)).filter((line) => line.id === id);
    expect(lines).toEqual([
      {
        id,
        name: 'Vũ Thu',
        email: null,
        phone: null,
        role: 'clerk',
        hasPassword: false,
        signedInAt: null,
        deactivatedAt: null,
        units: [
          { id: unitIds[0], code: 'phong-noi-vu', name: 'Phòng Nội vụ' },
          { id: unitIds[1], code: 'phong-tu-phap', name: 'Phòng Tư pháp' },
        ],
      },
    ]);
    expect(await accountCard(fresh.db, id)).toEqual(lines[0]);
  });

  test('says of deactivated accounts that they are', async () => {
    await fresh.db
      .updateTable('account')
      .set({ deactivated_at: morning })
      .where('id', '=', city.ids.tam)
      .execute();
    const gone = (await accountCards(fresh.db)).filter((card) => card.deactivatedAt !== null);
    expect(gone.map(({ id }) => id)).toEqual([city.ids.tam]);
    expect(await accountCard(fresh.db, city.ids.tam)).toEqual(gone[0]);
  });
});

describe('A clerk finds the reports of the own units only', () => {
  test("another unit's report is simply not there", async () => {
    const minh = await actor(city.ids.minh);
    const { code } = city.campaign;
    const own = await ownReport(fresh.db, minh, code, 'phuong-quang-trung');
    expect(own.report.unitId).toBe(minh.unitIds[0]);
    for (const [campaign, unit] of [
      [code, 'thcs-nguyen-hue'],
      [code, 'nowhere'],
      ['no-campaign', 'phuong-quang-trung'],
    ] as const)
      await expect(ownReport(fresh.db, minh, campaign, unit)).rejects.toThrow('not-found');
  });

  test('the office owes none of its own, and finds every unit’s, to enter what came on paper', async () => {
    const lan = await actor(city.ids.lan);
    const { report } = await ownReport(fresh.db, lan, city.campaign.code, 'thcs-nguyen-hue');
    expect(report.unitCode).toBe('thcs-nguyen-hue');
    expect(await reportsOwedBy(fresh.db, lan.unitIds)).toEqual([]);
  });

  test('the reports owed by a unit name their campaign', async () => {
    const { unitIds } = await actor(city.ids.tam);
    const owed = await reportsOwedBy(fresh.db, unitIds);
    expect(
      owed.map(({ unitCode, campaignCode, state }) => [unitCode, campaignCode, state]),
    ).toEqual([['thcs-nguyen-hue', city.campaign.code, 'not_started']]);
  });
});
