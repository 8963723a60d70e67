import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asBoardQuery, boardAddress } from '../../src/desk/board-query.ts';
import { boardRows } from '../../src/desk/store.ts';
import { aCity, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

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

const codes = async (query: string) => {
  const address = boardAddress(new URLSearchParams(query));
  const rows = await boardRows(fresh.db, city.campaign.id, asBoardQuery(address));
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
