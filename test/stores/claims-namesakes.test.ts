import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOfAppendix } from '../../src/appendix/write-appendix.ts';
import { claimsOnReport } from '../../src/claims/on-report-store.ts';
import { addDecision, claimsIn, lastVersionIds, newDecisionId } from '../../src/claims/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { reportFound } from '../../src/reports/store.ts';
import { versionNumbered } from '../../src/reports/version-store.ts';
import { withdraw } from '../../src/reports/withdraw.ts';
import { aCity, aDraft, type City } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeAll(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db, {});
});
afterAll(() => fresh.close());

const found = (unit: string) => reportFound(fresh.db, city.campaign.code, unit);
const doer = () => ({ accountId: city.ids.tam, address: 'test', at: morning });
const sends = async (unit: string, rows: [string, string][]) => {
  const people = rows.map(([name, title]) => ({
    name,
    title,
    birthDate: '',
    category: 'Viên chức',
    note: '',
  }));
  const before = await found(unit);
  await saveDraft(
    fresh.db,
    before,
    aDraft(city.campaign, { 'vien-chuc': '9' }, people),
    before.report.draftRevision,
    doer(),
  );
  const now = await found(unit);
  const revision = now.report.draftRevision;
  return send(fresh.db, now, { revision, confirmed: ['same-name-twice:1-2'] }, doer());
};

test('a namesake who stays is not taken for the one who left', async () => {
  const school = 'thcs-nguyen-hue';
  const ward = 'phuong-quang-trung';
  await sends(school, [
    ['Trần Thị Hòa', 'Giáo viên'],
    ['Trần Thị Hòa', 'Kế toán'],
  ]);
  await sends(ward, [['Trần Thị Hoà', 'Kế toán']]);
  const campaignId = city.campaign.id;
  const rows = (
    await claimsIn(fresh.db, campaignId, [...(await lastVersionIds(fresh.db, campaignId))])
  )
    .filter(({ title }) => title === 'Kế toán')
    .map((row, part) => ({ ...row, part }));
  expect(rows).toHaveLength(2);
  const countedReportId = (await found(ward)).report.id;
  await inTransaction(fresh.db, (tx) =>
    addDecision(
      tx,
      newDecisionId(),
      { campaignId, verdict: 'same', countedReportId, rows },
      doer(),
    ),
  );
  await withdraw(fresh.db, await found(school), doer());
  await sends(school, [['Trần Thị Hòa', 'Giáo viên']]);
  const { report } = await found(school);
  const version = await versionNumbered(fresh.db, report.id, 2);
  const said = await claimsOnReport(fresh.db, report, version?.participants ?? []);
  const { consolidation } = await contentOfAppendix(fresh.db, campaignId);
  const line = consolidation.groups
    .flatMap((g) => g.lines)
    .find(({ unit }) => unit.id === report.unitId);
  expect({
    counted: line?.figures?.total.participants,
    decided: said.decided,
    open: said.open.length,
  }).toEqual({ counted: 1, decided: [], open: 1 });
});
