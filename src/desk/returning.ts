import { lineOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import type { Remark } from '../reports/remark.ts';
import { otherReason, returnReasons } from '../strings/review.ts';
import { tidyText } from '../vietnamese/text.ts';

/** What an officer ticked and typed on the way to returning a report. */
export interface Returning {
  /** Keys of the ticked reasons. */
  readonly ticked: readonly string[];
  /** The officer's own words. */
  readonly words: string;
  /** Row of the list, from 1 → what is written beside it. */
  readonly remarks: ReadonlyMap<number, string>;
  /** The list has a field beside each row. */
  readonly withRows: boolean;
}

/** The form as it was posted; a form that was not posted is empty. */
export const returningOf = (form: URLSearchParams): Returning => ({
  ticked: form.getAll('reasons'),
  words: tidyText(rawOf(form, 'reason')),
  remarks: new Map(
    [...new Set(form.keys())].flatMap((field): [number, string][] => {
      const row = /^remark[.]([1-9]\d{0,5})$/.exec(field)?.[1];
      const text = row === undefined ? '' : lineOf(form, field);
      return text === '' ? [] : [[Number(row), text]];
    }),
  ),
  withRows: form.has('rows') || rawOf(form, 'action') === 'rows',
});

/**
 * The reason that the unit reads: the ticked sentences, then the officer's words. '' when there is
 * neither. Throws `reason-other-missing`.
 */
export const reasonOf = ({ ticked, words }: Returning): string => {
  if (words === '' && ticked.includes(otherReason.key))
    throw new Problem('reason-other-missing', 'reason');
  const sentences = returnReasons
    .filter(({ key }) => ticked.includes(key))
    .map(({ label }) => `${label}.`);
  return [...sentences, words].filter(Boolean).join('\n');
};

/** The remarks in the order of their rows. */
export const remarksIn = ({ remarks }: Returning): Pick<Remark, 'row' | 'text'>[] =>
  [...remarks].sort(([one], [other]) => one - other).map(([row, text]) => ({ row, text }));
