import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupsOfAppendix, inSnapshot, peopleOfAppendix } from '../../src/appendix/store.ts';
import { openDatabase } from '../../src/db/open.ts';
import { addCampaignRows, addUnit } from '../support/appendix-rows.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  await addCampaignRows(db);
  const twice = [
    { headcount: 9, names: ['Lê An', 'Lê Bình'] },
    { headcount: 5, names: ['Vũ Chi'] },
  ];
  await addUnit(db, 'b', { group: 'offices', position: 2, state: 'returned', sent: twice });
  await addUnit(db, 'school', { group: 'schools', position: 3, state: 'not_started' });
  await addUnit(db, 'a', { group: 'offices', position: 1, state: 'draft' });
  const nobody = [{ headcount: 4, names: [], nobodyReason: 'đi chống bão' }];
  await addUnit(db, 'c', { group: 'offices', position: 4, state: 'accepted', sent: nobody });
});

afterAll(() => database.close());

describe('the figures of the appendix', () => {
  test('stand by group and unit in the office’s order', async () => {
    const groups = await groupsOfAppendix(database.db, 'campaign');
    expect(groups.map(({ code, name, units }) => [code, name, units.map(({ id }) => id)])).toEqual([
      ['I', 'Các phòng', ['a', 'b', 'c']],
      ['II', 'Trường học', ['school']],
    ]);
  });

  test('come from the last version sent, never from an earlier one or a draft', async () => {
    const [offices] = await groupsOfAppendix(database.db, 'campaign');
    expect(offices?.units.map(({ state, sent }) => [state, sent?.number, sent?.counts])).toEqual([
      ['draft', undefined, undefined],
      [
        'returned',
        2,
        [
          { categoryId: 'Công chức', headcount: 5, participants: 1 },
          { categoryId: 'Viên chức', headcount: 0, participants: 0 },
        ],
      ],
      [
        'accepted',
        1,
        [
          { categoryId: 'Công chức', headcount: 4, participants: 0 },
          { categoryId: 'Viên chức', headcount: 0, participants: 0 },
        ],
      ],
    ]);
    expect(offices?.units[2]?.sent?.nobodyReason).toBe('đi chống bão');
  });

  test('carry the contact of a unit that is to be called', async () => {
    const [, schools] = await groupsOfAppendix(database.db, 'campaign');
    expect(schools?.units[0]).toMatchObject({
      contactName: 'Lan',
      phone: '0220 3 852 100',
      email: 'lan@a.vn',
      sent: null,
    });
  });

  test('are empty for a campaign that does not exist', async () => {
    expect(await groupsOfAppendix(database.db, 'other')).toEqual([]);
    expect(await peopleOfAppendix(database.db, 'other')).toEqual(new Map());
  });
});

test('the names are those of the last version sent', async () => {
  const people = await peopleOfAppendix(database.db, 'campaign');
  expect([...people].map(([unit, list]) => [unit, list.map(({ name }) => name)])).toEqual([
    ['b', ['Vũ Chi']],
  ]);
});

test('a version sent while the appendix is read is not half in it, and does not wait', async () => {
  const { db, place } = database;
  const other = openDatabase(place);
  const people = await inSnapshot(other, async (snapshot) => {
    await groupsOfAppendix(snapshot, 'campaign');
    const sent = [{ headcount: 7, names: ['Ngô Dũng'] }];
    await addUnit(db, 'd', { group: 'offices', position: 5, state: 'submitted', sent });
    return peopleOfAppendix(snapshot, 'campaign');
  });
  await other.destroy();
  expect(people.has('d')).toBe(false);
  expect((await peopleOfAppendix(db, 'campaign')).has('d')).toBe(true);
});

test('reading fails cleanly and leaves the connection usable', async () => {
  const failing = inSnapshot(database.db, () => Promise.reject(new Error('unplugged')));
  await expect(failing).rejects.toThrow('unplugged');
  expect(await groupsOfAppendix(database.db, 'campaign')).not.toEqual([]);
});
