import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { Report } from './store.ts';

/** These active units (all, unless told otherwise) owe a report from now on. Units that do already stay as they are. */
export const owe = async (
  tx: Tx,
  campaignId: string,
  at: string,
  unitIds?: readonly string[],
): Promise<void> => {
  if (unitIds?.length === 0) return;
  let units = tx.selectFrom('unit').select('id').where('deactivated_at', 'is', null);
  if (unitIds) units = units.where('id', 'in', unitIds);
  const rows = (await units.execute()).map(({ id }) => ({
    ...blankReport,
    id: newId(),
    campaign_id: campaignId,
    unit_id: id,
    state_at: at,
  }));
  if (rows.length === 0) return;
  await tx
    .insertInto('report')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['campaign_id', 'unit_id']).doNothing())
    .execute();
};

const blankReport = {
  state: 'not_started' as const,
  extended_until: null,
  draft_revision: 0,
  draft_saved_at: null,
  draft_saved_by: null,
  last_version: 0,
};

/** A unit and whether it owes a report in a campaign. */
export interface OwingUnit {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly groupName: string;
  readonly owes: boolean;
  /** Nothing was ever typed, sent or decided: the report can go without a trace. */
  readonly untouched: boolean;
  readonly exempt: boolean;
}

/** The active units in the office's order, and those inactive ones that owe a report in this campaign. */
export const owingUnits = async (db: Db, campaignId: string | undefined): Promise<OwingUnit[]> => {
  const rows = await db
    .selectFrom('unit')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('report', (on) =>
      on.onRef('report.unit_id', '=', 'unit.id').on('report.campaign_id', '=', campaignId ?? ''),
    )
    .select(['unit.code', 'unit.name', 'unit_group.code as group'])
    .select(['unit_group.name as groupName', 'report.id as reportId', 'report.state'])
    .select(['report.draft_revision as revision', 'report.extended_until as extendedUntil'])
    .where((where) =>
      where.or([where('unit.deactivated_at', 'is', null), where('report.id', 'is not', null)]),
    )
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();
  return rows.map(({ reportId, state, revision, extendedUntil, ...unit }) => ({
    ...unit,
    owes: reportId !== null,
    untouched: state === 'not_started' && revision === 0 && extendedUntil === null,
    exempt: state === 'exempt',
  }));
};

/**
 * The unit no longer owes a report; `false` when something was typed, sent or decided (then it is
 * exempted instead), `undefined` when it owed none.
 */
export const dropOwed = async (
  tx: Tx,
  campaignId: string,
  unitCode: string,
): Promise<boolean | undefined> => {
  const report = await tx
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select('report.id')
    .where('report.campaign_id', '=', campaignId)
    .where('unit.code', '=', unitCode)
    .executeTakeFirst();
  if (!report) return undefined;
  const dropped = await tx
    .deleteFrom('report')
    .where('id', '=', report.id)
    .where('state', '=', 'not_started')
    .where('draft_revision', '=', 0)
    .where('extended_until', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return dropped !== undefined;
};

/** Gives a report more time; `false` when its extension or state is no longer as `report` says. */
export const setExtended = async (
  tx: Tx,
  report: Pick<Report, 'id' | 'extendedUntil'>,
  until: string,
): Promise<boolean> => {
  const change = tx
    .updateTable('report')
    .set({ extended_until: until })
    .where('id', '=', report.id)
    .where('state', '!=', 'exempt')
    .where('extended_until', report.extendedUntil === null ? 'is' : '=', report.extendedUntil);
  return (await change.returning('id').executeTakeFirst()) !== undefined;
};

/** How many drafts would be left unsent if nothing more could be sent, and how many units never sent at all. */
export const unfinished = async (
  db: Db,
  campaignId: string,
): Promise<{ drafts: number; notSent: number }> => {
  const row = await db
    .selectFrom('report')
    .select([
      sql<number>`cast(count(case when state in ('draft', 'returned') then 1 end) as integer)`.as(
        'drafts',
      ),
      sql<number>`cast(count(case when last_version = 0 then 1 end) as integer)`.as('notSent'),
    ])
    .where('campaign_id', '=', campaignId)
    .where('state', '!=', 'exempt')
    .executeTakeFirstOrThrow();
  return row;
};

/** "n/m đơn vị" of every campaign, by its code; exempt units are left out. */
export const sentCounts = async (
  db: Db,
): Promise<ReadonlyMap<string, { sent: number; units: number }>> => {
  const rows = await db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .select([
      'campaign.code',
      sql<number>`cast(count(*) as integer)`.as('units'),
      sql<number>`cast(count(case when last_version > 0 then 1 end) as integer)`.as('sent'),
    ])
    .where('state', '!=', 'exempt')
    .groupBy('campaign.code')
    .execute();
  return new Map(rows.map(({ code, sent, units }) => [code, { sent, units }]));
};
