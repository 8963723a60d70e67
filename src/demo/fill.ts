import type { Role } from '../accounts/account.ts';
import { hashPassword } from '../accounts/password.ts';
import { addAccount, changeAccount } from '../accounts/store.ts';
import { dispatchOfHaiDuong, loadFirstCampaign } from '../campaigns/first-campaign.ts';
import { campaignByCode } from '../campaigns/store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';
import { confirmMailbox, confirmSending } from '../mail/confirm.ts';
import { type UnitLine, unitLines } from '../units/store.ts';
import { demoNow } from './demo-time.ts';
import { madeUpName, numbersFrom } from './made-up-people.ts';
import { type SampleUnit, sampleReport } from './sample-report.ts';

export const demoPassword = 'ban thu phu luc';

/** Who can sign in to the demo, one for each role and then some. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Code of the clerk's unit. */
  readonly unit?: string;
}

export const demoPeople: readonly DemoPerson[] = [
  { name: 'Vũ Thị Quản Trị', email: 'quantri@phuluc.example', role: 'admin' },
  { name: 'Trần Thị Lan', email: 'lan@phuluc.example', role: 'office' },
  { name: 'Đỗ Thị Hoa', email: 'hoa@phuluc.example', role: 'office' },
  {
    name: 'Phạm Văn Minh',
    email: 'minh@phuluc.example',
    role: 'clerk',
    unit: 'phuong-quang-trung',
  },
  { name: 'Lê Thị Tâm', email: 'tam@phuluc.example', role: 'clerk', unit: 'thcs-binh-han' },
];

const opening = dispatchOfHaiDuong.opensAt;
/** Of the demo's units, one in seven lies below it and explains why. */
const leastRate = 80;

/**
 * Fills an empty database with the sample campaign: all units, people, reports in every state. Mails
 * leave at once where the sender is named (`Sender.identity`).
 */
export const fillDemo = async (db: Db, sender?: string): Promise<{ campaignCode: string }> => {
  const campaign = { ...dispatchOfHaiDuong, leastRate };
  await loadFirstCampaign(db, { accountId: null, address: 'demo', at: opening }, campaign);
  const units = await unitLines(db);
  const passwordHash = await hashPassword(demoPassword);
  const ids = new Map<string, string>();
  for (const person of demoPeople) {
    const unit = units.find(({ code }) => code === person.unit);
    ids.set(person.email, await addPerson(db, person, unit, passwordHash));
  }
  const officerId = ids.get('lan@phuluc.example') ?? '';
  await confirmMails(db, officerId, sender);
  const next = numbersFrom(20_241_211);
  for (const [index, unit] of units.entries()) {
    const own = demoPeople.find((person) => person.unit === unit.code);
    const clerkId = own ? (ids.get(own.email) ?? '') : await addClerk(db, unit, madeUpName(next));
    const sample: SampleUnit = { unit, clerkId, officerId, next, index };
    await sampleReport(db, dispatchOfHaiDuong.code, sample);
  }
  return { campaignCode: dispatchOfHaiDuong.code };
};

/** Lan has seen how mails are sent, and the mailbox that receives electronic files. */
const confirmMails = async (db: Db, officerId: string, sender?: string): Promise<void> => {
  const doer = { accountId: officerId, address: 'demo', at: opening };
  const campaign = await campaignByCode(db, dispatchOfHaiDuong.code);
  if (campaign?.mailbox) await confirmMailbox(db, campaign.id, campaign.mailbox, doer);
  if (sender) await confirmSending(db, { seen: sender, identity: sender }, doer);
};

const addPerson = (
  db: Db,
  { name, email, role }: DemoPerson,
  unit: UnitLine | undefined,
  passwordHash: string,
): Promise<string> =>
  inTransaction(db, async (tx) => {
    const doer = { accountId: null, address: 'demo', at: opening };
    const unitIds = unit ? [unit.id] : [];
    const id = await addAccount(tx, { name, email, role, unitIds }, doer);
    await changeAccount(tx, id, { passwordHash }, doer);
    return id;
  });

const addClerk = (db: Db, unit: UnitLine, name: string): Promise<string> =>
  inTransaction(db, (tx) => {
    const doer = { accountId: null, address: 'demo', at: addSeconds(demoNow, -86_400) };
    return addAccount(tx, { name, email: null, role: 'clerk', unitIds: [unit.id] }, doer);
  });
