import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  asBoardQuery,
  type BoardOrder,
  boardAddress,
  boardOrders,
} from '../../src/desk/board-query.ts';
import { boardCount, boardRows } from '../../src/desk/board-store.ts';
import { progressByGroup, progressOf } from '../../src/desk/progress.ts';
import { firstSendings, standings } from '../../src/desk/store.ts';
import { decide } from '../../src/reports/decide.ts';
import { exempt } from '../../src/reports/exempt.ts';
import { extend } from '../../src/reports/extend.ts';
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

const board = (now = at(9)) => ({ campaign: city.campaign, now });
const whole = { from: 0, most: 100 };

const rowsFor = (query: string, now?: string, part = whole) => {
  const address = boardAddress(new URLSearchParams(query));
  return boardRows(fresh.db, board(now), asBoardQuery(address), part);
};

const codes = async (query: string, now?: string, part = whole) =>
  (await rowsFor(query, now, part)).map(({ code }) => code);

describe('The board', () => {
  test('shows every unit in the order of the office, with the figures of its last version', async () => {
    await aBoard();
    const rows = await rowsFor('sap=don-vi');
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
    const rows = await rowsFor('q=nguyen hue');
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
    ['trang-thai=phai-bao-cao', [noiVu, school, nursery, ward]],
    ['trang-thai=dung-han', [school, nursery, ward]],
    ['trang-thai=gui-muon', []],
    ['trang-thai=qua-han', []],
    ['trang-thai=sap-han', []],
    ['trang-thai=cho-xem&nhom=II&q=trung hoc', []],
    ['trang-thai=cho-xem&nhom=II&q=thcs', [school]],
  ])('the filter %s leaves %j', async (query, expected) => {
    await aBoard();
    expect(await codes(`${query}&sap=don-vi`)).toEqual(expected);
    const asked = asBoardQuery(boardAddress(new URLSearchParams(query)));
    expect(await boardCount(fresh.db, board(), asked)).toBe(expected.length);
  });
});

