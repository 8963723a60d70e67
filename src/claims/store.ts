import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { Claim } from './cases.ts';
import type { Verdict } from './standing.ts';

/** The last versions that count in a campaign. */
export const lastVersionIds = async (db: Db, campaignId: string): Promise<Set<string>> =>
  new Set((await lastVersions(db, campaignId).select('version.id').execute()).map(({ id }) => id));

/** Everybody in these of the last versions that count in a campaign. */
export const claimsIn = (
  db: Db,
  campaignId: string,
  versions: readonly string[],
): Promise<Claim[]> =>
  versions.length === 0
    ? Promise.resolve([])
    : claims(db, campaignId).where('version.id', 'in', versions).execute();

const lastVersions = (db: Db, campaignId: string) =>
  db
    .selectFrom('report')
    .innerJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .where('report.campaign_id', '=', campaignId)
    .where('report.state', '<>', 'exempt');

const claims = (db: Db, campaignId: string) =>
  lastVersions(db, campaignId)
    .innerJoin('version_participant as row', 'row.version_id', 'version.id')
    .select(['report.id as reportId', 'version.id as versionId', 'row.position', 'row.name'])
    .select(['row.name_key as nameKey', 'row.birth_date as birthDate', 'row.title', 'row.note'])
    .select('row.category_id as categoryId');

/** A row of a version as an officer saw it. */
export interface SeenRow {
  readonly versionId: string;
  readonly position: number;
  readonly part: number;
}

/** Those of the rows that still stand in the last version of a report that counts. */
export const rowsStillThere = async (
  db: Db,
  campaignId: string,
  rows: readonly SeenRow[],
): Promise<(Claim & { readonly part: number })[]> => {
  const versions = [...new Set(rows.map(({ versionId }) => versionId))];
  const positions = [...new Set(rows.map(({ position }) => position))];
  const found = await claims(db, campaignId)
    .where('version.id', 'in', versions)
    .where('row.position', 'in', positions)
    .execute();
  return rows.flatMap(({ versionId, position, part }) =>
    found
      .filter((row) => row.versionId === versionId && row.position === position)
      .map((row) => ({ ...row, part })),
  );
};

export interface NewDecision {
  readonly campaignId: string;
  readonly verdict: Verdict;
  readonly countedReportId: string | null;
  readonly rows: readonly (Pick<Claim, 'reportId' | 'versionId' | 'position' | 'nameKey'> & {
    readonly part: number;
  })[];
}

/** Keeps a decision. */
export const addDecision = async (
  tx: Tx,
  id: string,
  { campaignId, verdict, countedReportId, rows }: NewDecision,
  doer: { readonly at: string; readonly accountId: string },
): Promise<void> => {
  await tx
    .insertInto('claim_decision')
    .values({
      id,
      campaign_id: campaignId,
      verdict,
      counted_report_id: countedReportId,
      decided_at: doer.at,
      decided_by: doer.accountId,
      undone_at: null,
      undone_by: null,
    })
    .execute();
  const people = rows.map((row, index) => ({
    decision_id: id,
    place: index + 1,
    report_id: row.reportId,
    version_id: row.versionId,
    position: row.position,
    name_key: row.nameKey,
    part: row.part,
  }));
  await tx.insertInto('claim_person').values(people).execute();
};

export const newDecisionId = (): string => newId();

/** Undoes a decision; `false` when there is none, or it was undone before. */
export const undoDecision = async (
  tx: Tx,
  campaignId: string,
  id: string,
  doer: { readonly at: string; readonly accountId: string },
): Promise<boolean> => {
  const change = tx
    .updateTable('claim_decision')
    .set({ undone_at: doer.at, undone_by: doer.accountId })
    .where('id', '=', id)
    .where('campaign_id', '=', campaignId)
    .where('undone_at', 'is', null);
  return (await change.returning('id').executeTakeFirst()) !== undefined;
};

/** A report of which a page about claims speaks. */
export interface ClaimingReport {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** Of its last version; `null` while nothing was sent. */
  readonly sentAt: string | null;
}

/** These reports by id, in the office's order. */
export const claimingReports = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClaimingReport>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .leftJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report.id')
        .onRef('version.number', '=', 'report.last_version'),
    )
    .select(['report.id', 'unit.id as unitId', 'unit.code as unitCode', 'unit.name as unitName'])
    .select('version.sent_at as sentAt')
    .where('report.id', 'in', [...new Set(ids)])
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** Some unit of the campaign has sent. */
export const anySent = async (db: Db, campaignId: string): Promise<boolean> =>
  (await db
    .selectFrom('report')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('last_version', '>', 0)
    .limit(1)
    .executeTakeFirst()) !== undefined;
