import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { FinalFigures } from './final.ts';

/** A final as it is kept, without its file. */
export interface Final {
  /** 1, 2, 3 … within its campaign. */
  readonly number: number;
  /** The moment that it shows, UTC ISO text. */
  readonly at: string;
  readonly accountId: string;
  /** The name of who made it. */
  readonly by: string;
  readonly fileName: string;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly figures: FinalFigures;
}

export interface NewFinal extends Omit<Final, 'by' | 'bytes'> {
  readonly campaignId: string;
  readonly content: Uint8Array;
}

/** Keeps a final for ever; `false` when another one has its number already. */
export const addFinal = async (tx: Tx, final: NewFinal): Promise<boolean> => {
  const { counted, owed, headcount, participants } = final.figures.total;
  const added = await tx
    .insertInto('appendix_final')
    .values({
      id: newId(),
      campaign_id: final.campaignId,
      number: final.number,
      at: final.at,
      account_id: final.accountId,
      counted,
      owed,
      headcount,
      participants,
      file_name: final.fileName,
      sha256: final.sha256,
      bytes: final.content.length,
      content: Buffer.from(final.content).toString('base64'),
      figures: JSON.stringify(final.figures),
    })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
};

/** The finals of a campaign, the newest first. */
export const finalsOf = async (db: Db, campaignId: string): Promise<Final[]> => {
  const rows = await finals(db, campaignId).orderBy('number', 'desc').execute();
  return rows.map((row) => ({ ...row, figures: JSON.parse(row.figures) }));
};

/** The newest final of a campaign, or `undefined`. */
export const lastFinal = async (db: Db, campaignId: string): Promise<Final | undefined> => {
  const rows = finals(db, campaignId).orderBy('number', 'desc').limit(1);
  const row = await rows.executeTakeFirst();
  return row && { ...row, figures: JSON.parse(row.figures) };
};

const finals = (db: Db, campaignId: string) =>
  db
    .selectFrom('appendix_final')
    .innerJoin('account', 'account.id', 'appendix_final.account_id')
    .select(['number', 'at', 'account_id as accountId', 'account.name as by'])
    .select(['file_name as fileName', 'sha256', 'bytes', 'figures'])
    .where('campaign_id', '=', campaignId);

/** The file of a final, as it was made; `undefined` when there is none of this number. */
export const finalFile = async (
  db: Db,
  campaignId: string,
  number: number,
): Promise<{ fileName: string; bytes: Uint8Array } | undefined> => {
  const row = await db
    .selectFrom('appendix_final')
    .select(['file_name as fileName', 'content'])
    .where('campaign_id', '=', campaignId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { fileName: row.fileName, bytes: Buffer.from(row.content, 'base64') };
};
