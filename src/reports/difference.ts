import type { Category } from '../campaigns/campaign.ts';
import { dayText } from '../kit/time.ts';
import type { Participant } from '../participants/participant.ts';
import type { CategoryCount } from './check.ts';
import type { Draft } from './draft.ts';
import { categoryName } from './figures.ts';
import type { Difference, DifferenceLine } from './pages.ts';
import { type Comparable, differences } from './version.ts';

/** What changed between two versions, ready to be shown. */
export const differenceOf = (
  since: string,
  before: Comparable,
  after: Comparable,
  categories: readonly Category[],
): Difference => {
  const found = differences(before, after);
  const figures = found.counts.map(({ categoryId, before, after }) => ({
    what: categoryName(categories, categoryId),
    before: countsText(before),
    after: countsText(after),
  }));
  const reason = found.nobodyReason;
  return {
    since,
    figures: [
      ...figures,
      ...(reason ? [line('Lý do không có người dự thi', reason.before, reason.after)] : []),
    ],
    added: found.added.map((person) => personText(person, categories)),
    removed: found.removed.map((person) => personText(person, categories)),
    changed: found.changed.map(({ before, after }) => ({
      what: after.name,
      before: personText(before, categories),
      after: personText(after, categories),
    })),
  };
};

/** What differs between the stored draft and what somebody typed at the same time. */
export const draftDifference = (
  stored: Draft,
  typed: Draft,
  categories: readonly Category[],
): Difference => {
  const people = differenceOf('', comparable(stored), comparable(typed), []);
  const figures = categories.flatMap(({ id, name }) =>
    lineIfChanged(name, stored.headcounts[id] ?? '', typed.headcounts[id] ?? ''),
  );
  return {
    ...people,
    figures: [
      ...figures,
      ...lineIfChanged('Đơn vị không có người dự thi', tick(stored), tick(typed)),
      ...lineIfChanged('Lý do', stored.nobodyReason, typed.nobodyReason),
      ...lineIfChanged('Kiến nghị, đề xuất', stored.proposals, typed.proposals),
      ...lineIfChanged('Chức danh người ký', stored.signerTitle, typed.signerTitle),
      ...lineIfChanged('Người ký', stored.signerName, typed.signerName),
    ],
  };
};

const comparable = (draft: Draft): Comparable => ({
  counts: [],
  participants: draft.rows.map(({ name, birthDate, title, category, note }) => ({
    name,
    birthDate,
    title,
    categoryId: category,
    note,
  })),
  nobodyReason: null,
});

const tick = (draft: Draft): string => (draft.nobody ? 'có tích' : 'không tích');

const line = (what: string, before: string | null, after: string | null): DifferenceLine => ({
  what,
  before: before ?? '—',
  after: after ?? '—',
});

const lineIfChanged = (what: string, before: string, after: string): DifferenceLine[] =>
  before === after ? [] : [line(what, before || null, after || null)];

const countsText = (count: CategoryCount): string =>
  `${count.headcount} người, ${count.participants} dự thi`;

const personText = (person: Participant, categories: readonly Category[]): string =>
  [
    person.name,
    // A draft holds it as typed, which may be anything.
    /^\d{4}-\d{2}-\d{2}$/.test(person.birthDate) ? dayText(person.birthDate) : person.birthDate,
    person.title,
    categoryName(categories, person.categoryId),
    person.note,
  ]
    .filter((text) => text !== '')
    .join(' – ');
