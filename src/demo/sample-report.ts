import type { Campaign } from '../campaigns/campaign.ts';
import type { Db } from '../db/schema.ts';
import type { SignedDoer } from '../history/store.ts';
import { addSeconds } from '../kit/time.ts';
import { checkDraft } from '../reports/check.ts';
import { decide } from '../reports/decide.ts';
import { type Draft, emptyDraft } from '../reports/draft.ts';
import { exempt } from '../reports/exempt.ts';
import { saveDraft } from '../reports/save-draft.ts';
import { send } from '../reports/send.ts';
import { reportFound } from '../reports/store.ts';
import type { UnitLine } from '../units/store.ts';
import { demoNow } from './demo-time.ts';
import { madeUpPeople } from './made-up-people.ts';

export interface SampleUnit {
  readonly unit: UnitLine;
  readonly clerkId: string;
  readonly officerId: string;
  readonly next: () => number;
  readonly index: number;
}

type Fate = 'nothing' | 'draft' | 'sent' | 'accepted' | 'returned' | 'sent again' | 'exempt';

/** What becomes of a unit's report: by its code where the demo's people work, else by its place in the list. */
const fateOf = ({ unit, index }: SampleUnit): Fate => {
  const fixed: Readonly<Record<string, Fate>> = {
    'phuong-quang-trung': 'returned',
    'thcs-binh-han': 'draft',
    'trung-tam-phat-trien-quy-dat': 'exempt',
  };
  const own = fixed[unit.code];
  if (own) return own;
  const byPlace: readonly Fate[] = ['accepted', 'accepted', 'sent', 'accepted', 'nothing'];
  if (index % 23 === 7) return 'returned';
  if (index % 19 === 5) return 'draft';
  if (index % 17 === 3) return 'sent again';
  return byPlace[Math.floor(index / 2) % byPlace.length] ?? 'accepted';
};

/** Brings one unit's report into its sample state through the same verbs that people use. */
export const sampleReport = async (
  db: Db,
  campaignCode: string,
  sample: SampleUnit,
): Promise<void> => {
  const fate = fateOf(sample);
  const at = addSeconds(demoNow, -Math.floor(3600 + sample.next() * 40 * 3600));
  const clerk: SignedDoer = { accountId: sample.clerkId, address: 'demo', at };
  const officer = (later: number): SignedDoer => ({
    accountId: sample.officerId,
    address: 'demo',
    at: addSeconds(at, later),
  });
  const found = () => reportFound(db, campaignCode, sample.unit.code);
  if (fate === 'nothing') return;
  if (fate === 'exempt')
    return exempt(db, (await found()).report, 'Không có người thuộc diện dự thi', officer(0));
  const { campaign } = await found();
  const draft = sampleDraft(campaign, sample);
  await saveDraft(db, await found(), draft, 0, clerk);
  if (fate === 'draft') return;
  await sendAll(db, await found(), draft, clerk);
  const judge = async (decision: 'accept' | 'return', reason: string, later: number) => {
    const { report } = await found();
    const { state, lastVersion: version } = report;
    await decide(db, report, { decision, state, version, reason }, officer(later));
  };
  if (fate === 'accepted') await judge('accept', '', 900);
  if (fate === 'returned' || fate === 'sent again')
    await judge('return', 'Danh sách thiếu người: tổng số nêu trong báo cáo giấy nhiều hơn.', 900);
  if (fate === 'sent again')
    await sendAll(db, await found(), draft, { ...clerk, at: addSeconds(at, 1800) });
};

const sendAll = async (
  db: Db,
  found: Awaited<ReturnType<typeof reportFound>>,
  draft: Draft,
  clerk: SignedDoer,
): Promise<void> => {
  const confirmed = checkDraft(draft, found.campaign).warnings.map(({ key }) => key);
  await send(db, found, { revision: found.report.draftRevision, confirmed }, clerk);
};

const sizes: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'Cán bộ': [8, 13],
  'Công chức': [6, 16],
  'Viên chức': [18, 72],
};

/** Departments have công chức, schools viên chức, wards cán bộ and công chức. */
const staffedBy = (group: string): readonly string[] => {
  if (group.startsWith('UBND')) return ['Cán bộ', 'Công chức'];
  return group.includes('giáo dục') ? ['Viên chức'] : ['Công chức'];
};

const sampleDraft = (campaign: Campaign, { unit, next }: SampleUnit): Draft => {
  const staffed = staffedBy(unit.group);
  const counted = campaign.categories.map((category) => {
    const [least, most] = sizes[category.name] ?? [1, 9];
    const size = staffed.includes(category.name) ? least + Math.floor(next() * (most - least)) : 0;
    return { category, size, present: size - Math.floor(next() * next() * size * 0.4) };
  });
  return {
    ...emptyDraft,
    headcounts: Object.fromEntries(counted.map(({ category, size }) => [category.id, `${size}`])),
    rows: counted.flatMap(({ category, present }) => madeUpPeople(present, category.name, next)),
  };
};
