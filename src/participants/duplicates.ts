import { nameKey } from '../vietnamese/names.ts';

/** Rule 9: positions (from 1) of rows that name the same person, one list for each person named twice or more. */
export const sameNames = (names: readonly string[]): number[][] => {
  const positions = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    const key = nameKey(name);
    positions.set(key, [...(positions.get(key) ?? []), index + 1]);
  }
  return [...positions.values()].filter((rows) => rows.length > 1);
};

/** A name in the last version of another unit's report. */
export interface NamedElsewhere {
  readonly unit: string;
  readonly name: string;
}

/** One row of a list whose name other units have sent as well. */
export interface ClaimedTwice {
  /** Position in the own list, from 1. */
  readonly row: number;
  readonly name: string;
  /** The other units, each once. */
  readonly units: readonly string[];
}

/** Rule 9: rows whose person other units name too. Two people may share a name; the office decides. */
export const claimedTwice = (
  names: readonly string[],
  elsewhere: readonly NamedElsewhere[],
): ClaimedTwice[] => {
  const unitsByKey = new Map<string, Set<string>>();
  for (const { unit, name } of elsewhere) {
    const key = nameKey(name);
    unitsByKey.set(key, (unitsByKey.get(key) ?? new Set()).add(unit));
  }
  return names.flatMap((name, index) => {
    const units = unitsByKey.get(nameKey(name));
    return units ? [{ row: index + 1, name, units: [...units] }] : [];
  });
};
