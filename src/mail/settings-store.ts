import type { Db, Tx } from '../db/schema.ts';

/** Whom a confirmation is by, and when. */
export interface Confirmed {
  readonly at: string;
  readonly by: string;
}

/** The sending settings that an officer has confirmed, or `undefined` while nobody has. */
export const sendingConfirmed = (
  db: Db,
): Promise<(Confirmed & { readonly identity: string }) | undefined> =>
  db
    .selectFrom('mail_setting')
    .innerJoin('account', 'account.id', 'mail_setting.confirmed_by')
    .select(['confirmed_as as identity', 'confirmed_at as at', 'account.name as by'])
    .executeTakeFirst();

/** Keeps that sending with these settings was confirmed; `false` when it is so already. */
export const keepSendingConfirmed = async (
  tx: Tx,
  identity: string,
  { at, accountId }: { readonly at: string; readonly accountId: string },
): Promise<boolean> => {
  const row = { confirmed_as: identity, confirmed_at: at, confirmed_by: accountId };
  const kept = await tx
    .insertInto('mail_setting')
    .values({ id: 1, ...row })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('mail_setting.confirmed_as', '!=', identity),
    )
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
};

/** What the office has decided about the electronic file of a campaign. */
export interface CampaignMail {
  /** The mailbox that was confirmed; it need not be the campaign's any more. */
  readonly mailbox: string | null;
  readonly confirmed: Confirmed | null;
  /** When the electronic file was turned off; `null`: it goes out. */
  readonly offAt: string | null;
}

/** Nothing is decided at first: the electronic file is on, and no mailbox is confirmed. */
export const campaignMail = async (db: Db, campaignId: string): Promise<CampaignMail> => {
  const row = await db
    .selectFrom('campaign_mail')
    .leftJoin('account', 'account.id', 'campaign_mail.confirmed_by')
    .select(['mailbox_confirmed', 'confirmed_at', 'account.name', 'e_file_off_at'])
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  const at = row?.confirmed_at ?? null;
  return {
    mailbox: row?.mailbox_confirmed ?? null,
    confirmed: at === null ? null : { at, by: row?.name ?? '' },
    offAt: row?.e_file_off_at ?? null,
  };
};

/** Keeps that a campaign's receiving mailbox was confirmed; `false` when this one is already. */
export const keepMailboxConfirmed = async (
  tx: Tx,
  campaignId: string,
  mailbox: string,
  { at, accountId }: { readonly at: string; readonly accountId: string },
): Promise<boolean> => {
  const row = { mailbox_confirmed: mailbox, confirmed_at: at, confirmed_by: accountId };
  const kept = await tx
    .insertInto('campaign_mail')
    .values({ campaign_id: campaignId, ...row })
    .onConflict((conflict) =>
      conflict
        .column('campaign_id')
        .doUpdateSet(row)
        .where((where) =>
          where.or([
            where('campaign_mail.mailbox_confirmed', 'is', null),
            where('campaign_mail.mailbox_confirmed', '!=', mailbox),
          ]),
        ),
    )
    .returning('campaign_id')
    .executeTakeFirst();
  return kept !== undefined;
};

/** Turns the electronic file of a campaign off; `false` when it is so already. */
export const turnEFileOff = async (tx: Tx, campaignId: string, at: string): Promise<boolean> => {
  const kept = await tx
    .insertInto('campaign_mail')
    .values({ campaign_id: campaignId, e_file_off_at: at })
    .onConflict((conflict) =>
      conflict
        .column('campaign_id')
        .doUpdateSet({ e_file_off_at: at })
        .where('campaign_mail.e_file_off_at', 'is', null),
    )
    .returning('campaign_id')
    .executeTakeFirst();
  return kept !== undefined;
};

/** Turns it on again; `false` when it is so already. */
export const turnEFileOn = async (tx: Tx, campaignId: string): Promise<boolean> => {
  const kept = await tx
    .updateTable('campaign_mail')
    .set({ e_file_off_at: null })
    .where('campaign_id', '=', campaignId)
    .where('e_file_off_at', 'is not', null)
    .returning('campaign_id')
    .executeTakeFirst();
  return kept !== undefined;
};
