import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/db/open.ts';
import type { HistoryRow } from '../../src/db/schema.ts';
import { entryHash, record } from '../../src/history/store.ts';
import { decide } from '../../src/reports/decide.ts';
import { reportFound } from '../../src/reports/store.ts';
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
const entries = () => fresh.db.selectFrom('history').selectAll().orderBy('seq').execute();
const head = () => fresh.db.selectFrom('history_head').selectAll().executeTakeFirstOrThrow();
const doer = { accountId: null, address: 'test', at: morning };
const recorded = (subject: string) =>
  inTransaction(fresh.db, (tx) => record(tx, doer, 'test.done', subject, { subject }));

/** The first entry that does not follow from the one before it, or `undefined`. */
const firstBreak = (rows: readonly HistoryRow[]): number | undefined => {
  let hash = '';
  for (const [index, { hash: own, ...entry }] of rows.entries()) {
    hash = entryHash(hash, entry);
    if (own !== hash || entry.seq !== index + 1) return index + 1;
  }
  return undefined;
};

const busyDay = async () => {
  await sent(fresh.db, city, school, aDraft(city.campaign, { 'vien-chuc': '48' }, aList(45)));
  const { report } = await reportFound(fresh.db, city.campaign.code, school);
  const { state } = report;
  const deciding = { decision: 'return', state, version: 1, reason: 'Thiếu ba người' } as const;
  const lan = { accountId: city.ids.lan, address: '10.0.0.7', at: '2024-12-11T03:00:00.000Z' };
  await decide(fresh.db, report, deciding, lan);
  return report;
};

describe('The history', () => {
  test('says who did what, when and from where', async () => {
    const report = await busyDay();
    const own = (await entries()).filter(({ subject }) => subject === report.id);
    expect(own.map((entry) => [entry.action, entry.account_id, entry.address, entry.at])).toEqual([
      ['draft.taken-up', city.ids.tam, 'test', morning],
      ['report.sent', city.ids.tam, 'test', morning],
      ['report.returned', city.ids.lan, '10.0.0.7', '2024-12-11T03:00:00.000Z'],
    ]);
    expect(own.map(({ details }) => JSON.parse(details))).toEqual([
      {},
      { version: 1, receipt: 1 },
      { version: 1 },
    ]);
  });

  test('holds no name of a participant and no reason', async () => {
    await busyDay();
    const text = JSON.stringify(await entries());
    for (const { name } of aList(45)) expect(text).not.toContain(name);
    expect(text).not.toContain('Thiếu ba người');
  });

  test('is a chain: every entry follows from the one before it', async () => {
    await busyDay();
    const rows = await entries();
    expect(rows.length).toBeGreaterThan(8);
    expect(firstBreak(rows)).toBeUndefined();
    const { seq, hash } = await head();
    expect({ seq, hash }).toEqual({ seq: rows.length, hash: rows.at(-1)?.hash });
  });

  test('a change to any column of an entry, a gap, or a swap breaks the chain', async () => {
    await busyDay();
    const rows = await entries();
    const third = rows[2] as HistoryRow;
    for (const column of ['at', 'account_id', 'address', 'action', 'subject', 'details'] as const)
      expect(firstBreak(rows.with(2, { ...third, [column]: 'other' }))).toBe(3);
    expect(firstBreak(rows.toSpliced(2, 1))).toBe(3);
    expect(firstBreak(rows.with(2, rows[3] as HistoryRow).with(3, third))).toBe(3);
  });

  test('twenty writers at once leave no gap and no fork', async () => {
    const before = (await entries()).length;
    await Promise.all(Array.from({ length: 20 }, (_, index) => recorded(`s${index}`)));
    const rows = await entries();
    expect(rows).toHaveLength(before + 20);
    expect(firstBreak(rows)).toBeUndefined();
    expect(new Set(rows.slice(before).map(({ subject }) => subject)).size).toBe(20);
  });

  test('what was undone left no trace and no gap', async () => {
    const before = await entries();
    const undone = inTransaction(fresh.db, async (tx) => {
      await record(tx, doer, 'test.done', 'undone');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await recorded('done');
    const rows = await entries();
    expect(rows.slice(0, -1)).toEqual(before);
    expect(rows.at(-1)).toMatchObject({ subject: 'done', seq: before.length + 1 });
    expect(firstBreak(rows)).toBeUndefined();
  });
});
