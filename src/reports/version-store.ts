import { v7 as newId } from 'uuid';
import type { Db, Tx } from '../db/schema.ts';
import type { Participant } from '../participants/participant.ts';
import { nameKey } from '../vietnamese/names.ts';
import type { CategoryCount } from './check.ts';
import type { Version, VersionFigures } from './version.ts';

/** A version about to be stored. */
export interface NewVersion extends Omit<Version, 'id' | 'sentBy'> {
  readonly reportId: string;
  readonly draftRevision: number;
  readonly sentById: string;
}

/** Stores a version whole: its totals, counts and names. From then on the database refuses any change. */
export const addVersion = async (tx: Tx, version: NewVersion): Promise<void> => {
  const id = newId();
  await tx.insertInto('version').values(versionRow(id, version)).execute();
  const counts = version.counts.map((count, index) => ({
    version_id: id,
    position: index + 1,
    category_id: count.categoryId,
    headcount: count.headcount,
    participants: count.participants,
  }));
  await tx.insertInto('version_headcount').values(counts).execute();
  const people = version.participants.map((person, index) => ({
    version_id: id,
    position: index + 1,
    name: person.name,
    name_key: nameKey(person.name),
    birth_date: person.birthDate,
    title: person.title,
    category_id: person.categoryId,
    note: person.note,
  }));
  for (let start = 0; start < people.length; start += rowsAtOnce)
    await tx
      .insertInto('version_participant')
      .values(people.slice(start, start + rowsAtOnce))
      .execute();
};

const rowsAtOnce = 250;

const versionRow = (id: string, version: NewVersion) => ({
  id,
  report_id: version.reportId,
  number: version.number,
  draft_revision: version.draftRevision,
  receipt: version.receipt,
  sent_at: version.sentAt,
  sent_by: version.sentById,
  due_at: version.dueAt,
  headcount: version.counts.reduce((sum, count) => sum + count.headcount, 0),
  participants: version.participants.length,
  categories: version.counts.length,
  nobody_reason: version.nobodyReason,
  confirmed: JSON.stringify(version.confirmed.map(({ code, details }) => ({ code, details }))),
  explanations: JSON.stringify(version.explanations),
  proposals: version.proposals,
  signer_title: version.signerTitle,
  signer_name: version.signerName,
  on_behalf: version.onBehalf ? 1 : 0,
});

/** A version of a report with everything in it, or `undefined`. */
export const versionNumbered = async (
  db: Db,
  reportId: string,
  number: number,
): Promise<Version | undefined> => {
  const row = await db
    .selectFrom('version')
    .innerJoin('account', 'account.id', 'version.sent_by')
    .select(['version.id', 'number', 'receipt', 'sent_at as sentAt', 'account.name as sentBy'])
    .select(['due_at as dueAt', 'nobody_reason as nobodyReason', 'confirmed', 'explanations'])
    .select(['proposals', 'signer_title as signerTitle', 'signer_name as signerName'])
    .select('on_behalf as onBehalf')
    .where('report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...row,
    confirmed: JSON.parse(row.confirmed),
    explanations: JSON.parse(row.explanations),
    onBehalf: row.onBehalf === 1,
    counts: await countsOf(db, row.id),
    participants: await participantsOf(db, row.id),
  };
};

/** The figures of a version, without its names, or `undefined`. */
export const versionFigures = async (
  db: Db,
  reportId: string,
  number: number,
): Promise<VersionFigures | undefined> => {
  const row = await db
    .selectFrom('version')
    .select(['id', 'number', 'receipt', 'sent_at as sentAt', 'due_at as dueAt'])
    .select(['nobody_reason as nobodyReason', 'on_behalf as onBehalf'])
    .where('report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, ...figures } = row;
  return { ...figures, onBehalf: row.onBehalf === 1, counts: await countsOf(db, id) };
};

const countsOf = (db: Db, versionId: string): Promise<CategoryCount[]> =>
  db
    .selectFrom('version_headcount')
    .select(['category_id as categoryId', 'headcount', 'participants'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();

const participantsOf = (db: Db, versionId: string): Promise<Participant[]> =>
  db
    .selectFrom('version_participant')
    .select(['name', 'birth_date as birthDate', 'title', 'category_id as categoryId', 'note'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();

/** All versions of a report, the newest first, with their totals. */
export const versionsOf = async (db: Db, reportId: string) => {
  const rows = await db
    .selectFrom('version')
    .innerJoin('account', 'account.id', 'version.sent_by')
    .select(['number', 'receipt', 'sent_at as sentAt', 'due_at as dueAt', 'headcount'])
    .select(['participants', 'account.name as sentBy', 'on_behalf as onBehalf'])
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, onBehalf: row.onBehalf === 1 }));
};

/** The number of the version that was made from this revision of the draft, or `undefined`. */
export const versionMadeFrom = async (
  db: Db,
  reportId: string,
  draftRevision: number,
): Promise<number | undefined> => {
  const query = db.selectFrom('version').select('number').where('report_id', '=', reportId);
  return (await query.where('draft_revision', '=', draftRevision).executeTakeFirst())?.number;
};
