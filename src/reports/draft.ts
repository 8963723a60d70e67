import type { Category } from '../campaigns/campaign.ts';
import { categoryNamed } from '../campaigns/campaign.ts';
import { isBlankRow, type TypedParticipant } from '../participants/participant.ts';
import { tidyLine, tidyText } from '../vietnamese/text.ts';
import { readHeadcount } from './headcount.ts';

/** The working copy of a report: everything as typed, right or wrong, so that nothing is lost. */
export interface Draft {
  /** By category id; a category that was never filled in is missing or ''. */
  readonly headcounts: Readonly<Record<string, string>>;
  readonly rows: readonly TypedParticipant[];
  /** "Đơn vị không có người dự thi" is ticked. */
  readonly nobody: boolean;
  readonly nobodyReason: string;
  /** For the written report: what the unit proposes, and who signs. */
  readonly proposals: string;
  readonly signerTitle: string;
  readonly signerName: string;
}

export const emptyDraft: Draft = {
  headcounts: {},
  rows: [],
  nobody: false,
  nobodyReason: '',
  proposals: '',
  signerTitle: '',
  signerName: '',
};

/**
 * A draft as it is stored: texts tidied, blank rows dropped, known categories in the campaign's
 * spelling, a missing category filled in when the unit has staff of one category only.
 */
export const tidyDraft = (draft: Draft, categories: readonly Category[]): Draft => {
  const only = onlyCategory(draft, categories);
  return {
    headcounts: Object.fromEntries(
      categories.map(({ id }) => [id, tidyLine(draft.headcounts[id] ?? '')]),
    ),
    rows: draft.rows
      .map(tidyRow)
      .filter((row) => !isBlankRow(row))
      .map((row) => ({ ...row, category: categoryWord(row.category, categories, only) })),
    nobody: draft.nobody,
    nobodyReason: tidyText(draft.nobodyReason),
    proposals: tidyText(draft.proposals),
    signerTitle: tidyLine(draft.signerTitle),
    signerName: tidyLine(draft.signerName),
  };
};

const tidyRow = (row: TypedParticipant): TypedParticipant => ({
  name: tidyLine(row.name),
  birthDate: tidyLine(row.birthDate),
  title: tidyLine(row.title),
  category: tidyLine(row.category),
  note: tidyLine(row.note),
});

const categoryWord = (
  typed: string,
  categories: readonly Category[],
  only: Category | undefined,
): string => {
  const meant = typed === '' ? only : categoryNamed(categories, typed);
  return meant?.name ?? typed;
};

/** The category of everybody in a unit that has staff of one category only. */
export const onlyCategory = (
  draft: Draft,
  categories: readonly Category[],
): Category | undefined => {
  const staffed = categories.filter(({ id }) => {
    const count = readHeadcount(draft.headcounts[id] ?? '');
    return count !== 0 && count !== 'headcount-missing';
  });
  return staffed.length === 1 ? staffed[0] : undefined;
};
