import { type Actor, can } from '../accounts/account.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { asCampaign, categoriesOf } from '../campaigns/store.ts';
import { builtOnce } from '../db/built-once.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import type { ReportEventKind, ReportMove, ReportState } from './report.ts';
import { stateAfter } from './report.ts';

/** What one unit owes in one campaign, as it stands. */
export interface Report {
  readonly id: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly state: ReportState;
  readonly extendedUntil: string | null;
  readonly draftRevision: number;
  readonly draftSavedAt: string | null;
  readonly draftSavedById: string | null;
  readonly draftSavedBy: string | null;
  /** Somebody of the office saved the draft last, for the unit. */
  readonly isHeldByOffice: boolean;
  /** 0 while nothing was ever sent. */
  readonly lastVersion: number;
}

const reports = (db: Db) => reportParts(db).select('report.id');

/** Everything of a report but its id: beside a campaign that one needs another name. */
const reportParts = (db: Db) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .leftJoin('account', 'account.id', 'report.draft_saved_by')
    .select(['report.campaign_id as campaignId', 'report.unit_id as unitId'])
    .select(['unit.code as unitCode', 'unit.name as unitName', 'report.state'])
    .select(['report.extended_until as extendedUntil', 'report.draft_revision as draftRevision'])
    .select(['report.draft_saved_at as draftSavedAt', 'account.name as draftSavedBy'])
    .select(['report.draft_saved_by as draftSavedById', 'report.last_version as lastVersion'])
    .select('account.role as draftSavedByRole');

type ReportParts = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>;

const asReport = ({ draftSavedByRole, ...report }: ReportParts): Report => ({
  ...report,
  isHeldByOffice: draftSavedByRole !== null && draftSavedByRole !== 'clerk',
});

export interface Found {
  readonly campaign: Campaign;
  readonly report: Report;
}

/** The report of a unit in a campaign, by their codes. Throws `not-found`. */
export const reportFound = async (
  db: Db,
  campaignCode: string,
  unitCode: string,
): Promise<Found> => {
  const [row] = await foundRows(db, campaignCode, unitCode);
  if (!row) throw new Problem('not-found');
  return { campaign: asCampaign(row, await categoriesOf(db, row.id)), report: reportIn(row) };
};

/** Campaign and report in one question: nearly every page about a report begins with it. */
const foundRows = builtOnce((db, campaignCode: string, unitCode: string) =>
  reportParts(db)
    .select('report.id as reportId')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .selectAll('campaign')
    .where('campaign.code', '=', campaignCode)
    .where('unit.code', '=', unitCode),
);

const reportIn = (row: Awaited<ReturnType<typeof foundRows>>[number]): Report =>
  asReport({
    id: row.reportId,
    campaignId: row.campaignId,
    unitId: row.unitId,
    unitCode: row.unitCode,
    unitName: row.unitName,
    state: row.state,
    extendedUntil: row.extendedUntil,
    draftRevision: row.draftRevision,
    draftSavedAt: row.draftSavedAt,
    draftSavedById: row.draftSavedById,
    draftSavedBy: row.draftSavedBy,
    draftSavedByRole: row.draftSavedByRole,
    lastVersion: row.lastVersion,
  });

/** The same for somebody who enters reports: to a clerk another unit's is simply not there. Throws `not-found`. */
export const ownReport = async (
  db: Db,
  actor: Actor,
  campaignCode: string,
  unitCode: string,
): Promise<Found> => {
  const found = await reportFound(db, campaignCode, unitCode);
  const isTheirs = can(actor, 'run campaigns') || actor.unitIds.includes(found.report.unitId);
  if (!isTheirs) throw new Problem('not-found');
  return found;
};

/** The reports that these units owe, with the code of their campaign, newest campaign first. */
export const reportsOwedBy = async (
  db: Db,
  unitIds: readonly string[],
): Promise<(Report & { campaignCode: string })[]> => {
  if (unitIds.length === 0) return [];
  const rows = await reports(db)
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select('campaign.code as campaignCode')
    .where('report.unit_id', 'in', unitIds)
    .orderBy('campaign.created_at', 'desc')
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();
  return rows.map(({ campaignCode, ...report }) => ({ ...asReport(report), campaignCode }));
};

/** Throws `not-found` when the unit owes it no longer. */
export const reportById = async (db: Db, id: string): Promise<Report> =>
  asReport(
    await reports(db)
      .where('report.id', '=', id)
      .executeTakeFirstOrThrow(() => new Problem('not-found')),
  );

/** What must still be true for a move to happen. */
export interface Expected {
  readonly draftRevision?: number;
  readonly lastVersion?: number;
}

/**
 * Moves a report to its next state, if it is still as expected; `false` when somebody was faster.
 * One statement decides, so that of two people at once exactly one succeeds. Each move but sending
 * also renews the draft's revision: the same draft can be sent again as a new version.
 */
export const move = async (
  tx: Tx,
  report: Pick<Report, 'id' | 'state' | 'lastVersion'>,
  by: Exclude<ReportMove, 'save'>,
  expected: Expected,
  at: string,
): Promise<boolean> => {
  const next = stateAfter(report.state, by);
  if (!next) return false;
  const steps = by === 'send' ? { version: 1, revision: 0 } : { version: 0, revision: 1 };
  let change = tx
    .updateTable('report')
    .set((row) => ({
      state: next,
      state_at: at,
      last_version: row('last_version', '+', steps.version),
      draft_revision: row('draft_revision', '+', steps.revision),
    }))
    .where('id', '=', report.id)
    .where('state', '=', report.state);
  if (expected.draftRevision !== undefined)
    change = change.where('draft_revision', '=', expected.draftRevision);
  if (expected.lastVersion !== undefined)
    change = change.where('last_version', '=', expected.lastVersion);
  return (await change.returning('id').executeTakeFirst()) !== undefined;
};

export interface NewEvent {
  readonly kind: ReportEventKind;
  readonly version: number | null;
  readonly reason: string | null;
}

/**
 * Adds what happened to a report; its row must have been written in this transaction before. The
 * position among the report's events comes back.
 */
export const addEvent = async (
  tx: Tx,
  reportId: string,
  event: NewEvent,
  doer: SignedDoer,
): Promise<number> => {
  const last = await tx
    .selectFrom('report_event')
    .select((row) => row.fn.max('position').as('position'))
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  const position = Number(last?.position ?? 0) + 1;
  const { kind, version, reason } = event;
  const row = { report_id: reportId, position, at: doer.at, account_id: doer.accountId };
  await tx
    .insertInto('report_event')
    .values({ ...row, kind, version, reason })
    .execute();
  return position;
};

/** Everything that happened to a report, the newest first, with the name of who did it. */
export const eventsOf = (db: Db, reportId: string) =>
  db
    .selectFrom('report_event')
    .innerJoin('account', 'account.id', 'report_event.account_id')
    .leftJoin('version', (on) =>
      on
        .onRef('version.report_id', '=', 'report_event.report_id')
        .onRef('version.number', '=', 'report_event.version'),
    )
    .select(['report_event.at', 'report_event.kind', 'report_event.reason', 'account.name as who'])
    .select(['report_event.version', 'version.on_behalf as onBehalf'])
    .where('report_event.report_id', '=', reportId)
    .orderBy('position', 'desc')
    .execute();
