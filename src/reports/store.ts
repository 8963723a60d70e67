import { v7 as newId } from 'uuid';
import type { Actor } from '../accounts/account.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignByCode } from '../campaigns/store.ts';
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
  /** 0 while nothing was ever sent. */
  readonly lastVersion: number;
}

/** These active units (all, unless told otherwise) owe a report from now on. Units that do already stay as they are. */
export const owe = async (
  tx: Tx,
  campaignId: string,
  at: string,
  unitIds?: readonly string[],
): Promise<void> => {
  if (unitIds?.length === 0) return;
  let units = tx.selectFrom('unit').select('id').where('deactivated_at', 'is', null);
  if (unitIds) units = units.where('id', 'in', unitIds);
  const rows = (await units.execute()).map(({ id }) => ({
    ...blankReport,
    id: newId(),
    campaign_id: campaignId,
    unit_id: id,
    state_at: at,
  }));
  if (rows.length === 0) return;
  await tx
    .insertInto('report')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['campaign_id', 'unit_id']).doNothing())
    .execute();
};

const blankReport = {
  state: 'not_started' as const,
  extended_until: null,
  draft_revision: 0,
  draft_saved_at: null,
  draft_saved_by: null,
  last_version: 0,
};

const reports = (db: Db) =>
  db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .leftJoin('account', 'account.id', 'report.draft_saved_by')
    .select(['report.id', 'report.campaign_id as campaignId', 'report.unit_id as unitId'])
    .select(['unit.code as unitCode', 'unit.name as unitName', 'report.state'])
    .select(['report.extended_until as extendedUntil', 'report.draft_revision as draftRevision'])
    .select(['report.draft_saved_at as draftSavedAt', 'account.name as draftSavedBy'])
    .select(['report.draft_saved_by as draftSavedById', 'report.last_version as lastVersion']);

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
  const campaign = await campaignByCode(db, campaignCode);
  if (!campaign) throw new Problem('not-found');
  const [report] = await reportRows(db, campaign.id, unitCode);
  if (!report) throw new Problem('not-found');
  return { campaign, report };
};

const reportRows = builtOnce((db, campaignId: string, unitCode: string) =>
  reports(db).where('report.campaign_id', '=', campaignId).where('unit.code', '=', unitCode),
);

/** The same for somebody who reports units: another unit's report is simply not there. Throws `not-found`. */
export const ownReport = async (
  db: Db,
  actor: Actor,
  campaignCode: string,
  unitCode: string,
): Promise<Found> => {
  const found = await reportFound(db, campaignCode, unitCode);
  if (!actor.unitIds.includes(found.report.unitId)) throw new Problem('not-found');
  return found;
};

/** The reports that these units owe, with the code of their campaign, newest campaign first. */
export const reportsOwedBy = async (
  db: Db,
  unitIds: readonly string[],
): Promise<(Report & { campaignCode: string })[]> => {
  if (unitIds.length === 0) return [];
  return reports(db)
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select('campaign.code as campaignCode')
    .where('report.unit_id', 'in', unitIds)
    .orderBy('campaign.created_at', 'desc')
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();
};

/** Throws `not-found` when the unit owes it no longer. */
export const reportById = (db: Db, id: string): Promise<Report> =>
  reports(db)
    .where('report.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'));

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
    .select(['report_event.at', 'report_event.kind', 'report_event.reason', 'account.name as who'])
    .select(['report_event.version', 'report_event.position', 'report_event.account_id as byId'])
    .where('report_id', '=', reportId)
    .orderBy('position', 'desc')
    .execute();
