import type { Category } from '../campaigns/campaign.ts';
import type { ClaimsOnReport } from '../claims/on-report-store.ts';
import { percentText, type Ratio } from '../kit/ratio.ts';
import { dateTimeText, dayText } from '../kit/time.ts';
import { decidedText, elsewhereText } from '../strings/checks.ts';
import { senderText } from '../strings/reports.ts';
import { lateBadge } from './head.ts';
import type { CategoryFigures, Figures, PersonRow, RateFigures, VersionLine } from './pages.ts';
import type { Comparable } from './version.ts';

/** Headcounts, rates and names of a version, or of a draft about to be sent, ready to be shown. */
export const figuresOf = (
  content: Comparable,
  categories: readonly Category[],
  claims: ClaimsOnReport = { open: [], decided: [] },
): Figures => {
  const rows = categories.map((category) => {
    const count = content.counts.find(({ categoryId }) => categoryId === category.id);
    return figuresLine(category.name, {
      part: count?.participants ?? 0,
      whole: count?.headcount ?? 0,
    });
  });
  const total = {
    part: content.participants.length,
    whole: rows.reduce((sum, row) => sum + row.headcount, 0),
  };
  return {
    categories: rows,
    total: figuresLine('Tổng số', total),
    people: content.participants.map(
      (person, index): PersonRow => ({
        number: index + 1,
        name: person.name,
        birthDate: dayText(person.birthDate),
        title: person.title,
        category: categoryName(categories, person.categoryId),
        note: person.note,
      }),
    ),
    nobodyReason: content.nobodyReason,
    elsewhere: [...claims.open.map(elsewhereText), ...claims.decided.map(decidedText)],
  };
};

const figuresLine = (name: string, ratio: Ratio): CategoryFigures => ({
  name,
  headcount: ratio.whole,
  participants: ratio.part,
  percent: percentText(ratio),
});

export const categoryName = (categories: readonly Category[], id: string): string =>
  categories.find((category) => category.id === id)?.name ?? id;

/** A rate with the two numbers that it comes from. */
export const rateOf = (ratio: Ratio): RateFigures => ({ ...ratio, percent: percentText(ratio) });

/** One version in a list of versions. */
export const versionLine = (version: {
  readonly number: number;
  readonly receipt: number;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly sentBy: string;
  readonly onBehalf: boolean;
  readonly headcount: number;
  readonly participants: number;
}): VersionLine => ({
  number: version.number,
  receipt: version.receipt,
  sentAt: dateTimeText(version.sentAt),
  sentBy: senderText(version),
  late: lateBadge(version),
  headcount: version.headcount,
  participants: version.participants,
  percent: percentText({ part: version.participants, whole: version.headcount }),
});
