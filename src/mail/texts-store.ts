import type { MailTextRow } from '../db/mail-schema.ts';
import type { Db, Tx } from '../db/schema.ts';
import { defaultTexts } from './default-texts.ts';
import type { MailKind } from './mail.ts';
import type { MailText, Texts } from './texts.ts';

/** The texts in use: what the office has changed over what the product brings. */
export const textsOf = async (db: Db): Promise<Texts> => {
  const changed = await db.selectFrom('mail_text').select(['kind', 'subject', 'body']).execute();
  const own = changed.map(({ kind, subject, body }) => [kind, { subject, body }] as const);
  return new Map([...defaultTexts, ...own]);
};

/** A text of the office's own, with who wrote it last and when. */
export interface OwnText extends MailText {
  readonly kind: MailKind;
  readonly changedAt: string;
  readonly changedBy: string;
}

export const ownTexts = (db: Db): Promise<OwnText[]> =>
  db
    .selectFrom('mail_text')
    .innerJoin('account', 'account.id', 'mail_text.changed_by')
    .select(['mail_text.kind', 'mail_text.subject', 'mail_text.body'])
    .select(['mail_text.changed_at as changedAt', 'account.name as changedBy'])
    .execute();

/** The office's own text of a kind; `undefined` while the product's is in use. */
export const ownText = async (db: Db, kind: MailKind): Promise<OwnText | undefined> =>
  (await ownTexts(db)).find((text) => text.kind === kind);

/**
 * Keeps a text of the office's own in place of the one of the instant `seen` ('': the product's).
 * `false` when there is another one by now.
 */
export const keepText = async (
  tx: Tx,
  kind: MailKind,
  { subject, body }: MailText,
  seen: string,
  { at, accountId }: { readonly at: string; readonly accountId: string },
): Promise<boolean> => {
  const row = { subject, body, changed_at: at, changed_by: accountId };
  const kept = seen === '' ? await addText(tx, kind, row) : await replaceText(tx, kind, row, seen);
  return kept !== undefined;
};

type OwnRow = Omit<MailTextRow, 'kind'>;

const addText = (tx: Tx, kind: MailKind, row: OwnRow) =>
  tx
    .insertInto('mail_text')
    .values({ kind, ...row })
    .onConflict((conflict) => conflict.column('kind').doNothing())
    .returning('kind')
    .executeTakeFirst();

const replaceText = (tx: Tx, kind: MailKind, row: OwnRow, seen: string) =>
  tx
    .updateTable('mail_text')
    .set(row)
    .where('kind', '=', kind)
    .where('changed_at', '=', seen)
    .returning('kind')
    .executeTakeFirst();

/** The product's text is used again. `false` when the own one is not that of the instant `seen` any more. */
export const forgetText = async (tx: Tx, kind: MailKind, seen: string): Promise<boolean> => {
  const forgotten = await tx
    .deleteFrom('mail_text')
    .where('kind', '=', kind)
    .where('changed_at', '=', seen)
    .returning('kind')
    .executeTakeFirst();
  return forgotten !== undefined;
};

/** The actions that stand in the history when a text changes; their subject is the kind. */
export const textChanged = 'mail.text-changed';
export const textRestored = 'mail.text-restored';

/** Who changed the text of a kind, when and how, the newest first. */
export const textChanges = (db: Db, kind: MailKind) =>
  db
    .selectFrom('history')
    .leftJoin('account', 'account.id', 'history.account_id')
    .select(['history.at', 'history.action', 'account.name as by'])
    .where('history.subject', '=', kind)
    .where('history.action', 'in', [textChanged, textRestored])
    .orderBy('history.seq', 'desc')
    .limit(20)
    .execute();
