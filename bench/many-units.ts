import { sql } from 'kysely';
import { hashPassword } from '../src/accounts/password.ts';
import { addAccount, changeAccount } from '../src/accounts/store.ts';
import { dispatchOfHaiDuong } from '../src/campaigns/first-campaign.ts';
import { addCampaign } from '../src/campaigns/store.ts';
import { inTransaction, migrate, openDatabase, type Place } from '../src/db/open.ts';
import type { Db } from '../src/db/schema.ts';
import { owe } from '../src/reports/owed-store.ts';
import { addUnits } from '../src/units/store.ts';
import { officer, password } from './city.ts';

const made = '2024-12-02T01:00:00.000Z';
const groups = ['I', 'II', 'III', 'IV'];

/**
 * So many units in each of so many campaigns, in all states a report can have: 8 of 10 have sent, some
 * late, some twice; a few drafts, extensions and exempt units. Written straight into the tables: what
 * the board reads, without people. The code of a unit that has not begun comes back.
 */
export const fillManyUnits = async (
  place: Place,
  { units, campaigns }: { units: number; campaigns: number },
): Promise<string> => {
  const db = openDatabase(place);
  await migrate(db);
  const doer = { accountId: null, address: 'bench', at: made };
  const passwordHash = await hashPassword(password);
  await inTransaction(db, async (tx) => {
    await addUnits(tx, groups.map(asGroup), Array.from({ length: units }, asUnit));
    for (let number = campaigns; number >= 1; number -= 1) {
      const code = number === 1 ? dispatchOfHaiDuong.code : `dot-${number}`;
      await owe(tx, await addCampaign(tx, { ...dispatchOfHaiDuong, code }, doer), made);
    }
    const person = { role: 'office', email: officer, name: 'Trần Thị Lan', unitIds: [] } as const;
    const id = await addAccount(tx, person, doer);
    await changeAccount(tx, id, { passwordHash }, doer);
  });
  await report(db);
  const { code } = await db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select('unit.code')
    .where('state', '=', 'not_started')
    .executeTakeFirstOrThrow();
  await db.destroy();
  return code;
};

const asGroup = (code: string) => ({ code, name: `Nhóm đơn vị ${code}` });

const asUnit = (_: unknown, index: number) => ({
  group: groups[index % groups.length] ?? '',
  code: `don-vi-${index}`,
  name: `Đơn vị thứ ${index + 1}`,
});

/** By the last two digits of a unit's position, so that the same units are alike in every campaign. */
const report = async (db: Db): Promise<void> => {
  const kind = sql`(select unit.position from unit where unit.id = report.unit_id) % 20`;
  await sql`update report set
    state = case when ${kind} < 8 then 'accepted' when ${kind} < 14 then 'submitted'
      when ${kind} < 16 then 'returned' when ${kind} < 18 then 'draft'
      when ${kind} < 19 then 'exempt' else 'not_started' end,
    last_version = case when ${kind} >= 16 then 0 when ${kind} % 5 = 0 then 2 else 1 end,
    extended_until = case when ${kind} = 17 then '2024-12-20T10:00:00.000Z' end`.execute(db);
  for (const number of [1, 2])
    await sql`insert into version (id, report_id, number, draft_revision, receipt, sent_at, sent_by,
        due_at, headcount, participants, categories, confirmed)
      select report.id || ${`-${number}`}, report.id, ${sql.lit(number)}, ${sql.lit(number)}, 1,
        '2024-12-' || case unit.position % 3 when 0 then '04' when 1 then '11' else '13' end
          || 'T0' || cast(unit.position % 10 as text) || ':15:00.000Z',
        account.id, '2024-12-12T17:00:00.000Z', 40, unit.position % 41, 3, '[]'
      from report join unit on unit.id = report.unit_id cross join account
      where report.last_version >= ${sql.lit(number)}`.execute(db);
};
