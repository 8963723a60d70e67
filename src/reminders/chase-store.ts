import type { Db } from '../db/schema.ts';

const mostShown = 50;

/** The mails to a unit about its report in a campaign, the newest first, and who had them sent. */
export const mailsToUnit = (db: Db, campaignId: string, unitId: string) =>
  db
    .selectFrom('mail')
    .leftJoin('account', 'account.id', 'mail.created_by')
    .select(['mail.id', 'mail.kind', 'mail.recipient', 'mail.state', 'mail.attempts'])
    .select(['mail.created_at as createdAt', 'mail.sent_at as sentAt', 'mail.due_at as dueAt'])
    .select(['mail.attempted_at as attemptedAt', 'mail.error', 'account.name as by'])
    .where('mail.campaign_id', '=', campaignId)
    .where('mail.unit_id', '=', unitId)
    .where('mail.kind', '!=', 'e-file')
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(mostShown)
    .execute();

export type MailToUnit = Awaited<ReturnType<typeof mailsToUnit>>[number];
