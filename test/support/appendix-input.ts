import fc from 'fast-check';
import type { AppendixGroup, AppendixUnit, SentVersion } from '../../src/appendix/consolidate.ts';
import type { Campaign, Category } from '../../src/campaigns/campaign.ts';
import { reportStates } from '../../src/reports/report.ts';

export const deadline = '2024-12-12T17:00:00.000Z';
export const inTime = '2024-12-11T02:00:00.000Z';
export const exportedAt = '2024-12-13T03:20:00.000Z';

export const categories: readonly Category[] = [
  { id: 'can-bo', code: 'can-bo', name: 'Cán bộ' },
  { id: 'cong-chuc', code: 'cong-chuc', name: 'Công chức' },
  { id: 'vien-chuc', code: 'vien-chuc', name: 'Viên chức' },
];

export const aCampaign = (changes: Partial<Campaign> = {}): Campaign => ({
  id: 'campaign',
  code: 'cchc-2024',
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
  subject: 'tổng kết Cuộc thi',
  issuer: 'UBND thành phố Hải Dương',
  office: 'Phòng Nội vụ',
  place: 'Hải Dương',
  cutOffOn: '2024-11-30',
  opensAt: '2024-12-08T17:00:00.000Z',
  deadlineAt: deadline,
  closedAt: null,
  dispatchNumber: null,
  dispatchOn: null,
  mailbox: null,
  contactName: 'Phòng Nội vụ',
  contactPhone: null,
  preparerTitle: 'Người lập biểu',
  signerTitle: 'Trưởng phòng',
  birthDateAsked: false,
  leastRate: null,
  categories,
  ...changes,
});

/** Counts as `{ 'can-bo': [headcount, participants] }`. */
export const aVersion = (
  figures: Readonly<Record<string, readonly [number, number]>>,
  changes: Partial<SentVersion> = {},
): SentVersion => ({
  number: 1,
  sentAt: inTime,
  dueAt: deadline,
  nobodyReason: null,
  explanations: [],
  counts: Object.entries(figures).map(([categoryId, [headcount, participants]]) => ({
    categoryId,
    headcount,
    participants,
  })),
  ...changes,
});

export const aUnit = (name: string, changes: Partial<AppendixUnit> = {}): AppendixUnit => ({
  id: name,
  name,
  contactName: null,
  phone: null,
  email: null,
  state: changes.sent ? 'submitted' : 'not_started',
  sent: null,
  ...changes,
});

export const aGroup = (code: string, name: string, units: readonly AppendixUnit[]) => ({
  code,
  name,
  units,
});

/** Any campaign: one to six categories, groups with no unit, units in every state, headcounts of 0. */
export const anyCampaign = (): fc.Arbitrary<{ campaign: Campaign; groups: AppendixGroup[] }> =>
  fc.integer({ min: 1, max: 6 }).chain((count) => {
    const own = Array.from({ length: count }, (_, index) => ({
      id: `category-${index}`,
      code: `c${index}`,
      name: ['Cán bộ', 'Công chức', 'Viên chức', 'Người lao động'][index] ?? `Đối tượng ${index}`,
    }));
    const campaign = aCampaign({ categories: own });
    return fc.record({
      campaign: fc.constant(campaign),
      groups: fc.array(anyGroup(own), { maxLength: 5 }),
    });
  });

const anyGroup = (own: readonly Category[]): fc.Arbitrary<AppendixGroup> =>
  fc.record({
    code: fc.constantFrom('I', 'II', 'III', 'IV'),
    name: fc.string({ unit: 'grapheme', maxLength: 40 }),
    units: fc.array(anyUnit(own), { maxLength: 12 }),
  });

const anyUnit = (own: readonly Category[]): fc.Arbitrary<AppendixUnit> =>
  fc.record({
    id: fc.uuid(),
    name: fc.string({ unit: 'grapheme', maxLength: 60 }),
    contactName: fc.option(fc.string({ maxLength: 20 })),
    phone: fc.option(fc.constantFrom('0220 3 852 100', '+84 912 345 678')),
    email: fc.option(fc.emailAddress()),
    state: fc.constantFrom(...reportStates),
    sent: fc.option(anyVersion(own)),
  });

const anyVersion = (own: readonly Category[]): fc.Arbitrary<SentVersion> =>
  fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    sentAt: fc.constantFrom(inTime, '2024-12-12T19:30:00.000Z'),
    dueAt: fc.constant(deadline),
    nobodyReason: fc.option(fc.string({ maxLength: 80 })),
    explanations: fc.constantFrom([], [{ code: 'rate-low' as const, text: 'Ba người nghỉ ốm' }]),
    counts: fc.tuple(...own.map((category) => anyCount(category.id))),
  });

const anyCount = (categoryId: string) =>
  fc
    .tuple(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 99_999 })), fc.nat())
    .map(([headcount, some]) => ({
      categoryId,
      headcount,
      participants: some % (headcount + 1),
    }));
