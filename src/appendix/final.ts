import type { Category } from '../campaigns/campaign.ts';
import type { Consolidation, Count, Sum, UnitLine } from './consolidate.ts';

/** What a final keeps of its figures, so that later ones can be compared with them. No names of people. */
export interface FinalFigures {
  /** Ids, in the order in which every `byCategory` stands. */
  readonly categories: readonly string[];
  readonly total: FinalSum;
  readonly units: readonly FinalUnit[];
}

/** The sum of all that count, and how many of the units that owe a report stand behind it. */
export interface FinalSum extends Count {
  readonly counted: number;
  readonly owed: number;
}

/** A unit that owed a report, or was exempt. */
export interface FinalUnit {
  readonly id: string;
  readonly name: string;
  readonly isExempt: boolean;
  /** `null`: it counted in no sum. */
  readonly sent: FinalVersion | null;
}

/** The version that counted. */
export interface FinalVersion extends Count {
  readonly number: number;
  readonly byCategory: readonly Count[];
}

export const finalFigures = (
  categories: readonly Category[],
  { groups, total }: Consolidation,
): FinalFigures => ({
  categories: categories.map(({ id }) => id),
  total: finalSum(total),
  units: groups.flatMap(({ lines }) => lines.map(finalUnit)),
});

const finalSum = ({ figures, counted, owed }: Sum): FinalSum => ({
  ...countOf(figures.total),
  counted,
  owed,
});

const finalUnit = ({ unit, figures }: UnitLine): FinalUnit => ({
  id: unit.id,
  name: unit.name,
  isExempt: unit.state === 'exempt',
  sent: figures && {
    ...countOf(figures.total),
    number: unit.sent?.number ?? 0,
    byCategory: figures.byCategory.map(countOf),
  },
});

const countOf = ({ headcount, participants }: Count): Count => ({ headcount, participants });

/** One unit whose part in the appendix is another one than in the final. */
export interface UnitChange {
  readonly id: string;
  /** As it is called now; as it was called then when it is asked no longer. */
  readonly name: string;
  readonly what: 'first' | 'again' | 'recounted' | 'gone' | 'asked' | 'exempted' | 'left-out';
  readonly before: FinalVersion | null;
  readonly after: FinalVersion | null;
}

/** What is different since a final was made. */
export interface FinalDifference {
  readonly before: FinalSum;
  readonly after: FinalSum;
  readonly units: readonly UnitChange[];
}

/** What has changed between a final and later figures; `units` is empty when nothing has. */
export const differenceSince = (before: FinalFigures, after: FinalFigures): FinalDifference => {
  const earlier = new Map(before.units.map((unit) => [unit.id, unit]));
  const later = new Set(after.units.map(({ id }) => id));
  const isSame = sameIn(before.categories, after.categories);
  const gone = before.units.filter(({ id }) => !later.has(id));
  return {
    before: before.total,
    after: after.total,
    units: [
      ...after.units.flatMap((unit) => changeOf(earlier.get(unit.id), unit, isSame) ?? []),
      ...gone.map((unit) => ({ ...idOf(unit), what: 'left-out' as const, after: null })),
    ],
  };
};

const idOf = ({ id, name, sent }: FinalUnit) => ({ id, name, before: sent });

type IsSame = (one: FinalVersion, other: FinalVersion) => boolean;

const changeOf = (
  before: FinalUnit | undefined,
  after: FinalUnit,
  isSame: IsSame,
): UnitChange | undefined => {
  const what = whatOf(before, after, isSame);
  const { id, name, sent } = after;
  return what && { id, name, what, before: before?.sent ?? null, after: sent };
};

const whatOf = (
  before: FinalUnit | undefined,
  after: FinalUnit,
  isSame: IsSame,
): UnitChange['what'] | undefined => {
  const earlier = before?.sent;
  const later = after.sent;
  if (later && !earlier) return 'first';
  if (earlier && !later) return 'gone';
  if (earlier && later && earlier.number !== later.number) return 'again';
  if (earlier && later) return isSame(earlier, later) ? undefined : 'recounted';
  if (after.isExempt) return before?.isExempt ? undefined : 'exempted';
  return before && !before.isExempt ? undefined : 'asked';
};

/** Compares category by category: 3 and 2 are not 2 and 3. One that is not asked on a side counts 0 there. */
const sameIn = (before: readonly string[], after: readonly string[]): IsSame => {
  const all = [...new Set([...before, ...after])];
  const places = all.map((id) => [before.indexOf(id), after.indexOf(id)] as const);
  return (one, other) =>
    places.every(([place, otherPlace]) =>
      isSameCount(one.byCategory[place] ?? nothing, other.byCategory[otherPlace] ?? nothing),
    );
};

const nothing: Count = { headcount: 0, participants: 0 };

const isSameCount = (one: Count, other: Count): boolean =>
  one.headcount === other.headcount && one.participants === other.participants;
