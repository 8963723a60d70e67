import type { Insertable, Selectable } from 'kysely';
import { v7 as newId } from 'uuid';
import { builtOnce } from '../db/built-once.ts';
import type { CampaignRow, Db, Tx } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { Campaign, Category } from './campaign.ts';

/** The campaign with this code, its categories in order, or `undefined`. */
export const campaignByCode = async (db: Db, code: string): Promise<Campaign | undefined> => {
  const [row] = await campaignRows(db, code);
  return row && asCampaign(row, await categoriesOf(db, row.id));
};

const campaignRows = builtOnce((db, code: string) =>
  db.selectFrom('campaign').selectAll().where('code', '=', code),
);

export const campaignById = async (db: Db, id: string): Promise<Campaign | undefined> => {
  const row = await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asCampaign(row, await categoriesOf(db, id));
};

export interface CampaignLine {
  readonly code: string;
  readonly title: string;
  readonly cutOffOn: string;
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly closedAt: string | null;
}

/** All campaigns, the newest first. */
export const campaignLines: (db: Db) => Promise<CampaignLine[]> = builtOnce((db) =>
  db
    .selectFrom('campaign')
    .select(['code', 'title', 'cut_off_on as cutOffOn', 'opens_at as opensAt'])
    .select(['deadline_at as deadlineAt', 'closed_at as closedAt'])
    .orderBy('created_at', 'desc'),
);

/** Who runs the newest campaign, for the head and the foot of every page. */
export const officeInCharge = async (db: Db) => (await officesInCharge(db))[0];

const officesInCharge = builtOnce((db) =>
  db
    .selectFrom('campaign')
    .select(['issuer', 'office', 'contact_name', 'contact_phone'])
    .orderBy('created_at', 'desc')
    .limit(1),
);

/** The categories of a campaign, in order. */
export const categoriesOf: (db: Db, campaignId: string) => Promise<Category[]> = builtOnce(
  (db, campaignId: string) =>
    db
      .selectFrom('campaign_category')
      .select(['id', 'code', 'name'])
      .where('campaign_id', '=', campaignId)
      .orderBy('position'),
);

/** A stored campaign with its categories. */
export const asCampaign = (
  row: Selectable<CampaignRow>,
  categories: readonly Category[],
): Campaign => ({
  id: row.id,
  code: row.code,
  title: row.title,
  subject: row.subject,
  issuer: row.issuer,
  office: row.office,
  place: row.place,
  cutOffOn: row.cut_off_on,
  opensAt: row.opens_at,
  deadlineAt: row.deadline_at,
  closedAt: row.closed_at,
  dispatchNumber: row.dispatch_number,
  dispatchOn: row.dispatch_on,
  mailbox: row.mailbox,
  contactName: row.contact_name,
  contactPhone: row.contact_phone,
  preparerTitle: row.preparer_title,
  signerTitle: row.signer_title,
  birthDateAsked: row.birth_date_asked_at !== null,
  categories,
});

/** A document that a campaign rests on; `datedOn` is a day. */
export interface RestsOn {
  readonly number: string;
  readonly datedOn: string;
  readonly issuer: string;
}

export interface NewCampaign extends Omit<Campaign, 'id' | 'categories' | 'closedAt'> {
  readonly categories: readonly Omit<Category, 'id'>[];
  readonly documents: readonly RestsOn[];
  /** The campaign that it was made from. */
  readonly copiedFromId?: string | undefined;
}

/** Adds a campaign with its categories and documents. Its id comes back. Throws `campaign-code-taken`. */
export const addCampaign = async (tx: Tx, campaign: NewCampaign, doer: Doer): Promise<string> => {
  const id = newId();
  const added = await tx
    .insertInto('campaign')
    .values(asRow(id, campaign, doer.at))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem('campaign-code-taken', 'code');
  await tx
    .insertInto('campaign_category')
    .values(
      campaign.categories.map(({ code, name }, index) => ({
        id: newId(),
        campaign_id: id,
        position: index + 1,
        code,
        name,
      })),
    )
    .execute();
  await addDocuments(tx, id, campaign.documents);
  await record(tx, doer, 'campaign.added', id, { code: campaign.code });
  return id;
};

/** Adds the documents that a campaign rests on, in their order. */
export const addDocuments = async (
  tx: Tx,
  campaignId: string,
  documents: readonly RestsOn[],
): Promise<void> => {
  for (const [index, { number, datedOn, issuer }] of documents.entries()) {
    const row = { campaign_id: campaignId, position: index + 1, number, dated_on: datedOn, issuer };
    await tx.insertInto('campaign_document').values(row).execute();
  }
};

const asRow = (id: string, campaign: NewCampaign, createdAt: string): Insertable<CampaignRow> => ({
  id,
  code: campaign.code,
  title: campaign.title,
  subject: campaign.subject,
  issuer: campaign.issuer,
  office: campaign.office,
  place: campaign.place,
  cut_off_on: campaign.cutOffOn,
  opens_at: campaign.opensAt,
  deadline_at: campaign.deadlineAt,
  closed_at: null,
  dispatch_number: campaign.dispatchNumber,
  dispatch_on: campaign.dispatchOn,
  mailbox: campaign.mailbox,
  contact_name: campaign.contactName,
  contact_phone: campaign.contactPhone,
  preparer_title: campaign.preparerTitle,
  signer_title: campaign.signerTitle,
  birth_date_asked_at: campaign.birthDateAsked ? createdAt : null,
  copied_from_id: campaign.copiedFromId ?? null,
  last_receipt: 0,
  created_at: createdAt,
});

/** Closes the campaign, or opens it again when `closedAt` is null. */
export const setClosed = async (
  tx: Tx,
  campaignId: string,
  closedAt: string | null,
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set({ closed_at: closedAt })
    .where('id', '=', campaignId)
    .execute();
};

/** The next number on the receipts of this campaign: 1, 2, 3 … Two senders at once get two numbers. */
export const nextReceipt = async (tx: Tx, campaignId: string): Promise<number> => {
  const row = await tx
    .updateTable('campaign')
    .set((column) => ({ last_receipt: column('last_receipt', '+', 1) }))
    .where('id', '=', campaignId)
    .returning('last_receipt')
    .executeTakeFirstOrThrow();
  return row.last_receipt;
};
