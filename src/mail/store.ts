import type { Insertable } from 'kysely';
import { v7 as newId } from 'uuid';
import type { MailRow } from '../db/mail-schema.ts';
import type { Tx } from '../db/schema.ts';
import { foldMarks } from '../vietnamese/text.ts';
import { type NewMail, urgencyOf } from './mail.ts';

/**
 * Puts mails into the outbox, inside the transaction of what they tell of. One whose occasion has a
 * mail already is left out. How many were added comes back.
 */
export const addMails = async (tx: Tx, mails: readonly NewMail[], at: string): Promise<number> => {
  let added = 0;
  for (let from = 0; from < mails.length; from += rowsInStatement) {
    const rows = mails.slice(from, from + rowsInStatement).map((mail) => rowOf(mail, at));
    const insert = tx.insertInto('mail').values(rows);
    const stored = await insert
      .onConflict((conflict) => conflict.column('occasion').doNothing())
      .returning('id')
      .execute();
    added += stored.length;
  }
  return added;
};

/** 28 columns a row; PostgreSQL takes 65,535 parameters in a statement, SQLite 32,766. */
const rowsInStatement = 500;

const rowOf = (mail: NewMail, at: string): Insertable<MailRow> => ({
  id: mail.id ?? newId(),
  occasion: mail.occasion,
  kind: mail.kind,
  urgency: urgencyOf[mail.kind],
  campaign_id: mail.campaignId,
  unit_id: mail.unitId,
  account_id: mail.to.accountId,
  recipient: mail.to.address,
  recipient_name: mail.to.name,
  reply_to: mail.replyTo,
  subject: mail.subject,
  search_text: foldMarks([mail.to.address, mail.to.name, mail.subject].join(' ')),
  body: mail.body,
  path: mail.path,
  link_hash: mail.linkHash ?? null,
  attachments: JSON.stringify(mail.attachments ?? []),
  ...untried,
  due_at: mail.dueAt ?? at,
  expires_at: mail.expiresAt ?? null,
  created_at: at,
  created_by: mail.createdBy,
});

const untried = {
  state: 'waiting',
  attempts: 0,
  leased_by: null,
  lease_until: null,
  attempted_at: null,
  error: null,
  message_id: null,
  sent_at: null,
} as const;
