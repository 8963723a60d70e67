import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asBoardQuery, boardAddress } from '../../src/desk/board-query.ts';
import { boardCount, boardRows } from '../../src/desk/board-store.ts';
import { aCity, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const [noiVu, tuPhap, school, nursery, ward] = [
  'phong-noi-vu',
  'phong-tu-phap',
  'thcs-nguyen-hue',
  'mn-binh-han',
  'phuong-quang-trung',
] as const;

const codes = async (typed: string) => {
  const address = boardAddress(new URLSearchParams(typed));
  const of = { campaign: city.campaign, now: morning };
  const query = asBoardQuery({ ...address, order: 'don-vi' });
  const rows = await boardRows(fresh.db, of, query, { from: 0, most: 100 });
  expect(await boardCount(fresh.db, of, query)).toBe(rows.length);
  return rows.map(({ code }) => code);
};

describe('The search of the board', () => {
  test.each([
    ['quang trung', [ward]],
    ['QUANG', [ward]],
    ['Phòng', [noiVu, tuPhap]],
    ['phong', [noiVu, tuPhap]],
    ['truong', [school, nursery]],
    ['bình hàn'.normalize('NFD'), [nursery]],
    ['khong co', []],
  ])('a search for %j finds %j', async (words, expected) => {
    expect(await codes(`q=${encodeURIComponent(words)}`)).toEqual(expected);
  });

  test.each(['%', '_', '!', '\\', "'"])('a search takes the sign %j as it stands', async (sign) => {
    expect(await codes(`q=${encodeURIComponent(sign)}`)).toEqual([]);
    await fresh.db
      .updateTable('unit')
      .set({ search_name: "to 5%_!\\'" })
      .where('code', '=', school)
      .execute();
    expect(await codes(`q=${encodeURIComponent(sign)}`)).toEqual([school]);
  });
});
