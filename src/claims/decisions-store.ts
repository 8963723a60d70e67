import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';
import { type DecidedPerson, type Decision, type Namesake, whereNow } from './standing.ts';

/** Which decisions, and over which state of the lists. */
export interface Scope {
  readonly campaignId: string;
  /** Those that name somebody of this report. */
  readonly reportId?: string;
  /** What was decided, and sent, by this instant; now when left out. */
  readonly asOf?: string;
  /** Undone ones as well, the newest first. */
  readonly undoneToo?: boolean;
}

/** A person of a decision: as the officer saw it, and where it stands now. */
export interface KeptPerson extends DecidedPerson {
  readonly versionId: string;
  readonly nameKey: string;
  readonly seen: Namesake & { readonly name: string };
  /** Everybody of that name in the version that the officer saw. */
  readonly namesakes: readonly Namesake[];
  /** The row that stands in the list now. */
  readonly now: (Namesake & { readonly versionId: string; readonly categoryId: string }) | null;
}

export interface KeptDecision extends Decision<KeptPerson> {
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly undoneAt: string | null;
  readonly undoneById: string | null;
}

/** The decisions of a campaign, over the lists as they stand. Three queries, whatever their number. */
export const decisionsOf = async (db: Db, scope: Scope): Promise<KeptDecision[]> => {
  const persons = await personRows(db, scope);
  if (persons.length === 0) return [];
  const seen = byPerson(await seenRows(db, scope));
  const now = byPerson(await nowRows(db, scope));
  const decisions = new Map<string, KeptDecision & { persons: KeptPerson[] }>();
  for (const row of persons) {
    const { id, verdict, countedReportId, decidedAt, decidedBy, undoneAt, undoneById } = row;
    const head = { id, verdict, countedReportId, decidedAt, decidedBy, undoneAt, undoneById };
    const decision = decisions.get(id) ?? { ...head, persons: [] };
    decisions.set(id, decision);
    decision.persons.push(personFrom(row, seen, now));
  }
  return [...decisions.values()];
};

type PersonRow = Awaited<ReturnType<typeof personRows>>[number];
type SeenRow = Awaited<ReturnType<typeof seenRows>>[number];
type NowRow = Awaited<ReturnType<typeof nowRows>>[number];

const personFrom = (
  { id, place, reportId, versionId, nameKey, part, position }: PersonRow,
  seen: ReadonlyMap<string, readonly SeenRow[]>,
  now: ReadonlyMap<string, readonly NowRow[]>,
): KeptPerson => {
  const key = `${id} ${place}`;
  const namesakes = seen.get(key) ?? [];
  const own = namesakes.find((row) => row.position === position);
  if (!own) throw new Error(`the version of ${key} lacks its row`);
  const rows = now.get(key) ?? [];
  const at = whereNow(namesakes, rows, position);
  const row = rows.find((one) => one.position === at?.position) ?? null;
  const kept = { reportId, versionId, nameKey, part, position: row?.position ?? null };
  return { ...kept, seen: own, namesakes, now: row };
};

const byPerson = <Row extends { id: string; place: number }>(
  rows: readonly Row[],
): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.id} ${row.place}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
};

const peopleOf = (db: Db, { campaignId, reportId, asOf, undoneToo }: Scope) => {
  let rows = db
    .selectFrom('claim_decision as decision')
    .innerJoin('claim_person as person', 'person.decision_id', 'decision.id')
    .where('decision.campaign_id', '=', campaignId);
  if (reportId !== undefined)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('claim_person as own')
          .select('own.place')
          .whereRef('own.decision_id', '=', 'decision.id')
          .where('own.report_id', '=', reportId),
      ),
    );
  if (asOf !== undefined)
    return rows
      .where('decision.decided_at', '<=', asOf)
      .where(({ or, eb }) =>
        or([eb('decision.undone_at', 'is', null), eb('decision.undone_at', '>', asOf)]),
      );
  return undoneToo ? rows : rows.where('decision.undone_at', 'is', null);
};

const personRows = (db: Db, scope: Scope) =>
  peopleOf(db, scope)
    .innerJoin('account', 'account.id', 'decision.decided_by')
    .select(['decision.id', 'decision.verdict', 'decision.counted_report_id as countedReportId'])
    .select(['decision.decided_at as decidedAt', 'account.name as decidedBy'])
    .select(['decision.undone_at as undoneAt', 'decision.undone_by as undoneById'])
    .select(['person.place', 'person.report_id as reportId', 'person.version_id as versionId'])
    .select(['person.position', 'person.name_key as nameKey', 'person.part'])
    .orderBy('decision.decided_at', 'desc')
    .orderBy('decision.id', 'desc')
    .orderBy('person.place')
    .execute();

/** Everybody of that name in the version that the officer saw. */
const seenRows = (db: Db, scope: Scope) =>
  peopleOf(db, scope)
    .innerJoin('version_participant as row', (on) =>
      on
        .onRef('row.version_id', '=', 'person.version_id')
        .onRef('row.name_key', '=', 'person.name_key'),
    )
    .select(['decision.id', 'person.place', 'row.position', 'row.name', 'row.title'])
    .select('row.birth_date as birthDate')
    .execute();

/** Everybody of that name in the last version, or in the last one of that instant. */
const nowRows = (db: Db, scope: Scope) => {
  const { asOf } = scope;
  const rows = peopleOf(db, scope)
    .innerJoin('report', 'report.id', 'person.report_id')
    .innerJoin('version', 'version.report_id', 'report.id')
    .innerJoin('version_participant as row', (on) =>
      on.onRef('row.version_id', '=', 'version.id').onRef('row.name_key', '=', 'person.name_key'),
    )
    .select(['decision.id', 'person.place', 'row.position', 'row.title', 'version.id as versionId'])
    .select(['row.birth_date as birthDate', 'row.category_id as categoryId'])
    .where('report.state', '<>', 'exempt')
    .orderBy('row.position');
  if (asOf === undefined)
    return rows.whereRef('version.number', '=', 'report.last_version').execute();
  const last = sql<number>`(select max(earlier.number) from version as earlier
    where earlier.report_id = report.id and earlier.sent_at <= ${asOf})`;
  return rows.where('version.number', '=', last).execute();
};
