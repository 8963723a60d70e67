import { tidyText } from '../vietnamese/text.ts';
import type { Explanation, Query, TypedExplanation } from './query.ts';

export type ExplanationFault =
  | 'explanation-missing'
  | 'explanation-short'
  | 'explanation-long'
  | 'explanation-of-other';

/** Letters and digits without which nobody understands a reason; "đúng rồi" has seven. */
export const fewestLetters = 10;
/** Characters. All three of a report have to stand in the note of one row of the Phụ lục. */
export const longestExplanation = 200;

/** The explanation that was typed for a query, tidied, and what is wrong with it. */
export interface Answered {
  readonly query: Query;
  /** '' when nothing was typed. */
  readonly text: string;
  readonly fault: ExplanationFault | undefined;
}

/**
 * Every query with what was typed for it. A text that was written when the query said something else is
 * kept, but has to be sent once more.
 */
export const answered = (
  queries: readonly Query[],
  typed: readonly TypedExplanation[],
): Answered[] =>
  queries.map((query) => {
    const own = typed.find(({ key }) => key === query.key);
    const other = typed.find(({ key }) => key.startsWith(`${query.code}:`));
    const text = tidyText((own ?? other)?.text ?? '');
    return { query, text, fault: faultOf(text) ?? (own ? undefined : 'explanation-of-other') };
  });

const faultOf = (text: string): ExplanationFault | undefined => {
  if (text === '') return 'explanation-missing';
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) return 'explanation-short';
  return text.length > longestExplanation ? 'explanation-long' : undefined;
};

/** What is kept with a version; only of answers without a fault. */
export const explanationsOf = (answers: readonly Answered[]): Explanation[] =>
  answers.map(({ query: { code, details }, text }) => ({ code, details, text }));

/** The explanation of the same thing in an earlier version, to begin with; '' when there is none. */
export const explainedBefore = (
  { code, details }: Query,
  earlier: readonly Explanation[],
): string => {
  const same = earlier.find(
    (one) =>
      one.code === code && (code !== 'names-odd' || one.details.names === details.names),
  );
  return same?.text ?? '';
};
