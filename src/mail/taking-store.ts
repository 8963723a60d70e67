import { type ExpressionBuilder, sql } from 'kysely';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';

/** Who takes mails, and under which conditions. */
export interface Taking {
  readonly now: string;
  /** The sender's settings; mails leave once an officer has confirmed these very ones. */
  readonly identity: string;
  readonly perMinute: number;
}

/** What may be sent now, whatever the pace: waiting, held by nobody, and confirmed as its kind needs. */
const mayLeave = (where: ExpressionBuilder<Tables, 'mail'>, { now, identity }: Taking) =>
  where.and([
    where('mail.state', '=', 'waiting'),
    where.or([where('mail.lease_until', 'is', null), where('mail.lease_until', '<=', now)]),
    where.or([
      where('mail.kind', '=', 'test'),
      where.exists(
        where.selectFrom('mail_setting').select('id').where('confirmed_as', '=', identity),
      ),
    ]),
    where.or([where('mail.kind', '!=', 'e-file'), where.exists(confirmedMailbox(where))]),
  ]);

/** The receiving mailbox that the mail's campaign names, where an officer has confirmed this very one and the electronic file is on. */
const confirmedMailbox = (where: ExpressionBuilder<Tables, 'mail'>) =>
  where
    .selectFrom('campaign')
    .innerJoin('campaign_mail', 'campaign_mail.campaign_id', 'campaign.id')
    .select('campaign.mailbox')
    .whereRef('campaign.id', '=', 'mail.campaign_id')
    .whereRef('campaign_mail.mailbox_confirmed', '=', 'campaign.mailbox')
    .where('campaign_mail.e_file_off_at', 'is', null);

/**
 * The mail whose turn it is, or `undefined`: nothing is due, the minute's mails have been tried, or all
 * sending rests after a trouble.
 */
export const nextInLine = (db: Db, taking: Taking): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('mail')
    .select('mail.id')
    .where((where) => mayLeave(where, taking))
    .where('mail.due_at', '<=', taking.now)
    .where((where) => where.exists(wakeful(where, taking.now)))
    .where(triedSince(addSeconds(taking.now, -60)), '<', taking.perMinute)
    .orderBy('mail.urgency')
    // One that stops the process, or the server, must not stand before all the others again.
    .orderBy('mail.attempts')
    .orderBy('mail.due_at')
    .orderBy('mail.id')
    .limit(1)
    .executeTakeFirst();

const wakeful = (from: ExpressionBuilder<Tables, 'mail'>, now: string) =>
  from
    .selectFrom('mail_sender')
    .select('id')
    .where((where) =>
      where.or([where('rests_until', 'is', null), where('rests_until', '<=', now)]),
    );

const triedSince = (instant: string) =>
  sql<number>`(select count(*) from mail as tried where tried.attempted_at > ${instant})`;

/** Takers line up here until their transaction ends, so that they count each other's mails. */
export const holdTurn = async (tx: Tx, now: string): Promise<void> => {
  await tx.updateTable('mail_sender').set({ taken_at: now }).where('id', '=', 1).execute();
};

/** For how long a mail is somebody's, and under which Message-ID it goes if it has none yet. */
export interface Lease {
  readonly by: string;
  readonly until: string;
  readonly messageId: string;
}

/** Takes one mail for the length of a lease; `undefined` when it may not leave (any more). */
export const takeMail = async (tx: Tx, id: string, taking: Taking, lease: Lease) => {
  const taken = await tx
    .updateTable('mail')
    .set((where) => ({
      leased_by: lease.by,
      lease_until: lease.until,
      attempted_at: taking.now,
      attempts: sql<number>`attempts + 1`,
      message_id: sql<string>`coalesce(message_id, ${lease.messageId})`,
      recipient: sql<string>`case when kind = 'e-file'
        then coalesce(${confirmedMailbox(where)}, recipient) else recipient end`,
    }))
    .where('mail.id', '=', id)
    .where((where) => mayLeave(where, taking))
    .returning('mail.id')
    .executeTakeFirst();
  return taken && withReport(tx, id);
};

/** The mail, with how its unit's report and its recipient's account stand. */
const withReport = (tx: Tx, id: string) =>
  tx
    .selectFrom('mail')
    .leftJoin('campaign', 'campaign.id', 'mail.campaign_id')
    .leftJoin('report', (on) =>
      on
        .onRef('report.campaign_id', '=', 'mail.campaign_id')
        .onRef('report.unit_id', '=', 'mail.unit_id'),
    )
    .leftJoin('account', 'account.id', 'mail.account_id')
    .selectAll('mail')
    .select('account.deactivated_at as accountOffAt')
    .select(['campaign.code as campaignCode', 'campaign.opens_at as opensAt'])
    .select(['campaign.closed_at as closedAt', 'report.state as reportState'])
    .select('report.extended_until as extendedUntil')
    .where('mail.id', '=', id)
    .executeTakeFirstOrThrow();

/** A mail that is this sender's until its lease ends. */
export type TakenMail = NonNullable<Awaited<ReturnType<typeof takeMail>>>;
