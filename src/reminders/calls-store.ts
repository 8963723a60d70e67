import type { Db, Tx } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';

/** A phone call to a unit about its report in a campaign. */
export interface NewCall {
  readonly id: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly note: string;
}

/** Notes a call; `false` when it has been noted before. */
export const addCall = async (tx: Tx, call: NewCall, doer: SignedDoer): Promise<boolean> => {
  const { id, campaignId, unitId, note } = call;
  const added = await tx
    .insertInto('unit_call')
    .values({
      id,
      campaign_id: campaignId,
      unit_id: unitId,
      at: doer.at,
      account_id: doer.accountId,
      note,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

const mostShown = 50;

/** The calls to a unit about its report in a campaign, the newest first, and who made them. */
export const callsToUnit = (db: Db, campaignId: string, unitId: string) =>
  db
    .selectFrom('unit_call')
    .innerJoin('account', 'account.id', 'unit_call.account_id')
    .select(['unit_call.at', 'unit_call.note', 'account.name as by'])
    .where('unit_call.campaign_id', '=', campaignId)
    .where('unit_call.unit_id', '=', unitId)
    .orderBy('unit_call.at', 'desc')
    .orderBy('unit_call.id', 'desc')
    .limit(mostShown)
    .execute();

export type CallToUnit = Awaited<ReturnType<typeof callsToUnit>>[number];

/** How often each unit was chased in a campaign, by mail and by phone, and what was noted last. */
export interface Chased {
  readonly reminders: number;
  readonly calls: number;
  readonly lastNote: string;
}

/** How often the units of a campaign were chased, by unit id. A reminder to several addresses counts once. */
export const chasedUnits = async (
  db: Db,
  campaignId: string,
): Promise<ReadonlyMap<string, Chased>> => {
  const chased = new Map<string, Chased>();
  for (const { unitId, reminders } of await remindersByUnit(db, campaignId))
    if (unitId) chased.set(unitId, { reminders: Number(reminders), calls: 0, lastNote: '' });
  for (const { unitId, note } of await callsInOrder(db, campaignId)) {
    const { reminders, calls } = chased.get(unitId) ?? { reminders: 0, calls: 0 };
    chased.set(unitId, { reminders, calls: calls + 1, lastNote: note });
  }
  return chased;
};

const remindersByUnit = (db: Db, campaignId: string) =>
  db
    .selectFrom('mail')
    .select('unit_id as unitId')
    .select((row) => row.fn.count<number>('created_at').distinct().as('reminders'))
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', 'reminder')
    .groupBy('unit_id')
    .execute();

const callsInOrder = (db: Db, campaignId: string) =>
  db
    .selectFrom('unit_call')
    .select(['unit_id as unitId', 'note'])
    .where('campaign_id', '=', campaignId)
    .orderBy('at')
    .orderBy('id')
    .execute();
