import { foldMarks } from '../vietnamese/text.ts';

/** One request for reports: what is asked, from when to when, and in which categories. */
export interface Campaign {
  readonly id: string;
  readonly code: string;
  /** The contest, as it stands in the appendix's name. */
  readonly title: string;
  readonly subject: string;
  readonly issuer: string;
  readonly office: string;
  readonly place: string;
  /** The day at which staff are counted, `YYYY-MM-DD`. */
  readonly cutOffOn: string;
  readonly opensAt: string;
  /** The first instant that is late. */
  readonly deadlineAt: string;
  readonly closedAt: string | null;
  readonly dispatchNumber: string | null;
  readonly dispatchOn: string | null;
  readonly mailbox: string | null;
  readonly contactName: string;
  readonly contactPhone: string | null;
  /** The two signatures below the appendix; `null` leaves one out. */
  readonly preparerTitle: string | null;
  readonly signerTitle: string | null;
  /** Each row of a list asks for a birth date; it decides whether one name means one person. */
  readonly birthDateAsked: boolean;
  /** Whole percent, 1 to 100: a unit below it explains why. `null`: not asked. */
  readonly leastRate: number | null;
  readonly categories: readonly Category[];
}

/** A staff category (đối tượng) of a campaign, in the campaign's order. */
export interface Category {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export type Opening = 'not-yet' | 'open' | 'closed';

/** Rule 7: open for one unit from the opening on; after closing only while an extension of that unit runs. */
export const openingFor = (
  campaign: Pick<Campaign, 'opensAt' | 'closedAt'>,
  extendedUntil: string | null,
  now: string,
): Opening => {
  if (now < campaign.opensAt) return 'not-yet';
  if (campaign.closedAt === null || now < campaign.closedAt) return 'open';
  return extendedUntil !== null && now < extendedUntil ? 'open' : 'closed';
};

/** The first instant that is late for one unit: the later of the deadline and the unit's extension. */
export const dueAt = (
  campaign: Pick<Campaign, 'deadlineAt'>,
  extendedUntil: string | null,
): string =>
  extendedUntil !== null && extendedUntil > campaign.deadlineAt
    ? extendedUntil
    : campaign.deadlineAt;

/** The category that a clerk's word means; capitals, marks and blanks make no difference. */
export const categoryNamed = (
  categories: readonly Category[],
  word: string,
): Category | undefined => {
  const spelt = categories.find((category) => category.name === word);
  if (spelt) return spelt;
  const folded = foldMarks(word);
  return categories.find((category) => foldMarks(category.name) === folded);
};
