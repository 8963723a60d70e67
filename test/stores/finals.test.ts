import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { finalize } from '../../src/appendix/finalize.ts';
import { finalFile, finalsOf } from '../../src/appendix/finals-store.ts';
import { writeFinal } from '../../src/appendix/write-appendix.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { noteCall } from '../../src/reminders/call.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, type PersonName, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';
import { readBack, sheetOf } from '../support/recalculated.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
  await sent(fresh.db, city, 'thcs-nguyen-hue', draft(45));
});
afterEach(() => fresh.close());

const draft = (people: number) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(people));
const make = (number: number, person: PersonName = 'lan', at = morning) =>
  finalize(
    fresh.db,
    city.campaign,
    { number, write: () => writeFinal(fresh.db, city.campaign.id, number, at) },
    { accountId: city.ids[person], address: 'test', at },
  );

describe('a final', () => {
  test('keeps its bytes, their hash and its figures, and is on record', async () => {
    await make(1);
    const [final] = await finalsOf(fresh.db, city.campaign.id);
    const file = await finalFile(fresh.db, city.campaign.id, 1);
    const bytes = file?.bytes ?? new Uint8Array();
    expect(final?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(final).toMatchObject({ number: 1, by: 'Trần Thị Lan', at: morning });
    expect(final?.bytes).toBe(bytes.length);
    expect(final?.figures.total).toEqual({ counted: 1, owed: 5, headcount: 48, participants: 45 });
    expect(final?.fileName).toBe('Phu-luc_cchc-2024_chot-1_20241211-0800.xlsx');
    const sheet = sheetOf(readBack(bytes), 'Phụ lục');
    expect(sheet.A4.v).toBe('Chốt lần 1, lúc 08 giờ 00 ngày 11/12/2024');
    const entry = await fresh.db
      .selectFrom('history')
      .select(['account_id', 'details'])
      .where('action', '=', 'appendix.finalized')
      .executeTakeFirstOrThrow();
    expect(entry.account_id).toBe(city.ids.lan);
    expect(JSON.parse(entry.details)).toMatchObject({ number: 1, sha256: final?.sha256 });
  });

  test('does not count what is sent after its moment, even while its file waits to be written', async () => {
    await sent(fresh.db, city, 'mn-binh-han', draft(9), {
      person: 'tam',
      at: addSeconds(morning, 2),
    });
    await make(1);
    const [final] = await finalsOf(fresh.db, city.campaign.id);
    expect(final?.figures.total.counted).toBe(1);
  });

  test('is not made while nobody has sent', async () => {
    await expect(make(1, 'lan', addSeconds(morning, -60))).rejects.toMatchObject({
      code: 'final-empty',
    });
    expect(await finalsOf(fresh.db, city.campaign.id)).toEqual([]);
  });

  test('of two officers at once one makes it and the other is told; a second click adds nothing', async () => {
    const results = await Promise.allSettled([make(1, 'lan'), make(1, 'hoa')]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'final-made-meanwhile', details: { number: 1 } });
    const [first] = await finalsOf(fresh.db, city.campaign.id);
    const faster = first?.accountId === city.ids.lan ? 'lan' : 'hoa';
    await make(1, faster);
    await Promise.all([make(2, faster), make(2, faster)]);
    const numbers = (await finalsOf(fresh.db, city.campaign.id)).map(({ number }) => number);
    expect(numbers).toEqual([2, 1]);
    await expect(make(7, faster)).rejects.toMatchObject({ code: 'final-made-meanwhile' });
  });
});

describe('what is kept for ever', () => {
  const tables = ['appendix_final', 'unit_call'] as const;
  const contentOf = async (table: string) =>
    (await sql`select * from ${sql.table(table)} order by 1`.execute(fresh.db)).rows;

  test.each(tables)(
    'the database refuses to change, delete or replace a row of %s',
    async (table) => {
      await make(1);
      const { report } = await reportFound(fresh.db, 'cchc-2024', 'mn-binh-han');
      const call = { key: '019a0000-0000-7000-8000-000000000001', note: 'Hẹn chiều nay' };
      const lan = { accountId: city.ids.lan, address: 'test', at: morning };
      await noteCall(fresh.db, report, call, lan);
      const before = await contentOf(table);
      expect(before).toHaveLength(1);
      const over = inject('dialect') === 'sqlite' ? sql`insert or replace into` : sql`insert into`;
      const attempts = [
        sql`update ${sql.table(table)} set account_id = account_id`,
        sql`delete from ${sql.table(table)}`,
        sql`${over} ${sql.table(table)} select * from ${sql.table(table)}`,
        ...(inject('dialect') === 'postgres' ? [sql`truncate ${sql.table(table)}`] : []),
      ];
      for (const attempt of attempts)
        await expect(attempt.execute(fresh.db)).rejects.toThrow(/append-only|unique|duplicate/i);
      expect(await contentOf(table)).toEqual(before);
    },
  );
});
