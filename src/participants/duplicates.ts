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
