import { nameKey } from '../vietnamese/names.ts';

/** Who somebody is: a name and, where the campaign asks for it, a birth date (`YYYY-MM-DD`, or ''). */
export interface Named {
  readonly name: string;
  readonly birthDate: string;
}

/**
 * Rule 9: positions (from 1) of rows that may be the same person, one list for each person named
 * twice or more. Two birth dates make two people; a birth date that is not known decides nothing.
 */
export const samePeople = (people: readonly Named[]): number[][] => {
  const byName = new Map<string, (Named & { position: number })[]>();
  for (const [index, person] of people.entries()) {
    if (person.name === '') continue;
    const key = nameKey(person.name);
    byName.set(key, [...(byName.get(key) ?? []), { ...person, position: index + 1 }]);
  }
  return [...byName.values()].flatMap((namesakes) => {
    const born = new Set(namesakes.map(({ birthDate }) => birthDate));
    const days = born.size > 1 ? [...born].filter((day) => day !== '') : [...born];
    const rows = days.map((day) => namesakes.filter(({ birthDate }) => mayBe(birthDate, day)));
    return rows
      .filter((same) => same.length > 1)
      .map((same) => same.map(({ position }) => position));
  });
};

/** Two birth dates may be of one person: they are equal, or one is not known. */
export const mayBe = (one: string, other: string): boolean =>
  one === other || one === '' || other === '';

/** A person in the last version of another unit's report. */
export interface NamedElsewhere extends Named {
  readonly unit: string;
}

/** One row of a list whose person other units have sent as well. */
export interface ClaimedTwice {
  /** Position in the own list, from 1. */
  readonly row: number;
  readonly name: string;
  /** The other units, each once. */
  readonly units: readonly string[];
}

/**
 * Rule 9: rows whose person other units name too. Two people may share a name; the office decides, and
 * what it has `settled` is no question any more.
 */
export const claimedTwice = <Claim extends NamedElsewhere>(
  people: readonly Named[],
  elsewhere: readonly Claim[],
  settled: (row: number, claim: Claim) => boolean = () => false,
): ClaimedTwice[] => {
  const byName = new Map<string, Claim[]>();
  for (const claim of elsewhere) {
    const key = nameKey(claim.name);
    byName.set(key, [...(byName.get(key) ?? []), claim]);
  }
  return people.flatMap(({ name, birthDate }, index) => {
    const claims = byName.get(nameKey(name)) ?? [];
    const same = claims.filter(
      (claim) => mayBe(claim.birthDate, birthDate) && !settled(index + 1, claim),
    );
    const units = [...new Set(same.map(({ unit }) => unit))];
    return units.length > 0 ? [{ row: index + 1, name, units }] : [];
  });
};
