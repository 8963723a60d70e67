import { hashPassword } from '../src/accounts/password.ts';
import { addAccount, changeAccount } from '../src/accounts/store.ts';
import { dispatchOfHaiDuong } from '../src/campaigns/first-campaign.ts';
import { addCampaign } from '../src/campaigns/store.ts';
import { inTransaction, migrate, openDatabase } from '../src/db/open.ts';
import type { Db } from '../src/db/schema.ts';
import { madeUpPeople, numbersFrom } from '../src/demo/made-up-people.ts';
import { emptyDraft } from '../src/reports/draft.ts';
import { owe } from '../src/reports/owed-store.ts';
import { saveDraft } from '../src/reports/save-draft.ts';
import { send } from '../src/reports/send.ts';
import { reportFound } from '../src/reports/store.ts';
import { withdraw } from '../src/reports/withdraw.ts';
import { haiDuongGroups, haiDuongUnits } from '../src/units/hai-duong.ts';
import { addUnits, unitLines } from '../src/units/store.ts';

export const campaign = dispatchOfHaiDuong.code;
export const officer = 'lan@phuluc.example';
export const password = 'mot cau de nho';
/** Units whose clerks save all the time; the code of the unit signs in. */
export const writers = haiDuongUnits.slice(0, 8).map(({ code }) => code);

export interface CitySize {
  readonly units: number;
  readonly names: number;
}

const city: CitySize = { units: 120, names: 4000 };
/** A province: what the mass sheet is measured with. */
export const province: CitySize = { units: 1500, names: 60_000 };
const at = '2024-12-11T01:00:00.000Z';

/** Units of three groups, every one with a sent report and its share of the names. */
export const fillCity = async (file: string, size = city): Promise<void> => {
  const db = openDatabase({ file });
  await migrate(db);
  const doer = { accountId: null, address: 'bench', at };
  const more = Array.from({ length: size.units - haiDuongUnits.length }, (_, index) => ({
    group: 'I',
    code: `don-vi-${index}`,
    name: `Đơn vị thêm thứ ${index + 1}`,
  }));
  await inTransaction(db, async (tx) => {
    await addUnits(tx, haiDuongGroups, [...haiDuongUnits, ...more]);
    await owe(tx, await addCampaign(tx, dispatchOfHaiDuong, doer), at);
  });
  await fillReports(db, size);
  await db.destroy();
};

const fillReports = async (db: Db, size: CitySize): Promise<void> => {
  const hash = await hashPassword(password);
  await addPerson(db, hash, { role: 'office', email: officer });
  const next = numbersFrom(1);
  for (const [index, { id, code }] of (await unitLines(db)).entries()) {
    const email = `${code}@phuluc.example`;
    const clerkId = await addPerson(db, hash, { role: 'clerk', email, unitId: id });
    await sendReport(db, code, clerkId, shareOf(size, index), next);
  }
};

/** Of 4,000 names 33 or 34, so that all units together come to the number wanted. */
const shareOf = ({ units, names }: CitySize, index: number): number =>
  Math.floor(names / units) + (index < names % units ? 1 : 0);

interface Person {
  readonly role: 'office' | 'clerk';
  readonly email: string;
  readonly unitId?: string;
}

const addPerson = (db: Db, passwordHash: string, { role, email, unitId }: Person) =>
  inTransaction(db, async (tx) => {
    const doer = { accountId: null, address: 'bench', at };
    const unitIds = unitId === undefined ? [] : [unitId];
    const id = await addAccount(tx, { role, email, name: 'Trần Thị Lan', unitIds }, doer);
    await changeAccount(tx, id, { passwordHash }, doer);
    return id;
  });

/** Sends a report; those of the writers are taken back, so that they can be edited. */
const sendReport = async (
  db: Db,
  unit: string,
  accountId: string,
  size: number,
  next: () => number,
): Promise<void> => {
  const doer = { accountId, address: 'bench', at };
  const found = await reportFound(db, campaign, unit);
  const { categories } = found.campaign;
  const most = categories.at(-1);
  const draft = {
    ...emptyDraft,
    headcounts: Object.fromEntries(categories.map(({ id }) => [id, id === most?.id ? '40' : '0'])),
    rows: madeUpPeople(size, most?.name ?? '', next),
  };
  const { revision } = await saveDraft(db, found, draft, 0, doer);
  await send(db, await reportFound(db, campaign, unit), { revision, confirmed: [] }, doer);
  if (writers.includes(unit)) await withdraw(db, await reportFound(db, campaign, unit), doer);
};
