import { mayBe } from '../participants/duplicates.ts';
import { titleWords } from './likeness.ts';

/** What the office may say of people who look like one: one person, or different people. */
export type Verdict = 'same' | 'different';

/** A row of a report's list. */
export interface ListRow {
  readonly reportId: string;
  /** From 1. */
  readonly position: number;
}

/** One of the people of a decision, as the lists stand. */
export interface DecidedPerson {
  readonly reportId: string;
  readonly part: number;
  /** The row where this person stands now; `null` when the person is gone. */
  readonly position: number | null;
}

/** A decision that was not undone, over the lists as they stand. */
export interface Decision<Person extends DecidedPerson = DecidedPerson> {
  readonly id: string;
  readonly verdict: Verdict;
  /** Where one person counts; `null` for different people. */
  readonly countedReportId: string | null;
  readonly persons: readonly Person[];
}

/** What tells namesakes of one list apart. */
export interface Namesake {
  readonly position: number;
  readonly birthDate: string;
  readonly title: string;
}

/**
 * Which of `now` is the one who stood at `position` among `seen`: both are the rows of one name in
 * an older and a newer list of one report. Who stayed the same in everything is paired first, so that
 * a person who left is not taken for a namesake who stayed.
 */
export const whereNow = (
  seen: readonly Namesake[],
  now: readonly Namesake[],
  position: number,
): Namesake | undefined => {
  const free = [...now];
  const found = new Map<number, Namesake>();
  for (const alike of [isSame, isAlike])
    for (const row of seen) {
      if (found.has(row.position)) continue;
      const at = free.findIndex((other) => alike(row, other));
      const [other] = at < 0 ? [] : free.splice(at, 1);
      if (other) found.set(row.position, other);
    }
  return found.get(position);
};

const isSame = (one: Namesake, other: Namesake): boolean =>
  isAlike(one, other) && titleWords(one.title) === titleWords(other.title);

const isAlike = (one: Namesake, other: Namesake): boolean => mayBe(one.birthDate, other.birthDate);

/** Those of a decision who are still in the lists. */
export const present = <Person extends DecidedPerson>({
  persons,
}: Decision<Person>): (Person & { readonly position: number })[] =>
  persons.flatMap((person) =>
    person.position === null ? [] : [{ ...person, position: person.position }],
  );

/**
 * A decision says something as long as two of its people are there; that they are one, only while
 * the row is there where this one counts.
 */
export const stands = (decision: Decision): boolean => {
  const there = present(decision);
  if (there.length < 2) return false;
  return (
    decision.verdict === 'different' ||
    there.some(({ reportId }) => reportId === decision.countedReportId)
  );
};

/** What the standing decisions say about rows. */
export interface Verdicts {
  /** These two are decided about: one person, or different ones. */
  readonly settled: (one: ListRow, other: ListRow) => boolean;
  /** The report where the person of a row counts, when that is another one. */
  readonly countsIn: (row: ListRow) => string | undefined;
}

/** Reads decisions together, the newest first: whoever is one with somebody is different from whom that one is. */
export const verdictsOf = (decisions: readonly Decision[]): Verdicts => {
  const standing = decisions.filter(stands);
  const persons = personsOf(standing);
  const marks = marksOf(standing, persons);
  return {
    settled: (one, other) => {
      const [first, second] = [persons.get(keyOf(one)), persons.get(keyOf(other))];
      const own = marks.get(first?.id ?? keyOf(one));
      const others = marks.get(second?.id ?? keyOf(other));
      if (first && first === second) return true;
      return own !== undefined && others !== undefined && toldApart(own, others);
    },
    countsIn: (row) => {
      const counted = persons.get(keyOf(row))?.countedReportId;
      return counted && counted !== row.reportId ? counted : undefined;
    },
  };
};

const keyOf = ({ reportId, position }: ListRow): string => `${reportId} ${position}`;

/**
 * The decision by which a row is one with others. Whoever is one with somebody is one with everybody
 * of that one as well; the newest of their decisions speaks.
 */
const personsOf = (standing: readonly Decision[]): ReadonlyMap<string, Decision> => {
  const persons = new Map<string, Decision>();
  for (const decision of standing.filter(({ verdict }) => verdict === 'same')) {
    const keys = present(decision).map(keyOf);
    const known = new Set(keys.flatMap((key) => persons.get(key) ?? []));
    // In the order of `standing`, so the first of them is the newest.
    const speaking = standing.find((one) => known.has(one)) ?? decision;
    if (known.size > 1)
      for (const [key, one] of persons) if (known.has(one)) persons.set(key, speaking);
    for (const key of keys) persons.set(key, speaking);
  }
  return persons;
};

type Marks = ReadonlyMap<string, ReadonlySet<number>>;

/** By which decisions a person is told apart from others, and in which part it stands there. */
const marksOf = (
  standing: readonly Decision[],
  persons: ReadonlyMap<string, Decision>,
): ReadonlyMap<string, Marks> => {
  const marks = new Map<string, Map<string, Set<number>>>();
  for (const decision of standing) {
    if (decision.verdict !== 'different') continue;
    for (const row of present(decision)) {
      const person = persons.get(keyOf(row))?.id ?? keyOf(row);
      const own = marks.get(person) ?? new Map<string, Set<number>>();
      marks.set(person, own.set(decision.id, (own.get(decision.id) ?? new Set()).add(row.part)));
    }
  }
  return marks;
};

const toldApart = (one: Marks, other: Marks): boolean =>
  [...one].some(([decision, parts]) => {
    const others = other.get(decision);
    return others !== undefined && new Set([...parts, ...others]).size > 1;
  });
