import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/accounts/password.ts';
import { accountSignedIn } from '../../src/accounts/sign-in.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { countAttempt, forgetAttemptsBefore } from '../../src/sessions/store.ts';
import { aCity, actorOf, aPerson, type City, password } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const window = 15 * 60;
const attempt = (identifier: string, word = password, now = morning, address = '10.0.0.7') =>
  accountSignedIn(fresh.db, { identifier, password: word, address, now });
const wrong = (identifier: string, now = morning) =>
  expect(attempt(identifier, 'sai mật khẩu rồi', now)).rejects.toThrow('sign-in-failed');
const pointsOf = async (key: string) => {
  const query = fresh.db.selectFrom('sign_in_attempt').select('points').where('key', '=', key);
  return (await query.executeTakeFirst())?.points;
};

describe('Signing in', () => {
  test.each(['minh@thu.example', 'Minh@Thu.EXAMPLE', 'phuong-quang-trung', 'Phuong-Quang-Trung'])(
    'with %j opens the account',
    async (identifier) => {
      expect(await attempt(identifier)).toBe(city.ids.minh);
    },
  );

  test.each(['', 'nobody@thu.example', 'phong-noi-vu', '%', "' or 1=1 --"])(
    'with %j does not, and does not say why',
    async (identifier) => {
      await expect(attempt(identifier)).rejects.toMatchObject({
        code: 'sign-in-failed',
        field: 'identifier',
        details: {},
      });
    },
  );

  test('with the code of a unit finds the clerk whose password it is', async () => {
    const unit = 'phuong-quang-trung';
    const email = 'thu@thu.example';
    const second = await aPerson(fresh.db, { role: 'clerk', name: 'Vũ Thu', email, unit });
    const minhOrThu = await attempt(unit);
    expect([city.ids.minh, second]).toContain(minhOrThu);
    await fresh.db
      .updateTable('account')
      .set({ password_hash: null })
      .where('id', '=', city.ids.minh)
      .execute();
    expect(await attempt(unit)).toBe(second);
  });

  test('with the code of a unit finds each of twenty clerks', async () => {
    const unit = 'phuong-quang-trung';
    for (let index = 2; index <= 20; index += 1) {
      const email = `clerk${index}@thu.example`;
      await aPerson(fresh.db, { role: 'clerk', name: `Vũ ${index}`, email, unit });
    }
    const last = await fresh.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'clerk20@thu.example')
      .executeTakeFirstOrThrow();
    const other = 'mot cau hoan toan khac';
    await fresh.db
      .updateTable('account')
      .set({ password_hash: await hashPassword(other) })
      .where('id', '=', last.id)
      .execute();
    expect(await attempt(unit, other)).toBe(last.id);
  });

  test('a deactivated account opens no more, by any name', async () => {
    await fresh.db
      .updateTable('account')
      .set({ deactivated_at: morning })
      .where('id', '=', city.ids.minh)
      .execute();
    await wrong('phuong-quang-trung');
    await expect(attempt('minh@thu.example')).rejects.toThrow('sign-in-failed');
    expect(await actorOf(fresh.db, city.ids.minh)).toBeNull();
  });
});

describe('Ten wrong tries in a quarter of an hour', () => {
  const tenWrong = async (identifier: string) => {
    for (let index = 0; index < 10; index += 1) await wrong(identifier);
  };

  test('are the last: the eleventh is not even looked at, the right password included', async () => {
    await tenWrong('minh@thu.example');
    await expect(attempt('MINH@thu.example')).rejects.toMatchObject({
      code: 'sign-in-throttled',
      details: { minutes: 15 },
    });
    expect(await attempt('tam@thu.example')).toBe(city.ids.tam);
  });

  test('by any name are tries of one account', async () => {
    for (let index = 0; index < 5; index += 1) await wrong('minh@thu.example');
    for (let index = 0; index < 5; index += 1) await wrong('phuong-quang-trung');
    for (const name of ['minh@thu.example', 'phuong-quang-trung'])
      await expect(attempt(name)).rejects.toMatchObject({ code: 'sign-in-throttled' });
    expect(await attempt('tam@thu.example')).toBe(city.ids.tam);
  });

  test('of one clerk do not shut out the other clerk of the unit', async () => {
    const unit = 'phuong-quang-trung';
    const email = 'thu@thu.example';
    const second = await aPerson(fresh.db, { role: 'clerk', name: 'Vũ Thu', email, unit });
    await tenWrong('minh@thu.example');
    expect(await attempt(unit)).toBe(second);
    expect(await attempt(email)).toBe(second);
    await expect(attempt('minh@thu.example')).rejects.toThrow('sign-in-throttled');
  });

  test('are not used up by a colleague who signs in rightly with the code of the unit', async () => {
    const unit = 'phuong-quang-trung';
    const email = 'thu@thu.example';
    await aPerson(fresh.db, { role: 'clerk', name: 'Vũ Thu', email, unit });
    const other = 'mot cau hoan toan khac';
    const hash = await hashPassword(other);
    await fresh.db
      .updateTable('account')
      .set({ password_hash: hash })
      .where('email', '=', email)
      .execute();
    for (let index = 0; index < 15; index += 1) await attempt(unit, other);
    expect(await attempt('minh@thu.example')).toBe(city.ids.minh);
  });

  test('are over with the window, which further tries do not stretch', async () => {
    await tenWrong('minh@thu.example');
    const end = addSeconds(morning, window);
    const justBefore = addSeconds(end, -1);
    await expect(attempt('minh@thu.example', password, justBefore)).rejects.toThrow('throttled');
    expect(await attempt('minh@thu.example', password, end)).toBe(city.ids.minh);
  });

  test('are forgotten with a success in between', async () => {
    for (let index = 0; index < 9; index += 1) await wrong('minh@thu.example');
    await attempt('minh@thu.example');
    expect(await pointsOf('account:minh@thu.example')).toBeUndefined();
    expect(await pointsOf('address:10.0.0.7')).toBe(9);
    await wrong('minh@thu.example');
    expect(await attempt('minh@thu.example')).toBe(city.ids.minh);
  });

  test('thirty sent at once count as thirty', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, () => attempt('minh@thu.example', 'sai mật khẩu rồi')),
    );
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'));
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(10);
    expect(codes.filter((code) => code === 'sign-in-throttled')).toHaveLength(20);
    expect(await pointsOf('account:minh@thu.example')).toBe(30);
  });
});

describe('A hundred wrong tries from one address', () => {
  test('stop everybody there, and nobody elsewhere', async () => {
    const span = { now: morning, expiresAt: addSeconds(morning, window) };
    for (let index = 0; index < 100; index += 1)
      await countAttempt(fresh.db, 'address:10.0.0.7', span);
    await expect(attempt('minh@thu.example')).rejects.toThrow('sign-in-throttled');
    expect(await attempt('minh@thu.example', password, morning, '10.0.0.8')).toBe(city.ids.minh);
  });
});

test('counters whose window is over are swept away, running ones stay', async () => {
  const keep = addSeconds(morning, 60);
  await countAttempt(fresh.db, 'old', { now: morning, expiresAt: morning });
  await countAttempt(fresh.db, 'running', { now: morning, expiresAt: keep });
  await forgetAttemptsBefore(fresh.db, morning);
  expect([await pointsOf('old'), await pointsOf('running')]).toEqual([undefined, 1]);
});
