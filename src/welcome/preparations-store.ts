import { sql } from 'kysely';
import { builtOnce } from '../db/built-once.ts';
import type { Db } from '../db/schema.ts';

/** How far the office has come with its preparations. */
export interface Preparations {
  readonly groups: number;
  /** Active units, and how many of them have somebody who can report. */
  readonly units: number;
  readonly unitsWithAccount: number;
}

/** Counted from the data as it stands. */
export const preparations = async (db: Db): Promise<Preparations> => {
  const [counted] = await countedUnits(db);
  return {
    groups: counted?.groups ?? 0,
    units: counted?.units ?? 0,
    unitsWithAccount: counted?.reachable ?? 0,
  };
};

const countedUnits = builtOnce((db) =>
  db
    .selectFrom('unit')
    .leftJoin(
      (reachable) =>
        reachable
          .selectFrom('account_unit')
          .innerJoin('account', 'account.id', 'account_unit.account_id')
          .select('account_unit.unit_id')
          .distinct()
          .where('account.role', '=', 'clerk')
          .where('account.deactivated_at', 'is', null)
          .as('reachable'),
      (on) => on.onRef('reachable.unit_id', '=', 'unit.id'),
    )
    .select([
      sql<number>`cast(count(distinct unit.group_id) as integer)`.as('groups'),
      sql<number>`cast(count(*) as integer)`.as('units'),
      sql<number>`cast(count(reachable.unit_id) as integer)`.as('reachable'),
    ])
    .where('unit.deactivated_at', 'is', null),
);
