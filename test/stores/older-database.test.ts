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
