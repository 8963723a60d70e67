import type { Participant } from '../participants/participant.ts';
import { nameKey } from '../vietnamese/names.ts';
import type { CategoryCount, Warning } from './check.ts';

/** Something that was asked before sending, and what the unit answered. */
export interface Explanation {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly text: string;
}

/** An immutable copy of a report as it was sent. */
export interface Version {
  readonly id: string;
  /** 1, 2, 3 … within its report. */
  readonly number: number;
  /** The number on the receipt, 1, 2, 3 … within the campaign. */
  readonly receipt: number;
  readonly sentAt: string;
  readonly sentBy: string;
  /** The first instant that was late when this was sent. */
  readonly dueAt: string;
  readonly nobodyReason: string | null;
  readonly confirmed: readonly Pick<Warning, 'code' | 'details'>[];
  readonly explanations: readonly Explanation[];
  /** For the written report; '' where the unit left them out. */
  readonly proposals: string;
  readonly signerTitle: string;
  readonly signerName: string;
  /** The office entered it for the unit. */
  readonly onBehalf: boolean;
  readonly counts: readonly CategoryCount[];
  readonly participants: readonly Participant[];
}

/** What can be told of a version without its names. */
export type VersionFigures = Pick<
  Version,
  'number' | 'receipt' | 'sentAt' | 'dueAt' | 'nobodyReason' | 'counts' | 'onBehalf'
>;

/** The figures and names by which a version and a draft can be compared. */
export type Comparable = Pick<Version, 'counts' | 'participants' | 'nobodyReason'>;

export interface Changed<T> {
  readonly before: T;
  readonly after: T;
}

/** What changed from one list and its figures to another. */
export interface Differences {
  readonly counts: readonly (Changed<CategoryCount> & { readonly categoryId: string })[];
  readonly added: readonly Participant[];
  readonly removed: readonly Participant[];
  /** The same person (by name), with another birth date, position, category or note. */
  readonly changed: readonly Changed<Participant>[];
  readonly nobodyReason: Changed<string | null> | null;
}

const nothing = { headcount: 0, participants: 0 };

/** Compares by person, not by row: sorting a list anew is no change. People of one name are paired in order. */
export const differences = (before: Comparable, after: Comparable): Differences => {
  const unmatched = new Map<string, Participant[]>();
  for (const person of before.participants)
    unmatched.set(keyOf(person), [...(unmatched.get(keyOf(person)) ?? []), person]);
  const added: Participant[] = [];
  const changed: Changed<Participant>[] = [];
  // Who stayed the same is paired first, so that a namesake further down is not taken for a change.
  const others = after.participants.filter(
    (person) => !takeEqual(unmatched.get(keyOf(person)), person),
  );
  for (const person of others) {
    const earlier = takeLikest(unmatched.get(keyOf(person)), person);
    if (earlier) changed.push({ before: earlier, after: person });
    else added.push(person);
  }
  return {
    counts: changedCounts(before.counts, after.counts),
    added,
    removed: [...unmatched.values()].flat(),
    changed,
    nobodyReason:
      before.nobodyReason === after.nobodyReason
        ? null
        : { before: before.nobodyReason, after: after.nobodyReason },
  };
};

const keyOf = (person: Participant): string => nameKey(person.name);

/** Takes the one that is the same in everything out of `people`; `false` when there is none. */
const takeEqual = (people: Participant[] | undefined, person: Participant): boolean => {
  const equal = people?.findIndex((one) => isSame(one, person)) ?? -1;
  return equal >= 0 && people?.splice(equal, 1) !== undefined;
};

/** Takes the namesake of the same birth date out of `people`, or else the first. */
const takeLikest = (
  people: Participant[] | undefined,
  person: Participant,
): Participant | undefined => {
  const likest = people?.findIndex((one) => one.birthDate === person.birthDate) ?? -1;
  return people?.splice(Math.max(0, likest), 1)[0];
};

const isSame = (one: Participant, other: Participant): boolean =>
  one.name === other.name &&
  one.birthDate === other.birthDate &&
  one.title === other.title &&
  one.categoryId === other.categoryId &&
  one.note === other.note;

const changedCounts = (before: readonly CategoryCount[], after: readonly CategoryCount[]) =>
  after.flatMap((count) => {
    const { categoryId } = count;
    const earlier = before.find((one) => one.categoryId === categoryId) ?? {
      categoryId,
      ...nothing,
    };
    const same =
      earlier.headcount === count.headcount && earlier.participants === count.participants;
    return same ? [] : [{ categoryId, before: earlier, after: count }];
  });

/** No difference at all. */
export const isUnchanged = (found: Differences): boolean =>
  found.counts.length + found.added.length + found.removed.length + found.changed.length === 0 &&
  found.nobodyReason === null;
