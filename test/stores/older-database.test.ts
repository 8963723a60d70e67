import { Migrator, sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { migrate, openDatabase } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import { emptyDraft } from '../../src/reports/draft.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { emptyPlace } from '../support/database.ts';

/** What stood in a database before drafts became documents. */
const before = [
  `insert into campaign (id, code, title, subject, issuer, office, place, cut_off_on, opens_at,
    deadline_at, contact_name, created_at) values ('c', 'c', '', '', '', '', '', '', '', '', '', '')`,
  `insert into campaign_category (id, campaign_id, position, code, name) values
    ('b', 'c', 2, 'vien-chuc', 'Viên chức'), ('a', 'c', 1, 'cong-chuc', 'Công chức')`,
  `insert into unit_group (id, code, name, position) values ('g', 'g', '', 1)`,
  `insert into unit (id, group_id, code, name, search_name, position) values
    ('u', 'g', 'u', '', '', 1), ('v', 'g', 'v', '', '', 2), ('w', 'g', 'w', '', '', 3)`,
  `insert into report (id, campaign_id, unit_id, state, state_at, draft_revision, draft_nobody_at,
    draft_nobody_reason) values ('full', 'c', 'u', 'draft', '', 3, null, ''),
    ('nobody', 'c', 'v', 'draft', '', 1, 'then', 'Nghỉ'),
    ('untouched', 'c', 'w', 'not_started', '', 0, null, '')`,
  `insert into draft_headcount (report_id, category_id, typed) values
    ('full', 'b', '48 người'), ('full', 'a', '')`,
  `insert into draft_participant (report_id, position, name, birth_date, title, category, note)
    values ('full', 2, 'Trần "Tý"', '', '', 'vc', ''), ('full', 1, 'Lê Văn An', '1/2/80', 'GV', '', 'x')`,
];

const migrateTo = async (db: Db, name: string): Promise<void> => {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateTo(name);
  if (error) throw error;
};

test('drafts of an older database become documents, just as they were typed', async () => {
  const { place, remove } = await emptyPlace();
  const db = openDatabase(place);
  await migrateTo(db, '0004_lists');
  for (const statement of before) await sql.raw(statement).execute(db);
  await migrate(db);
  const row = { birthDate: '', title: '', category: '', note: '' };
  expect(await draftOf(db, 'full')).toEqual({
    ...emptyDraft,
    headcounts: { a: '', b: '48 người' },
    rows: [
      { ...row, name: 'Lê Văn An', birthDate: '1/2/80', title: 'GV', note: 'x' },
      { ...row, name: 'Trần "Tý"', category: 'vc' },
    ],
  });
  expect(await draftOf(db, 'nobody')).toEqual({
    ...emptyDraft,
    nobody: true,
    nobodyReason: 'Nghỉ',
  });
  expect(await draftOf(db, 'untouched')).toEqual(emptyDraft);
  await db.destroy();
  await remove();
});

/** Two versions of one report, the second one late; their columns are those of that time. */
const aVersion = (number: number, sentAt: string) =>
  `insert into version (id, report_id, number, draft_revision, receipt, sent_at, sent_by, due_at,
    headcount, participants, categories, confirmed) values
    ('v${number}', 'r', ${number}, ${number}, ${number}, '${sentAt}', 'p', '2024-12-12', ${number * 10},
    ${number}, 0, '[]')`;
const sentBefore = [
  `insert into campaign (id, code, title, subject, issuer, office, place, cut_off_on, opens_at,
    deadline_at, contact_name, created_at) values ('c', 'c', '', '', '', '', '', '', '', '', '', '')`,
  `insert into unit_group (id, code, name, position) values ('g', 'g', '', 1)`,
  `insert into unit (id, group_id, code, name, search_name, position) values
    ('u', 'g', 'u', '', '', 1), ('w', 'g', 'w', '', '', 2)`,
  `insert into account (id, role, name, email, created_at) values ('p', 'office', '', 'p@thu.example', '')`,
  `insert into report (id, campaign_id, unit_id, state, state_at, last_version) values
    ('r', 'c', 'u', 'submitted', '', 2), ('untouched', 'c', 'w', 'not_started', '', 0)`,
  aVersion(1, '2024-12-10'),
  aVersion(2, '2024-12-13'),
];

test('what the board shows of a last version stands in its report, from before and from now on', async () => {
  const { place, remove } = await emptyPlace();
  const db = openDatabase(place);
  await migrateTo(db, '0012_check_codes');
  for (const statement of sentBefore) await sql.raw(statement).execute(db);
  await migrate(db);
  const lasts = () =>
    db
      .selectFrom('report')
      .select(['last_sent_at as sent', 'last_due_at as due'])
      .select(['last_headcount as headcount', 'last_participants as participants'])
      .orderBy('id')
      .execute();
  const nothing = { sent: null, due: null, headcount: null, participants: null };
  const due = '2024-12-12';
  expect(await lasts()).toEqual([
    { sent: '2024-12-13', due, headcount: 20, participants: 2 },
    nothing,
  ]);
  // In whatever order they come, as when a copy of a database is put together.
  for (const version of [aVersion(4, '2024-12-15'), aVersion(3, '2024-12-14')])
    await sql.raw(version).execute(db);
  expect(await lasts()).toEqual([
    { sent: '2024-12-15', due, headcount: 40, participants: 4 },
    nothing,
  ]);
  await db.destroy();
  await remove();
});
