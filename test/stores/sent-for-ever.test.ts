import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { decide } from '../../src/reports/decide.ts';
import { reportFound } from '../../src/reports/store.ts';
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
  await sent(fresh.db, city, school, draft(3));
});
afterEach(() => fresh.close());

const school = 'thcs-nguyen-hue';
const draft = (count: number) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(count));
const found = () => reportFound(fresh.db, city.campaign.code, school);
const by = (person: 'tam' | 'lan') => ({
  accountId: city.ids[person],
  address: 'test',
  at: morning,
});

const columns = {
  version: ['number', 'draft_revision', 'receipt', 'sent_at', 'headcount', 'confirmed'],
  version_headcount: ['headcount', 'participants', 'position'],
  version_participant: ['name', 'title', 'note', 'position'],
  report_event: ['reason', 'at', 'kind', 'position'],
  history: ['at', 'action', 'details', 'hash', 'seq'],
} as const;

const tables = Object.keys(columns) as (keyof typeof columns)[];
const cells = tables.flatMap((table) => columns[table].map((column) => [table, column] as const));

const contentOf = async (table: string): Promise<unknown> =>
  (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(fresh.db)).rows;

describe('Rule 10: nothing sent is ever edited or lost', () => {
  test.each(cells)('the database refuses to change %s.%s, even to what it is', async (...cell) => {
    const [table, column] = cell;
    const before = await contentOf(table);
    const change = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`;
    await expect(change.execute(fresh.db)).rejects.toThrow('append-only');
    expect(await contentOf(table)).toEqual(before);
  });

  test.each(tables)('the database refuses to delete from %s', async (table) => {
    const before = await contentOf(table);
    expect(before).not.toEqual([]);
    const deletion = sql`delete from ${sql.table(table)}`.execute(fresh.db);
    await expect(deletion).rejects.toThrow('append-only');
    expect(await contentOf(table)).toEqual(before);
  });

  test.each(tables)('writing a row of %s over itself is refused', async (table) => {
    const before = await contentOf(table);
    const over = inject('dialect') === 'sqlite' ? sql`insert or replace into` : sql`insert into`;
    const copy = sql`${over} ${sql.table(table)} select * from ${sql.table(table)}`;
    await expect(copy.execute(fresh.db)).rejects.toThrow(/append-only|unique|duplicate/i);
    expect(await contentOf(table)).toEqual(before);
  });

  test.each([
    ['version_headcount', 'headcount', [0, 4, 99]],
    ['version_participant', 'name', [0, -1, 4, 2001]],
  ] as const)('nothing joins %s of a finished version', async (table, column, positions) => {
    const before = await contentOf(table);
    for (const position of positions) {
      const rest = sql.raw(
        table === 'version_headcount'
          ? 'category_id, headcount, participants'
          : 'name, title, category_id, note',
      );
      const row = sql`insert into ${sql.table(table)} (version_id, position, ${rest})
        select version_id, ${sql.raw(String(position))}, ${rest} from ${sql.table(table)}
        order by ${sql.ref(column)} limit 1`;
      await expect(row.execute(fresh.db)).rejects.toThrow('is complete');
    }
    expect(await contentOf(table)).toEqual(before);
  });

  test('a report with versions, and whoever sent one, can not be deleted', async () => {
    await expect(fresh.db.deleteFrom('report').execute()).rejects.toThrow(/foreign key/i);
    await expect(fresh.db.deleteFrom('account').execute()).rejects.toThrow(/foreign key/i);
  });
});

describe('A version that claims more participants than staff', () => {
  test('does not get past the database either', async () => {
    const { report } = await found();
    const version = { id: 'v', report_id: report.id, number: 9, draft_revision: 9, receipt: 9 };
    const sentBy = { sent_at: morning, sent_by: city.ids.tam, due_at: morning };
    const totals = { headcount: 1, participants: 2, categories: 1, confirmed: '[]' };
    await fresh.db
      .insertInto('version')
      .values({ ...version, ...sentBy, ...totals, nobody_reason: null })
      .execute();
    const count = {
      version_id: 'v',
      position: 1,
      category_id: city.campaign.categories[0]?.id ?? '',
    };
    const tooMany = { ...count, headcount: 1, participants: 2 };
    await expect(
      fresh.db.insertInto('version_headcount').values(tooMany).execute(),
    ).rejects.toThrow(/check/i);
  });
});

test('whatever is done with a report, its first version stays as it was', async () => {
  const first = await versionNumbered(fresh.db, (await found()).report.id, 1);
  const steps = {
    withdraw: async () => withdraw(fresh.db, await found(), by('tam')),
    accept: () => office('accept'),
    return: () => office('return'),
    reopen: () => office('reopen'),
    send: () => sent(fresh.db, city, school, draft(4)),
  };
  const office = async (decision: 'accept' | 'return' | 'reopen') => {
    const { report } = await found();
    const { state, lastVersion: version } = report;
    const deciding = { decision, state, version, reason: 'Thiếu ba người' };
    return decide(fresh.db, report, deciding, by('lan'));
  };
  const names = fc.array(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), {
    minLength: 4,
    maxLength: 8,
  });
  const anySteps = fc.asyncProperty(names, async (path) => {
    for (const step of path) await steps[step]().catch(refusedOnly);
    const { report } = await found();
    expect(await versionNumbered(fresh.db, report.id, 1)).toEqual(first);
    const versions = await fresh.db.selectFrom('version').select('number').execute();
    expect(versions).toHaveLength(report.lastVersion);
  });
  await fc.assert(anySteps, { numRuns: 10 });
});

/** Steps that do not fit the state are refused; anything else is a bug. */
const refusedOnly = (error: Error): void => {
  expect(error.message).toMatch(/^(state-changed|draft-locked)$/);
};
