import type { Db } from '../db/schema.ts';
import type { Edition } from './appendix.ts';

/** Somebody has taken a file of the appendix. */
export interface Exported {
  readonly at: string;
  readonly by: string;
  readonly edition: Edition;
}

/** The newest exports of a campaign's appendix, at most `most`. */
export const exportsOf = async (
  db: Db,
  campaignId: string,
  most: number,
): Promise<readonly Exported[]> => {
  const rows = await db
    .selectFrom('history')
    .innerJoin('account', 'account.id', 'history.account_id')
    .select(['history.at', 'account.name as by', 'history.details'])
    .where('history.subject', '=', campaignId)
    .where('history.action', '=', 'appendix.exported')
    .orderBy('history.seq', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ details, ...row }) => ({ ...row, edition: editionIn(JSON.parse(details)) }));
};

const editionIn = (details: { readonly asOf?: string; readonly final?: number }): Edition => {
  if (details.final !== undefined) return { kind: 'final', number: details.final };
  return details.asOf === undefined ? { kind: 'draft' } : { kind: 'as-of', moment: details.asOf };
};
