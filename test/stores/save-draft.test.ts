import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostRows } from '../../src/participants/participant.ts';
import { type Draft, tidyDraft } from '../../src/reports/draft.ts';
import { draftOf } from '../../src/reports/draft-store.ts';
import { exempt } from '../../src/reports/exempt.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, type PersonName, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const school = 'thcs-nguyen-hue';
const found = () => reportFound(fresh.db, city.campaign.code, school);
const report = async () => (await found()).report;
const by = (person: PersonName, at = morning) => ({
  accountId: city.ids[person],
  address: 'test',
  at,
});
const list = (count: number): Draft => aDraft(city.campaign, { 'vien-chuc': '2500' }, aList(count));
const save = async (draft: Draft, revision: number, doer = by('tam')) =>
  saveDraft(fresh.db, await found(), draft, revision, doer);
const stored = async () => draftOf(fresh.db, (await report()).id);

describe('Saving a draft', () => {
  test('keeps it as typed, right or wrong, and makes the report a draft', async () => {
    const typed = {
      ...list(3),
      headcounts: { [city.campaign.categories[0]?.id ?? '']: '48 người' },
    };
    const saved = await save(typed, 0);
    expect(saved.revision).toBe(1);
    expect(await stored()).toEqual(tidyDraft(typed, city.campaign.categories));
    expect(await report()).toMatchObject({
      state: 'draft',
      draftRevision: 1,
      draftSavedAt: morning,
      draftSavedBy: 'Lê Thị Tâm',
      lastVersion: 0,
    });
  });

  test('an empty one is saved as well', async () => {
    expect((await save(list(0), 0)).revision).toBe(1);
    expect((await report()).state).toBe('draft');
  });

  test('that changes nothing keeps revision and time', async () => {
    await save(list(3), 0);
    const later = by('minh', '2024-12-11T02:00:00.000Z');
    expect((await save(list(3), 1, later)).revision).toBe(1);
    expect(await report()).toMatchObject({ draftRevision: 1, draftSavedAt: morning });
  });

  test.each([
    ['a name', (draft: Draft) => ({ ...draft, rows: [...aList(2), ...aList(1, 'Cán bộ')] })],
    ['the tick', (draft: Draft) => ({ ...draft, nobody: true })],
    ['the reason', (draft: Draft) => ({ ...draft, nobodyReason: 'x' })],
    ['the order', (draft: Draft) => ({ ...draft, rows: [...draft.rows].reverse() })],
    ['a headcount', (draft: Draft) => ({ ...draft, headcounts: {} })],
  ])('notices that %s changed', async (_what, change) => {
    await save(list(3), 0);
    const changed = change(list(3));
    expect((await save(changed, 1)).revision).toBe(2);
    expect(await stored()).toEqual(tidyDraft(changed, city.campaign.categories));
  });

  test('after any series of lists stores the last one', async () => {
    const series = fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 5 });
    const lists = fc.asyncProperty(series, async (lengths) => {
      for (const length of lengths) await save(list(length), (await report()).draftRevision);
      expect(await stored()).toEqual(list(lengths.at(-1) ?? 0));
    });
    await fc.assert(lists, { numRuns: 8 });
  });
});

describe('Two clerks at one draft', () => {
  test('the second is refused and told who saved when; the first is stored', async () => {
    await save(list(3), 0);
    await save(list(5), 1, by('minh', '2024-12-11T06:42:00.000Z'));
    await expect(save(list(1), 1)).rejects.toMatchObject({
      code: 'draft-changed-elsewhere',
      details: { by: 'Phạm Văn Minh', at: '13 giờ 42' },
    });
    expect(await stored()).toEqual(list(5));
  });

  test('a revision that does not exist yet is refused', async () => {
    await save(list(3), 0);
    await expect(save(list(4), 2)).rejects.toThrow('draft-changed-elsewhere');
    await expect(save(list(4), -1)).rejects.toThrow('draft-changed-elsewhere');
  });

  test('of ten at once exactly one wins, and the draft is all theirs', async () => {
    await save(list(3), 0);
    const before = await found();
    const lengths = Array.from({ length: 10 }, (_, index) => index * 30 + 10);
    const saves = await Promise.allSettled(
      lengths.map((length) => saveDraft(fresh.db, before, list(length), 1, by('tam'))),
    );
    const won = saves.findIndex(({ status }) => status === 'fulfilled');
    const lost = saves.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(9);
    for (const one of lost)
      expect(one).toMatchObject({ reason: { code: 'draft-changed-elsewhere' } });
    expect((await report()).draftRevision).toBe(2);
    expect(await stored()).toEqual(list(lengths[won] ?? 0));
  });

  test('who takes a draft up from somebody else stands in the history, once', async () => {
    await save(list(1), 0);
    await save(list(2), 1);
    await save(list(3), 2, by('minh'));
    const entries = await fresh.db
      .selectFrom('history')
      .select('account_id')
      .where('action', '=', 'draft.taken-up')
      .orderBy('seq')
      .execute();
    expect(entries.map((entry) => entry.account_id)).toEqual([city.ids.tam, city.ids.minh]);
  });
});

describe('A long list', () => {
  test(`of ${mostRows} rows is saved, and replaced row by row`, async () => {
    await save(list(mostRows), 0);
    expect(await stored()).toEqual(list(mostRows));
    const reversed = { ...list(mostRows), rows: [...aList(mostRows)].reverse() };
    await save(reversed, 1);
    expect(await stored()).toEqual(reversed);
  });

  test('beyond that is refused with both numbers; the saved draft stays', async () => {
    await save(list(3), 0);
    await expect(save(list(mostRows + 1), 1)).rejects.toMatchObject({
      code: 'too-many-rows',
      details: { rows: 2001, most: 2000 },
    });
    expect(await stored()).toEqual(list(3));
  });

  test('blank rows do not count', async () => {
    const blank = { name: ' ', birthDate: '', title: '', category: '', note: '' };
    const draft = list(mostRows);
    await save({ ...draft, rows: [blank, ...draft.rows, blank] }, 0);
    expect((await stored()).rows).toHaveLength(mostRows);
  });
});

describe('A draft is locked', () => {
  test('once it is sent, with the content as it was', async () => {
    await sent(fresh.db, city, school, list(3));
    const { draftRevision } = await report();
    await expect(save(list(4), draftRevision)).rejects.toThrow('draft-locked');
    await expect(save(list(3), draftRevision)).rejects.toThrow('draft-locked');
    expect(await stored()).toEqual(list(3));
  });

  test('for a unit that need not report', async () => {
    await exempt(fresh.db, await report(), 'Đã giải thể', by('lan'));
    await expect(save(list(4), 1)).rejects.toThrow('draft-locked');
  });
});
