/** Why somebody should look at a report before it is accepted. */
export type Concern =
  | 'confirmed'
  | 'explained'
  | 'nobody'
  | 'elsewhere'
  | 'returned-before'
  | 'unit-out-of-use';

/** What is known about a waiting report without opening it. */
export interface Waiting {
  /** How many warnings the unit ticked when sending, and how many questions it answered. */
  readonly confirmed: number;
  readonly explained: number;
  readonly nobodyReason: string | null;
  /** Another unit names one of its people, and nobody has decided about it. */
  readonly isClaimedElsewhere: boolean;
  /** The office returned it earlier, so somebody should see that it was mended. */
  readonly wasReturned: boolean;
  readonly isUnitInUse: boolean;
}

/** A report without any can be accepted unseen. Being late is none: it is said, and it changes no figure. */
export const concernsOf = (report: Waiting): Concern[] => {
  const all: readonly [Concern, boolean][] = [
    ['confirmed', report.confirmed > 0],
    ['explained', report.explained > 0],
    ['nobody', report.nobodyReason !== null],
    ['elsewhere', report.isClaimedElsewhere],
    ['returned-before', report.wasReturned],
    ['unit-out-of-use', !report.isUnitInUse],
  ];
  return all.flatMap(([concern, applies]) => (applies ? [concern] : []));
};
