import type { TypedParticipant } from '../participants/participant.ts';
import { faultText } from '../strings/checks.ts';
import type { ErrorLine } from '../web/chrome.ts';
import { checkDraft, headcountField } from './check.ts';
import { type Fault, rowField } from './check-rows.ts';
import type { Draft } from './draft.ts';
import { rateOf } from './figures.ts';
import type { FormPage, HeadcountInput, RowInput } from './form-pages.ts';
import type { Found } from './store.ts';

/** How the form is to look this time. */
export interface Shown {
  /** Faults are shown only when the clerk asked for the check. */
  readonly withFaults: boolean;
  /** Blank rows below the list. */
  readonly blank: number;
}

/** The parts of the form page that come from the draft itself. */
export const draftOnForm = (draft: Draft, { campaign }: Found, shown: Shown) => {
  const checked = checkDraft(draft, campaign);
  const faults = shown.withFaults ? checked.faults : [];
  const total = checked.counts.reduce((sum, count) => sum + count.headcount, 0);
  const rows = rowsOf(draft, faults, shown.blank);
  return {
    errors: faults.map((fault): ErrorLine => ({ field: fault.field, text: faultText(fault) })),
    headcounts: campaign.categories.map((category): HeadcountInput => {
      const field = headcountField(category);
      const typed = draft.headcounts[category.id] ?? '';
      return { field, name: category.name, typed, fault: textAt(faults, field) };
    }),
    total,
    rows,
    people: draft.rows.length,
    faultyRows: rows.filter((row) => Object.keys(row.faults).length > 0).length,
    categories: campaign.categories.map(({ name }) => name),
    birthDateAsked: campaign.birthDateAsked,
    nobody: nobodyOf(draft, faults),
    letter: letterOf(draft, faults),
    rate: rateOf({ part: draft.rows.length, whole: total }),
    listFault: textAt(faults, 'list'),
  } satisfies Partial<FormPage>;
};

const nobodyOf = (draft: Draft, faults: readonly Fault[]): FormPage['nobody'] => ({
  ticked: draft.nobody,
  fault: textAt(faults, 'nobody'),
  reason: draft.nobodyReason,
  reasonFault: textAt(faults, 'nobody-reason'),
});

const letterOf = (draft: Draft, faults: readonly Fault[]): FormPage['letter'] => ({
  proposals: draft.proposals,
  proposalsFault: textAt(faults, 'proposals'),
  signerTitle: draft.signerTitle,
  titleFault: textAt(faults, 'signer-title'),
  signerName: draft.signerName,
  nameFault: textAt(faults, 'signer-name'),
  draftPath: null,
});

const textAt = (faults: readonly Fault[], field: string): string | null => {
  const fault = faults.find((one) => one.field === field);
  return fault ? faultText(fault) : null;
};

const blankRow: TypedParticipant = { name: '', birthDate: '', title: '', category: '', note: '' };
const columns = ['name', 'birthDate', 'title', 'category', 'note'] as const;

const rowsOf = (draft: Draft, faults: readonly Fault[], blank: number): RowInput[] => {
  const texts = new Map(faults.map((fault) => [fault.field, faultText(fault)]));
  const all = [...draft.rows, ...Array.from({ length: blank }, () => blankRow)];
  return all.map((row, index) => {
    const number = index + 1;
    const known = columns.flatMap((column) => {
      const text = texts.get(rowField(number, column));
      return text === undefined ? [] : [[column, text] as const];
    });
    return { number, ...row, faults: Object.fromEntries(known), remark: null };
  });
};
