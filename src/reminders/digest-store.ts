import { sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import type { Recipient } from '../mail/mail.ts';

/** How a campaign stands for the office's digest. */
export interface CampaignStanding {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly deadlineAt: string;
  /** The latest time that any unit has. */
  readonly lastDueAt: string;
  readonly units: number;
  readonly waiting: number;
  readonly returned: number;
  /** Units that sent since the digest before. */
  readonly sentSince: number;
}

/** The campaigns that are open at `now`, the newest first. */
export const campaignStandings = (
  db: Db,
  { since, now }: { readonly since: string; readonly now: string },
): Promise<CampaignStanding[]> =>
  db
    .selectFrom('campaign')
    .innerJoin('report', 'report.campaign_id', 'campaign.id')
    .select(['campaign.id', 'campaign.code', 'campaign.title'])
    .select('campaign.deadline_at as deadlineAt')
    .select([
      sql<string>`case when max(report.extended_until) > campaign.deadline_at
        then max(report.extended_until) else campaign.deadline_at end`.as('lastDueAt'),
      sql<number>`cast(count(*) as integer)`.as('units'),
      countedIf(sql`report.state = 'submitted'`).as('waiting'),
      countedIf(sql`report.state = 'returned'`).as('returned'),
      countedIf(sql`exists (select 1 from version where version.report_id = report.id
        and version.sent_at >= ${since} and version.sent_at < ${now})`).as('sentSince'),
    ])
    .where('report.state', '!=', 'exempt')
    .where('campaign.opens_at', '<=', now)
    .where((where) =>
      where.or([where('campaign.closed_at', 'is', null), where('campaign.closed_at', '>', now)]),
    )
    .groupBy(['campaign.id', 'campaign.code', 'campaign.title'])
    .groupBy(['campaign.deadline_at', 'campaign.created_at'])
    .orderBy('campaign.created_at', 'desc')
    .execute();

const countedIf = (condition: ReturnType<typeof sql>) =>
  sql<number>`cast(sum(case when ${condition} then 1 else 0 end) as integer)`;

/** The units of a campaign that have never sent, in the office's order. */
export const missingUnits = (db: Db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit.name', 'report.extended_until as extendedUntil'])
    .where('report.campaign_id', '=', campaignId)
    .where('report.last_version', '=', 0)
    .where('report.state', '!=', 'exempt')
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();

/** How many mails were given up since then. */
export const failedMails = async (db: Db, since: string): Promise<number> => {
  const row = await db
    .selectFrom('mail')
    .select(sql<number>`cast(count(*) as integer)`.as('mails'))
    .where('state', '=', 'failed')
    .where('attempted_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.mails;
};

/** The people of the office that have an address and are not deactivated. */
export const officePeople = (db: Db): Promise<Recipient[]> =>
  db
    .selectFrom('account')
    .select([sql<string>`email`.as('address'), 'name', 'id as accountId'])
    .where('role', 'in', ['office', 'admin'])
    .where('email', 'is not', null)
    .where('deactivated_at', 'is', null)
    .orderBy('id')
    .execute();

/** Whether the digest of this day was made, or there was nothing to say. */
export const isDigestDone = async (db: Db, day: string): Promise<boolean> => {
  const query = db.selectFrom('digest_day').select('day').where('day', '=', day);
  return (await query.executeTakeFirst()) !== undefined;
};

/** Takes the digest of this day; `false` when another process was faster. */
export const takeDigest = async (tx: Tx, day: string, at: string): Promise<boolean> => {
  const taken = await tx
    .insertInto('digest_day')
    .values({ day, at })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .returning('day')
    .executeTakeFirst();
  return taken !== undefined;
};
