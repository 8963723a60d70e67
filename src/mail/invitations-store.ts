import { sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import { foldMarks } from '../vietnamese/text.ts';
import type { MailState } from './mail.ts';

/** The last invitation that was written to an account. */
export interface LastInvitation {
  readonly mailId: string;
  readonly accountId: string;
  readonly address: string;
  readonly state: MailState;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** The mail server's words at the last failure, or why it was dropped. */
  readonly error: string | null;
  /** Its link can still be spent. */
  readonly isOpen: boolean;
}

/** The last invitation to each account that was written one, by the account's id; `now`: a UTC instant. */
export const lastInvitations = async (
  db: Db,
  now: string,
): Promise<ReadonlyMap<string, LastInvitation>> => {
  const rows = await invitations(db, now).orderBy('mail.created_at').orderBy('mail.id').execute();
  return new Map(rows.map((row) => [row.accountId, asInvitation(row)]));
};

/** The last invitation to one account, or `undefined`. */
export const lastInvitation = async (
  db: Db,
  accountId: string,
  now: string,
): Promise<LastInvitation | undefined> => {
  const row = await invitations(db, now)
    .where('mail.account_id', '=', accountId)
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && asInvitation(row);
};

const invitations = (db: Db, now: string) =>
  db
    .selectFrom('mail')
    .leftJoin('sign_in_link as link', (on) =>
      on
        .onRef('link.token_hash', '=', 'mail.link_hash')
        .on('link.spent_at', 'is', null)
        .on('link.expires_at', '>', now),
    )
    .select(['mail.id as mailId', sql<string>`mail.account_id`.as('accountId')])
    .select(['mail.recipient as address', 'mail.state', 'mail.created_at as createdAt'])
    .select(['mail.sent_at as sentAt', 'mail.error', 'link.token_hash as openHash'])
    .where('mail.kind', '=', 'invitation')
    .where('mail.account_id', 'is not', null);

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number];

const asInvitation = ({ openHash, ...row }: Row): LastInvitation => ({
  ...row,
  isOpen: openHash !== null,
});

/** Which of these ids belong to a mail. */
export const mailsAmong = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += idsInStatement) {
    const some = ids.slice(from, from + idsInStatement);
    const rows = await db.selectFrom('mail').select('id').where('id', 'in', some).execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
};

const idsInStatement = 1000;

/** Invitations to an account that wait, and that nobody is sending just now, go to this address. */
export const invitationsFollow = async (
  tx: Tx,
  { accountId, address, at }: { accountId: string; address: string; at: string },
): Promise<void> => {
  await tx
    .updateTable('mail')
    .set({
      recipient: address,
      search_text: sql<string>`replace(search_text, lower(recipient), ${foldMarks(address)})`,
    })
    .where('account_id', '=', accountId)
    .where('kind', '=', 'invitation')
    .where('state', '=', 'waiting')
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', at)]))
    .execute();
};

/** The hashes of links that have been, or may be, in a mail to another address than the account's. */
export const linksElsewhere = async (
  db: Db,
  accountId: string,
  address: string | null,
): Promise<string[]> => {
  let mails = db
    .selectFrom('mail')
    .select('link_hash as hash')
    .where('account_id', '=', accountId)
    .where('link_hash', 'is not', null);
  // One that failed has reached nobody; sent again, it goes to the address of that day.
  if (address !== null)
    mails = mails.where('state', '!=', 'failed').where('recipient', '!=', address);
  return (await mails.execute()).flatMap(({ hash }) => hash ?? []);
};
