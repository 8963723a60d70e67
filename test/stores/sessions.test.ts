import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/db/open.ts';
import {
  endSession,
  endSessionsOf,
  endSessionsUnseenSince,
  keepSession,
  markSessionSeen,
  openSession,
  rewriteSession,
  sessionLines,
  sessionMark,
} from '../../src/sessions/store.ts';
import { aCity, actorOf, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const id = 'the id in the cookie';
const at = (hour: number) => `2024-12-11T0${hour}:00:00.000Z`;
const keep = (data: string, seenAt: string, own = id) =>
  keepSession(fresh.db, own, { data, accountId: city.ids.minh, seenAt });
const content = (since: string, own = id) => openSession(fresh.db, own, since);
const stored = async (since: string) => {
  const session = await content(since);
  return session && { data: session.data, seenAt: session.seenAt };
};

describe('A session', () => {
  test('is found by its id while it is fresh, and not from then on', async () => {
    await keep('{"a":1}', at(2));
    expect(await stored(at(1))).toEqual({ data: '{"a":1}', seenAt: at(2) });
    expect(await content(at(2))).toBeUndefined();
    expect(await content(at(1), 'another id')).toBeUndefined();
  });

  test('comes with its person and all their units, and with nobody once the account is out of use', async () => {
    const tamsUnits = (await actorOf(fresh.db, city.ids.tam))?.unitIds ?? [];
    await fresh.db
      .insertInto('account_unit')
      .values({ account_id: city.ids.minh, unit_id: tamsUnits[0] ?? '' })
      .execute();
    await keep('x', at(2));
    const actor = (await content(at(1)))?.actor;
    expect(actor).toMatchObject({ accountId: city.ids.minh, role: 'clerk', name: 'Phạm Văn Minh' });
    expect(actor?.unitIds).toHaveLength(2);
    await fresh.db
      .updateTable('account')
      .set({ deactivated_at: at(3) })
      .execute();
    expect(await content(at(1))).toEqual({ data: 'x', seenAt: at(2), actor: null });
    await keepSession(fresh.db, id, { data: 'x', accountId: null, seenAt: at(2) });
    expect((await content(at(1)))?.actor).toBeNull();
  });

  test('kept again has its new content, also ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => keep(String(index), at(2))));
    await keep('last', at(3));
    expect(await stored(at(1))).toEqual({ data: 'last', seenAt: at(3) });
    expect(await fresh.db.selectFrom('session').selectAll().execute()).toHaveLength(1);
  });

  test('stays when it is used', async () => {
    await keep('x', at(2));
    await markSessionSeen(fresh.db, id, at(4));
    expect((await content(at(3)))?.seenAt).toBe(at(4));
  });

  test('ends at once, and marking it as seen does not bring it back', async () => {
    await keep('x', at(2));
    await keep('other', at(2), 'another id');
    await endSession(fresh.db, id);
    await markSessionSeen(fresh.db, id, at(3));
    expect(await content(at(1))).toBeUndefined();
    expect((await content(at(1), 'another id'))?.data).toBe('other');
  });

  test('that nobody used is swept away, the others stay', async () => {
    await keep('old', at(2), 'old');
    await keep('new', at(4), 'new');
    await endSessionsUnseenSince(fresh.db, at(2));
    expect(await fresh.db.selectFrom('session').select('data').execute()).toEqual([
      { data: 'new' },
    ]);
  });

  test('does not keep its id, so that who reads the table can not enter', async () => {
    await keep('x', at(2));
    expect(
      JSON.stringify(await fresh.db.selectFrom('session').selectAll().execute()),
    ).not.toContain(id);
  });

  test('that ended while a request of it was under way stays ended when that request rewrites it', async () => {
    const row = { data: 'rewritten', accountId: city.ids.minh, seenAt: at(3) };
    await keep('x', at(2));
    await rewriteSession(fresh.db, id, row);
    expect(await stored(at(1))).toEqual({ data: 'rewritten', seenAt: at(3) });
    await endSession(fresh.db, id);
    await rewriteSession(fresh.db, id, row);
    expect(await content(at(1))).toBeUndefined();
  });

  test('keeps where and when it began, also when it is rewritten', async () => {
    const own = { data: 'x', accountId: city.ids.minh, seenAt: at(2) };
    await keepSession(fresh.db, id, { ...own, address: '10.0.0.7', agent: 'Firefox' });
    await keepSession(fresh.db, id, { ...own, seenAt: at(3) });
    await rewriteSession(fresh.db, id, { ...own, seenAt: at(4) });
    expect(await sessionLines(fresh.db, city.ids.minh, at(1))).toEqual([
      {
        mark: sessionMark(id),
        begunAt: at(2),
        seenAt: at(4),
        address: '10.0.0.7',
        agent: 'Firefox',
      },
    ]);
  });

  test('ends with the others of its account, or by its mark alone, never those of another account', async () => {
    for (const own of ['one', 'two', 'three']) await keep('x', at(2), own);
    const other = { data: 'x', accountId: city.ids.tam, seenAt: at(2) };
    await keepSession(fresh.db, 'other', other);
    const ending = (chosen?: (mark: string) => boolean) =>
      inTransaction(fresh.db, (tx) => endSessionsOf(tx, city.ids.minh, chosen));
    expect(await ending((mark) => mark === sessionMark('other'))).toBe(0);
    expect(await ending((mark) => mark === sessionMark('two'))).toBe(1);
    expect(await content(at(1), 'two')).toBeUndefined();
    expect(await ending()).toBe(2);
    expect(await sessionLines(fresh.db, city.ids.tam, at(1))).toHaveLength(1);
  });
});
