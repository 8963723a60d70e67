import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendixKind } from '../../src/appendix/kinds.ts';
import { contentOfAppendix, writeAppendix, writeFinal } from '../../src/appendix/write-appendix.ts';
import {
  addDecision,
  claimsIn,
  lastVersionIds,
  newDecisionId,
  undoDecision,
} from '../../src/claims/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { record } from '../../src/history/store.ts';
import { keyOf } from '../../src/jobs/key-store.ts';
import { wantedFile } from '../../src/jobs/kind.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { reportFound } from '../../src/reports/store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, type City, sent } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';
import { readBack, recalculated, rowsOf } from '../support/recalculated.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db, { contactPhone: '0912345678' });
  await sends(school, ['Lê Văn Bốn', 'Trần Thị Hòa']);
  await sends(ward, ['Trần Thị Hoà', 'Phạm Văn Năm']);
});
afterEach(() => fresh.close());

const school = 'thcs-nguyen-hue';
const ward = 'phuong-quang-trung';
const later = (hours: number) => addSeconds(morning, hours * 3600);
const by = (at: string) => ({ accountId: city.ids.lan, address: 'test', at });
const found = (unit: string) => reportFound(fresh.db, city.campaign.code, unit);

const sends = (unit: string, names: readonly string[], at = morning) => {
  const row = { birthDate: '', title: 'Giáo viên', category: 'Viên chức', note: '' };
  const rows = names.map((name) => ({ ...row, name }));
  return sent(fresh.db, city, unit, aDraft(city.campaign, { 'vien-chuc': '9' }, rows), {
    person: 'tam',
    at,
  });
};

/** Everybody called Hòa is one person, who counts in this unit. */
const decides = async (unit: string, at: string): Promise<string> => {
  const campaignId = city.campaign.id;
  const decisionId = newDecisionId();
  const countedReportId = (await found(unit)).report.id;
  const versions = await lastVersionIds(fresh.db, campaignId);
  const all = await claimsIn(fresh.db, campaignId, [...versions]);
  const rows = all.filter(({ name }) => /^trần/i.test(name)).map((row, part) => ({ ...row, part }));
  await inTransaction(fresh.db, async (tx) => {
    await addDecision(
      tx,
      decisionId,
      { campaignId, verdict: 'same', countedReportId, rows },
      by(at),
    );
    await record(tx, by(at), 'claim.decided', decisionId, {});
  });
  return decisionId;
};

const undoes = (decisionId: string, at: string) =>
  inTransaction(fresh.db, async (tx) => {
    await undoDecision(tx, city.campaign.id, decisionId, by(at));
    await record(tx, by(at), 'claim.undone', decisionId, {});
  });

/** What school, ward and all together show: participants, note, names. */
const shown = async (asOf?: string) => {
  const { consolidation, people } = await contentOfAppendix(fresh.db, city.campaign.id, asOf);
  const lines = consolidation.groups.flatMap((group) => group.lines);
  const of = (name: string) => {
    const line = lines.find(({ unit }) => unit.name === name);
    const names = people.get(line?.unit.id ?? '')?.map((person) => person.name);
    return [line?.figures?.total.participants, line?.note, names?.join(', ')];
  };
  return {
    school: of('Trường THCS Nguyễn Huệ'),
    ward: of('UBND phường Quang Trung'),
    total: consolidation.total.figures.total,
  };
};

const twice = {
  school: [2, '', 'Lê Văn Bốn, Trần Thị Hòa'],
  ward: [2, '', 'Trần Thị Hoà, Phạm Văn Năm'],
  total: { headcount: 18, participants: 4 },
};
const once = {
  school: [1, '1 người tính ở UBND phường Quang Trung', 'Lê Văn Bốn'],
  ward: [2, '', 'Trần Thị Hoà, Phạm Văn Năm'],
  total: { headcount: 18, participants: 3 },
};

describe('A person whom two units sent', () => {
  test('counts once in the appendix as soon as that is decided, and twice again when it is undone', async () => {
    expect(await shown()).toEqual(twice);
    const decision = await decides(ward, later(1));
    expect(await shown()).toEqual(once);
    await undoes(decision, later(2));
    expect(await shown()).toEqual(twice);
    // As of earlier moments the appendix says what it said then.
    expect(await shown(later(0.5))).toEqual(twice);
    expect(await shown(later(1.5))).toEqual(once);
    expect(await shown(later(2))).toEqual(twice);
  });

  test('follows what units send: who leaves one list counts in the other', async () => {
    await decides(ward, later(1));
    await withdraw(fresh.db, await found(ward), by(later(2)));
    await sends(ward, ['Phạm Văn Năm'], later(3));
    expect(await shown()).toMatchObject({ school: twice.school, total: { participants: 3 } });
    expect(await shown(later(2.5))).toMatchObject({ school: once.school });
  });

  test('leaves figures that fit each other in the file, draft and final, and one name', async () => {
    await decides(ward, later(1));
    const draft = await writeAppendix(fresh.db, city.campaign.id, later(2));
    const final = await writeFinal(fresh.db, city.campaign.id, 1, later(2));
    expect(final.figures.total).toMatchObject({ headcount: 18, participants: 3 });
    for (const { bytes } of [draft, final]) {
      const workbook = readBack(bytes);
      const cells = recalculated(workbook);
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.filter(({ stored, computed }) => stored !== computed)).toEqual([]);
      const names = rowsOf(workbook, 'Danh sách người dự thi').map((row) => row[1]);
      expect(names).toContain('Trường THCS Nguyễn Huệ (1 người)');
      expect(names).not.toContain('Trần Thị Hòa');
      expect(names).toContain('Trần Thị Hoà');
    }
  });

  test('makes files anew: a decision and its undoing are other states of the data', async () => {
    const wanted = wantedFile(appendixKind, city.campaign.id);
    const key = () => keyOf(fresh.db, wanted, morning);
    const before = await key();
    const decision = await decides(ward, later(1));
    const decided = await key();
    await undoes(decision, later(2));
    expect(new Set([before, decided, await key()]).size).toBe(3);
  });
});
