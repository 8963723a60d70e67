import type { Category } from '../campaigns/campaign.ts';
import type { Ratio } from '../kit/ratio.ts';
import type { Explanation } from '../reports/query.ts';
import { counts, type ReportState } from '../reports/report.ts';
import type { CountedElsewhere } from './elsewhere.ts';
import { missingNote, sentNote } from './notes.ts';

/** Staff at the cut-off and people who took part; whole numbers. */
export interface Count {
  readonly headcount: number;
  readonly participants: number;
}

/** What a unit sent last. */
export interface SentVersion {
  readonly number: number;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly nobodyReason: string | null;
  /** What had to be explained before sending; it stands in the note. */
  readonly explanations: readonly Pick<Explanation, 'code' | 'text'>[];
  /** People of the list who count in another unit; the counts are without them. */
  readonly elsewhere?: readonly CountedElsewhere[];
  /** One for each category, in any order; a category that is missing counts 0. */
  readonly counts: readonly (Count & { readonly categoryId: string })[];
}

/** A unit that owes a report, with its last sent version. */
export interface AppendixUnit {
  readonly id: string;
  readonly name: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly state: ReportState;
  readonly sent: SentVersion | null;
}

export interface AppendixGroup {
  /** `I`, `II` … */
  readonly code: string;
  readonly name: string;
  readonly units: readonly AppendixUnit[];
}

/** Counts in the order of the campaign's categories, and their sum. */
export interface Figures {
  readonly byCategory: readonly Count[];
  readonly total: Count;
}

export interface UnitLine {
  readonly unit: AppendixUnit;
  /** `null` for a unit that counts in no sum. */
  readonly figures: Figures | null;
  readonly note: string;
}

/** A sum, and how many of the units that owe a report stand behind it. */
export interface Sum {
  readonly figures: Figures;
  readonly counted: number;
  readonly owed: number;
}

export interface GroupLine extends Sum {
  readonly code: string;
  readonly name: string;
  readonly lines: readonly UnitLine[];
}

/** Everything that the appendix and the screen show of a campaign. */
export interface Consolidation {
  readonly groups: readonly GroupLine[];
  readonly total: Sum;
}

/**
 * Rules 4 to 7: the units' last sent versions, summed by group and in all. Units and groups stay
 * in the order given (the office's); the sums do not depend on it.
 */
export const consolidate = (
  categories: readonly Category[],
  groups: readonly AppendixGroup[],
): Consolidation => {
  const lines = groups.map((group) => groupLine(categories, group));
  return { groups: lines, total: total(categories, lines) };
};

/** Rules 3 and 4: the rate of a line, from its own whole numbers. */
export const rateOf = ({ total }: Figures): Ratio => ({
  part: total.participants,
  whole: total.headcount,
});

/** Rule 5: how many units stand behind a sum, `25/27 đơn vị`. */
export const unitsBehind = ({ counted, owed }: Sum): string => `${counted}/${owed} đơn vị`;

const groupLine = (categories: readonly Category[], group: AppendixGroup): GroupLine => {
  const lines = group.units.map((unit) => unitLine(categories, unit));
  const figures = lines.flatMap((line) => line.figures ?? []);
  return {
    code: group.code,
    name: group.name,
    lines,
    figures: sumOf(categories, figures),
    counted: figures.length,
    owed: group.units.filter((unit) => unit.state !== 'exempt').length,
  };
};

const total = (categories: readonly Category[], groups: readonly GroupLine[]): Sum => ({
  figures: sumOf(
    categories,
    groups.map((group) => group.figures),
  ),
  counted: groups.reduce((sum, group) => sum + group.counted, 0),
  owed: groups.reduce((sum, group) => sum + group.owed, 0),
});

const unitLine = (categories: readonly Category[], unit: AppendixUnit): UnitLine => {
  const lastVersion = unit.sent?.number ?? 0;
  const counted = counts({ state: unit.state, lastVersion }) ? unit.sent : null;
  return {
    unit,
    figures: counted && figuresOf(categories, counted),
    note: counted ? sentNote(unit.state, counted) : missingNote(unit.state),
  };
};

const figuresOf = (categories: readonly Category[], sent: SentVersion): Figures => {
  const byCategory = categories.map(
    (category) => sent.counts.find((count) => count.categoryId === category.id) ?? nothing,
  );
  return { byCategory, total: byCategory.reduce(added, nothing) };
};

const sumOf = (categories: readonly Category[], figures: readonly Figures[]): Figures => {
  const byCategory = categories.map((_, position) =>
    figures.map((one) => one.byCategory[position] ?? nothing).reduce(added, nothing),
  );
  return { byCategory, total: byCategory.reduce(added, nothing) };
};

const nothing: Count = { headcount: 0, participants: 0 };

const added = (one: Count, other: Count): Count => ({
  headcount: one.headcount + other.headcount,
  participants: one.participants + other.participants,
});
