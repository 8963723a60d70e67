/** A row of a unit's list whose person counts in another unit, as the office has decided (rule 9). */
export interface CountedElsewhere {
  readonly categoryId: string;
  /** Name of the unit where the person counts. */
  readonly unit: string;
  /** Of the row in the unit's list, from 1. */
  readonly position: number;
}

/** The counts of a list without those who count elsewhere. Headcounts stay: they work where they work. */
export const countedHere = <Count extends { categoryId: string; participants: number }>(
  counts: readonly Count[],
  elsewhere: readonly CountedElsewhere[],
): Count[] =>
  counts.map((count) => {
    const others = elsewhere.filter(({ categoryId }) => categoryId === count.categoryId).length;
    return { ...count, participants: Math.max(0, count.participants - others) };
  });

/** `2 người tính ở Trường THCS Bình Hàn`, a line for each unit. */
export const elsewhereNotes = (elsewhere: readonly CountedElsewhere[]): string[] => {
  const units = [...new Set(elsewhere.map(({ unit }) => unit))];
  return units.map((unit) => {
    const people = elsewhere.filter((one) => one.unit === unit).length;
    return `${people} người tính ở ${unit}`;
  });
};
