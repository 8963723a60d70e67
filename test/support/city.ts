import { hash } from '@node-rs/argon2';
import type { Actor, Role } from '../../src/accounts/account.ts';
import { addAccount, changeAccount } from '../../src/accounts/store.ts';
import type { Campaign } from '../../src/campaigns/campaign.ts';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign, campaignById, type NewCampaign } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import type { Db } from '../../src/db/schema.ts';
import type { TypedParticipant } from '../../src/participants/participant.ts';
import { type Draft, emptyDraft } from '../../src/reports/draft.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { reportFound } from '../../src/reports/store.ts';
import { keepSession, openSession } from '../../src/sessions/store.ts';
import { addUnits, unitLines } from '../../src/units/store.ts';
import { morning, type Product } from './product.ts';
import type { Visitor } from './visitor.ts';

/** Everybody's password in tests. */
export const password = 'mot cau de nho';
/** The password is checked by the cost inside its hash: nobody can guess it faster than tests need it. */
const cheapest = { memoryCost: 8, timeCost: 1, parallelism: 1 };
let passwordHash: Promise<string> | undefined;

const groups = [
  { code: 'I', name: 'Các phòng, ban, đơn vị' },
  { code: 'II', name: 'Các đơn vị sự nghiệp giáo dục' },
  { code: 'III', name: 'UBND các phường, xã' },
];

const units = [
  { group: 'I', code: 'phong-noi-vu', name: 'Phòng Nội vụ' },
  { group: 'I', code: 'phong-tu-phap', name: 'Phòng Tư pháp' },
  { group: 'II', code: 'thcs-nguyen-hue', name: 'Trường THCS Nguyễn Huệ' },
  { group: 'II', code: 'mn-binh-han', name: 'Trường Mầm non Bình Hàn' },
  { group: 'III', code: 'phuong-quang-trung', name: 'UBND phường Quang Trung' },
];

/** Who is there: Lan and Hoa of the office, an admin, Minh of a ward, Tâm of a school. */
export const people = {
  admin: { role: 'admin', name: 'Vũ Quản Trị', email: 'admin@thu.example', unit: '' },
  lan: { role: 'office', name: 'Trần Thị Lan', email: 'lan@thu.example', unit: '' },
  hoa: { role: 'office', name: 'Đỗ Thị Hoa', email: 'hoa@thu.example', unit: '' },
  minh: {
    role: 'clerk',
    name: 'Phạm Văn Minh',
    email: 'minh@thu.example',
    unit: 'phuong-quang-trung',
  },
  tam: { role: 'clerk', name: 'Lê Thị Tâm', email: 'tam@thu.example', unit: 'thcs-nguyen-hue' },
} as const satisfies Record<string, { role: Role; name: string; email: string; unit: string }>;

export type PersonName = keyof typeof people;

export interface City {
  readonly campaign: Campaign;
  /** Account ids. */
  readonly ids: Readonly<Record<PersonName, string>>;
}

const system = { accountId: null, address: 'test', at: morning };

/** A small city: three groups, five units, five people with passwords, one campaign (the dispatch's) with changes. */
export const aCity = async (db: Db, changes: Partial<NewCampaign> = {}): Promise<City> => {
  const id = await inTransaction(db, async (tx) => {
    await addUnits(tx, groups, units);
    const campaignId = await addCampaign(tx, { ...dispatchOfHaiDuong, ...changes }, system);
    await owe(tx, campaignId, morning);
    return campaignId;
  });
  const campaign = await campaignById(db, id);
  if (!campaign) throw new Error('the campaign was not added');
  const ids: Record<string, string> = {};
  for (const [key, person] of Object.entries(people)) ids[key] = await aPerson(db, person);
  return { campaign, ids: ids as Record<PersonName, string> };
};

/** An account with the tests' password. Its id comes back. */
export const aPerson = async (
  db: Db,
  person: { role: Role; name: string; email: string; unit: string },
): Promise<string> => {
  passwordHash ??= hash(password, cheapest);
  const cheapHash = await passwordHash;
  const unit = (await unitLines(db)).find(({ code }) => code === person.unit);
  return inTransaction(db, async (tx) => {
    const { role, name, email } = person;
    const account = { role, name, email, unitIds: unit ? [unit.id] : [] };
    const id = await addAccount(tx, account, system);
    await changeAccount(tx, id, { passwordHash: cheapHash }, system);
    return id;
  });
};

/** Somebody of the city, signed in. */
export const signedInAs = async (product: Product, person: PersonName): Promise<Visitor> => {
  const visitor = product.visitor();
  await visitor.signIn(people[person].email, password);
  return visitor;
};

/** Whom a session of this account is for; `null` when it opens nothing. */
export const actorOf = async (db: Db, accountId: string): Promise<Actor | null> => {
  const id = `a session of ${accountId}`;
  await keepSession(db, id, { data: '{}', accountId, seenAt: morning });
  return (await openSession(db, id, ''))?.actor ?? null;
};

/** `count` made-up people of one category. */
export const aList = (count: number, category = 'Viên chức'): TypedParticipant[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Nguyễn Văn ${'ABCDEGHIKLMNOPQRSTUVXY'[index % 22]}${'abcdeghiklmnopqrstuvxy'[Math.floor(index / 22) % 22]}${Math.floor(index / 484) > 0 ? 'h' : 'n'}`,
    birthDate: '',
    title: 'Giáo viên',
    category,
    note: '',
  }));

/** A draft by category codes: `aDraft(campaign, { 'vien-chuc': '48' }, aList(45))`. */
export const aDraft = (
  campaign: Campaign,
  headcounts: Record<string, string>,
  rows: readonly TypedParticipant[],
): Draft => ({
  ...emptyDraft,
  headcounts: Object.fromEntries(
    campaign.categories.map(({ id, code }) => [id, headcounts[code] ?? '0']),
  ),
  rows,
});

/** Saves and sends a report through the product's own verbs; the number of the version comes back. */
export const sent = async (
  db: Db,
  city: City,
  unit: string,
  draft: Draft,
  by: { person: PersonName; at?: string } = { person: 'tam' },
): Promise<number> => {
  const doer = { accountId: city.ids[by.person], address: 'test', at: by.at ?? morning };
  const { code } = city.campaign;
  const before = await reportFound(db, code, unit);
  await saveDraft(db, before, draft, before.report.draftRevision, doer);
  const found = await reportFound(db, code, unit);
  return send(db, found, { revision: found.report.draftRevision, confirmed: [] }, doer);
};

/** The form fields of a report, as the browser posts them. */
export const reportFields = (
  revision: number,
  headcounts: Record<string, string>,
  rows: readonly TypedParticipant[],
  more: Record<string, string> = {},
  asked = rows.some(({ birthDate }) => birthDate !== ''),
): [string, string][] => [
  ['revision', String(revision)],
  ...Object.entries(headcounts).map(([code, typed]): [string, string] => [
    `headcount.${code}`,
    typed,
  ]),
  ...rows.flatMap((row): [string, string][] => [
    ['name', row.name],
    // As the form does it: one for each row, and only where the campaign asks.
    ...(asked ? [['birthDate', row.birthDate] satisfies [string, string]] : []),
    ['title', row.title],
    ['category', row.category],
    ['note', row.note],
  ]),
  ...Object.entries(more),
];
