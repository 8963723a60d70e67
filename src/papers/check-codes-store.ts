import type { Db, Tx } from '../db/schema.ts';

/** The code of a version, or `undefined` while it has none. */
export const checkCodeOf = async (
  db: Db,
  reportId: string,
  version: number,
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('check_code')
    .select('code')
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.code;
};

export interface NewCheckCode {
  readonly code: string;
  readonly reportId: string;
  readonly version: number;
  readonly at: string;
}

/** `false` when this code stands for another version, or this version has a code already. */
export const addCheckCode = async (
  tx: Db | Tx,
  { code, reportId, version, at }: NewCheckCode,
): Promise<boolean> => {
  const added = await tx
    .insertInto('check_code')
    .values({ code, report_id: reportId, version, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst();
  return added !== undefined;
};

/** What a code tells to anybody: whose report, and whether it is still the newest. Nothing personal. */
export interface CheckedPaper {
  readonly unitName: string;
  readonly campaignTitle: string;
  readonly receipt: number;
  readonly version: number;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly lastVersion: number;
  readonly lastSentAt: string;
}

/** The version that a code stands for, or `undefined`. */
export const paperWithCode = (db: Db, code: string): Promise<CheckedPaper | undefined> =>
  db
    .selectFrom('check_code')
    .innerJoin('version', (join) =>
      join
        .onRef('version.report_id', '=', 'check_code.report_id')
        .onRef('version.number', '=', 'check_code.version'),
    )
    .innerJoin('report', 'report.id', 'check_code.report_id')
    .innerJoin('version as last', (join) =>
      join
        .onRef('last.report_id', '=', 'report.id')
        .onRef('last.number', '=', 'report.last_version'),
    )
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .select(['unit.name as unitName', 'campaign.title as campaignTitle', 'version.receipt'])
    .select(['version.number as version', 'version.sent_at as sentAt', 'version.due_at as dueAt'])
    .select(['last.number as lastVersion', 'last.sent_at as lastSentAt'])
    .where('check_code.code', '=', code)
    .executeTakeFirst();
