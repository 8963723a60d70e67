import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db, Tables } from '../db/schema.ts';
import type { MailKind, MailState } from './mail.ts';
import { mailsOnPage } from './outbox-query.ts';

/** Which mails are meant. */
export interface OutboxFilter {
  /** Words without marks; each must stand in the address, the name, the subject or the unit's name. */
  readonly words: readonly string[];
  readonly kind: MailKind | undefined;
  readonly campaignId: string | undefined;
}

/** How many mails of the filter are in each state. */
export const mailCounts = async (
  db: Db,
  filter: OutboxFilter,
): Promise<Readonly<Record<MailState, number>>> => {
  const rows = await filtered(db.selectFrom('mail'), filter)
    .select(['mail.state', sql<number>`cast(count(*) as integer)`.as('mails')])
    .groupBy('mail.state')
    .execute();
  const of = (state: MailState) => rows.find((row) => row.state === state)?.mails ?? 0;
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed'), dropped: of('dropped') };
};

/** One page of the filter, the newest mail first. `page` counts from 1. */
export const mailLines = (
  db: Db,
  filter: OutboxFilter,
  { state, page }: { readonly state: MailState | undefined; readonly page: number },
) => {
  let rows = filtered(db.selectFrom('mail'), filter)
    .leftJoin('unit', 'unit.id', 'mail.unit_id')
    .select(['mail.id', 'mail.kind', 'mail.recipient', 'mail.subject', 'mail.state'])
    .select(['mail.attempts', 'mail.error', 'mail.due_at as dueAt', 'mail.sent_at as sentAt'])
    .select(['mail.attempted_at as attemptedAt', 'mail.message_id as messageId'])
    .select(['mail.created_at as createdAt', 'unit.name as unit']);
  if (state) rows = rows.where('mail.state', '=', state);
  return rows
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(mailsOnPage)
    .offset((page - 1) * mailsOnPage)
    .execute();
};

export type MailLine = Awaited<ReturnType<typeof mailLines>>[number];

/** Narrows a query of the table `mail` to the filter. */
export const filtered = <Row>(
  mails: SelectQueryBuilder<Tables, 'mail', Row>,
  { words, kind, campaignId }: OutboxFilter,
) => {
  let rows = mails;
  if (kind) rows = rows.where('mail.kind', '=', kind);
  if (campaignId) rows = rows.where('mail.campaign_id', '=', campaignId);
  for (const word of words) {
    // The word as it stands, not as a pattern: `%` finds a percent sign.
    const pattern = `%${word.replace(/[!%_]/g, '!$&')}%`;
    rows = rows.where(sql<boolean>`(mail.search_text like ${pattern} escape '!'
      or mail.unit_id in (select id from unit where search_name like ${pattern} escape '!'))`);
  }
  return rows;
};

/**
 * Where a mail goes when it is sent again: an address that was mended meanwhile is used. An electronic
 * file follows its campaign's mailbox elsewhere, once that is confirmed.
 */
export const addressNow = sql<string>`case when mail.kind in ('e-file', 'test') then mail.recipient
  else coalesce(
    (select account.email from account where account.id = mail.account_id),
    (select nullif(unit.email, '') from unit where unit.id = mail.unit_id and mail.account_id is null),
    mail.recipient) end`;

/** One mail with whom and what it is about, or `undefined`. */
export const mailById = (db: Db, id: string) =>
  db
    .selectFrom('mail')
    .leftJoin('unit', 'unit.id', 'mail.unit_id')
    .leftJoin('campaign', 'campaign.id', 'mail.campaign_id')
    .leftJoin('account as author', 'author.id', 'mail.created_by')
    .selectAll('mail')
    .select(['unit.name as unit', 'unit.code as unitCode', 'author.name as author'])
    .select(['campaign.title as campaign', 'campaign.code as campaignCode'])
    .select(['campaign.mailbox', addressNow.as('addressNow')])
    .where('mail.id', '=', id)
    .executeTakeFirst();

export type StoredMail = NonNullable<Awaited<ReturnType<typeof mailById>>>;
