import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** The states in which a report is waited for. */
export const awaitedStates = ['not_started', 'draft', 'returned'] as const;
export type AwaitedState = (typeof awaitedStates)[number];

/** A unit whose report is waited for: it has never sent, or is to send again. */
export interface AskableUnit {
  readonly reportId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly searchName: string;
  readonly group: string;
  readonly groupName: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly state: AwaitedState;
  /** 0 while it has never sent. */
  readonly lastVersion: number;
  readonly extendedUntil: string | null;
  /** When it was last reminded, by the plan or by an officer; `null`: never. */
  readonly remindedAt: string | null;
  /** When an officer last phoned it; `null`: never. */
  readonly calledAt: string | null;
}

/** The units of a campaign whose report is waited for, in the office's order. */
export const askableUnits = (db: Db, campaignId: string): Promise<AskableUnit[]> =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['report.id as reportId', 'unit.id as unitId', 'unit.code', 'unit.name'])
    .select(['unit.search_name as searchName', 'unit_group.code as group'])
    .select(['unit_group.name as groupName', 'unit.contact_name as contactName', 'unit.phone'])
    .select(['report.last_version as lastVersion', 'report.extended_until as extendedUntil'])
    .select(sql<AwaitedState>`report.state`.as('state'))
    .select(
      sql<string | null>`(select max(mail.created_at) from mail
        where mail.campaign_id = report.campaign_id and mail.unit_id = report.unit_id
          and mail.kind = 'reminder')`.as('remindedAt'),
    )
    .select(
      sql<string | null>`(select max(unit_call.at) from unit_call
        where unit_call.campaign_id = report.campaign_id
          and unit_call.unit_id = report.unit_id)`.as('calledAt'),
    )
    .where('report.campaign_id', '=', campaignId)
    .where('report.state', 'in', awaitedStates)
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();
