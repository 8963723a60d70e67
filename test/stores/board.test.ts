import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  asBoardQuery,
  type BoardOrder,
  boardAddress,
  boardOrders,
} from '../../src/desk/board-query.ts';
import { progressByGroup, progressOf } from '../../src/desk/progress.ts';
import { boardRows, standings } from '../../src/desk/store.ts';
import { decide } from '../../src/reports/decide.ts';
import { exempt } from '../../src/reports/exempt.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { reportFound } from '../../src/reports/store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, aList, type City, sent } from '../support/city.ts';
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
const at = (hour: number) => `2024-12-11T0${hour}:00:00.000Z`;
const by = (person: 'tam' | 'lan') => ({ accountId: city.ids[person], address: 'test', at: at(9) });
const draft = (headcount: number, people: number) =>
  aDraft(city.campaign, { 'vien-chuc': String(headcount) }, aList(people));
const nobody = () => ({ ...draft(0, 0), nobody: true, nobodyReason: 'Mới thành lập' });
const found = (unit: string) => reportFound(fresh.db, city.campaign.code, unit);

/** Nội vụ: being entered · Tư pháp: exempt · school: 3/4 · nursery: nobody of 0 · ward: 9/10, accepted. */
const aBoard = async () => {
  await saveDraft(fresh.db, await found(noiVu), draft(7, 1), 0, by('tam'));
  await exempt(fresh.db, (await found(tuPhap)).report, 'Đã giải thể', by('lan'));
  await sent(fresh.db, city, school, draft(4, 3), { person: 'tam', at: at(3) });
  await sent(fresh.db, city, nursery, nobody(), { person: 'tam', at: at(2) });
  await sent(fresh.db, city, ward, draft(10, 9), { person: 'minh', at: at(4) });
  const accepting = { decision: 'accept', state: 'submitted', version: 1, reason: '' } as const;
  await decide(fresh.db, (await found(ward)).report, accepting, by('lan'));
};

const codes = async (query: string) => {
  const address = boardAddress(new URLSearchParams(query));
  const rows = await boardRows(fresh.db, city.campaign.id, asBoardQuery(address));
  return rows.map(({ code }) => code);
};

describe('The board', () => {
  test('shows every unit in the order of the office, with the figures of its last version', async () => {
    await aBoard();
    const query = asBoardQuery(boardAddress(new URLSearchParams()));
    const rows = await boardRows(fresh.db, city.campaign.id, query);
    expect(rows.map((row) => [row.code, row.state, row.participants, row.headcount])).toEqual([
      [noiVu, 'draft', null, null],
      [tuPhap, 'exempt', null, null],
      [school, 'submitted', 3, 4],
      [nursery, 'submitted', 0, 0],
      [ward, 'accepted', 9, 10],
    ]);
    expect(rows[2]).toMatchObject({ sentAt: at(3), dueAt: city.campaign.deadlineAt });
    expect(rows[0]?.sentAt).toBeNull();
  });

  test('Rule 6: never shows a draft, also while a sent report is being changed', async () => {
    await sent(fresh.db, city, school, draft(4, 3));
    await withdraw(fresh.db, await found(school), by('tam'));
    const { report } = await found(school);
    await saveDraft(fresh.db, await found(school), draft(9, 9), report.draftRevision, by('tam'));
    const query = asBoardQuery(boardAddress(new URLSearchParams('q=nguyen hue')));
    const rows = await boardRows(fresh.db, city.campaign.id, query);
    expect(rows).toMatchObject([{ state: 'draft', lastVersion: 1, participants: 3, headcount: 4 }]);
  });

  test.each([
    ['nhom=I', [noiVu, tuPhap]],
    ['nhom=nope', []],
    ['nhom=I%00', [noiVu, tuPhap]],
    ['trang-thai=da-bao-cao', [school, nursery, ward]],
    ['trang-thai=cho-xem', [school, nursery]],
    ['trang-thai=da-tiep-nhan', [ward]],
    ['trang-thai=tra-lai', []],
    ['trang-thai=chua-gui', [noiVu]],
    ['trang-thai=dang-nhap', [noiVu]],
    ['trang-thai=mien', [tuPhap]],
    ['trang-thai=cho-xem&nhom=II&q=trung hoc', []],
    ['trang-thai=cho-xem&nhom=II&q=thcs', [school]],
  ])('the filter %s leaves %j', async (query, expected) => {
    await aBoard();
    expect(await codes(query)).toEqual(expected);
  });
});

describe('The board is sorted', () => {
  const orders: Record<BoardOrder, [up: readonly string[], down: readonly string[]]> = {
    'don-vi': [
      [noiVu, tuPhap, school, nursery, ward],
      [ward, nursery, school, tuPhap, noiVu],
    ],
    nhom: [
      [noiVu, tuPhap, school, nursery, ward],
      [ward, school, nursery, noiVu, tuPhap],
    ],
    'tong-so': [
      [nursery, school, ward, noiVu, tuPhap],
      [ward, school, nursery, noiVu, tuPhap],
    ],
    'du-thi': [
      [nursery, school, ward, noiVu, tuPhap],
      [ward, school, nursery, noiVu, tuPhap],
    ],
    'ty-le': [
      [school, ward, noiVu, tuPhap, nursery],
      [ward, school, noiVu, tuPhap, nursery],
    ],
    'trang-thai': [
      [school, nursery, noiVu, ward, tuPhap],
      [tuPhap, ward, noiVu, school, nursery],
    ],
    'gui-luc': [
      [nursery, school, ward, noiVu, tuPhap],
      [ward, school, nursery, noiVu, tuPhap],
    ],
  };

  test.each(boardOrders)('by %s, both ways, with what is missing at the end', async (order) => {
    await aBoard();
    const [up, down] = orders[order];
    expect(await codes(`sap=${order}`)).toEqual(up);
    expect(await codes(`sap=${order}&chieu=giam`)).toEqual(down);
  });
});

describe('The progress of a campaign', () => {
  test('Rule 5: counts units by what they have sent, group by group, without the exempt', async () => {
    await aBoard();
    const counted = await standings(fresh.db, city.campaign.id);
    expect(progressOf(counted)).toEqual({
      units: 4,
      sent: 3,
      accepted: 1,
      waiting: 2,
      returned: 0,
      notSent: 1,
      drafts: 1,
    });
    const groups = progressByGroup(counted).map(({ code, sent: done, units }) => [
      code,
      done,
      units,
    ]);
    expect(groups).toEqual([
      ['I', 0, 1],
      ['II', 2, 2],
      ['III', 1, 1],
    ]);
  });

  test('a report taken back is still one that was sent', async () => {
    await sent(fresh.db, city, school, draft(4, 3));
    await withdraw(fresh.db, await found(school), by('tam'));
    const progress = progressOf(await standings(fresh.db, city.campaign.id));
    expect(progress).toMatchObject({ units: 5, sent: 1, waiting: 0, drafts: 0, notSent: 4 });
  });
});