describe('The board is sorted', () => {
  const byColumn = boardOrders.filter((order) => order !== 'can-lam');
  const orders: Record<
    Exclude<BoardOrder, 'can-lam'>,
    [up: readonly string[], down: readonly string[]]
  > = {
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

  test.each(byColumn)('by %s, both ways, with what is missing at the end', async (order) => {
    await aBoard();
    const [up, down] = orders[order];
    expect(await codes(`sap=${order}`)).toEqual(up);
    expect(await codes(`sap=${order}&chieu=giam`)).toEqual(down);
  });
});

/** The campaign's deadline is 12/12 at 17:00 in UTC; Nội vụ has until the 20th. */
const late = '2024-12-13T02:00:00.000Z';
const extendNoiVu = async () => {
  const extension = { until: '2024-12-20T10:00:00.000Z', reason: 'Thiếu người' };
  await extend(fresh.db, await found(noiVu), extension, by('lan'));
};

describe('What needs the office first', () => {
  const need = (now: string, part = whole) => codes('', now, part);

  test('is what waits, the longest first; then who has not begun; drafts, accepted, exempt', async () => {
    await aBoard();
    expect(await need(at(9))).toEqual([nursery, school, noiVu, ward, tuPhap]);
    const returning = {
      decision: 'return',
      state: 'submitted',
      version: 1,
      reason: 'Thiếu',
    } as const;
    await decide(fresh.db, (await found(nursery)).report, returning, by('lan'));
    expect(await need(at(9))).toEqual([school, nursery, noiVu, ward, tuPhap]);
    // Overdue drafts come before returned reports.
    expect(await need(late)).toEqual([school, noiVu, nursery, ward, tuPhap]);
    expect(await codes('sap=can-lam&chieu=giam', late)).toEqual(await need(late));
  });

  test('goes by the own deadline of each unit, whatever was extended', async () => {
    await extendNoiVu();
    expect(await need(at(9))).toEqual([tuPhap, school, nursery, ward, noiVu]);
    await saveDraft(fresh.db, await found(noiVu), draft(7, 1), 0, by('tam'));
    await saveDraft(fresh.db, await found(tuPhap), draft(7, 1), 0, by('tam'));
    // At the same deadline who has not begun comes first.
    expect(await need(late)).toEqual([school, nursery, ward, tuPhap, noiVu]);
    expect(await codes('trang-thai=qua-han&sap=don-vi', late)).toEqual([
      tuPhap,
      school,
      nursery,
      ward,
    ]);
    const progress = progressOf(await standings(fresh.db, board(late)));
    expect(progress).toMatchObject({ overdue: 4, dueSoon: 0, notSent: 5 });
  });

  test('in the last day before its deadline a unit is due soon', async () => {
    await extendNoiVu();
    await sent(fresh.db, city, school, draft(4, 3), { person: 'tam', at: at(3) });
    const [before, after] = ['2024-12-11T16:59:59.999Z', '2024-12-11T17:00:00.000Z'];
    expect(await codes('trang-thai=sap-han', before)).toEqual([]);
    expect(await codes('trang-thai=sap-han', after)).toEqual([tuPhap, nursery, ward]);
    expect(await codes('trang-thai=qua-han', after)).toEqual([]);
    expect(progressOf(await standings(fresh.db, board(after)))).toMatchObject({ dueSoon: 3 });
    expect(await codes('trang-thai=sap-han', city.campaign.deadlineAt)).toEqual([]);
    expect(await codes('trang-thai=qua-han', city.campaign.deadlineAt)).toHaveLength(3);
  });

  test('comes page by page, each unit once', async () => {
    await aBoard();
    const pages = [0, 2, 4, 6].map((from) => need(at(9), { from, most: 2 }));
    expect(await Promise.all(pages)).toEqual([[nursery, school], [noiVu, ward], [tuPhap], []]);
    const byRate = codes('sap=ty-le&chieu=giam&nhom=II', at(9), { from: 1, most: 1 });
    expect(await byRate).toEqual([nursery]);
  });
});

describe('The progress of a campaign', () => {
  test('Rule 5: counts units by what they have sent, group by group, without the exempt', async () => {
    await aBoard();
    const counted = await standings(fresh.db, board());
    expect(progressOf(counted)).toEqual({
      units: 4,
      exempt: 1,
      sent: 3,
      onTime: 3,
      late: 0,
      accepted: 1,
      waiting: 2,
      waitingSince: at(2),
      returned: 0,
      notSent: 1,
      overdue: 0,
      dueSoon: 0,
      drafts: 1,
      beingEntered: 1,
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
    const progress = progressOf(await standings(fresh.db, board()));
    expect(progress).toMatchObject({ units: 5, sent: 1, waiting: 0, drafts: 0, notSent: 4 });
  });

  test('late is what the last version is; the day of a unit is that of its first', async () => {
    await sent(fresh.db, city, school, draft(4, 3), { person: 'tam', at: at(3) });
    await withdraw(fresh.db, await found(school), by('tam'));
    await sent(fresh.db, city, school, draft(5, 3), { person: 'tam', at: late });
    await sent(fresh.db, city, ward, draft(10, 9), { person: 'minh', at: late });
    await sent(fresh.db, city, nursery, nobody(), { person: 'tam', at: at(3) });
    const progress = progressOf(await standings(fresh.db, board(late)));
    expect(progress).toMatchObject({ sent: 3, onTime: 1, late: 2, overdue: 2 });
    expect(await codes('trang-thai=gui-muon&sap=don-vi', late)).toEqual([school, ward]);
    expect(await codes('trang-thai=dung-han', late)).toEqual([nursery]);
    expect(await firstSendings(fresh.db, city.campaign.id)).toEqual([
      { hour: '2024-12-11T03', units: 2 },
      { hour: '2024-12-13T02', units: 1 },
    ]);
  });
});
