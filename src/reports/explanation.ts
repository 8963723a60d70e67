import { Problem } from '../kit/problem.ts';
import { tidyText } from '../vietnamese/text.ts';
import {
  type Explanation,
  type Query,
  type QueryCode,
  queryCodes,
  type TypedExplanation,
} from './query.ts';

export type ExplanationFault =
  | 'explanation-missing'
  | 'explanation-short'
  | 'explanation-long'
  | 'explanation-of-other';

/** The id of the input in which a query is explained. */
export const explanationField = (code: QueryCode): string => `explanation-${code}`;

/** Letters and digits without which nobody understands a reason; "đúng rồi" has seven. */
const fewestLetters = 10;
/** Characters. All three of a report have to stand in the note of one row of the Phụ lục. */
export const longestExplanation = 200;

/**
 * What a posted form holds for its queries, as typed: `query` is repeated with the keys, `explanation`
 * with the texts. What belongs to no query is left out.
 */
export const explanationsFromForm = (form: URLSearchParams): TypedExplanation[] => {
  const texts = form.getAll('explanation');
  return form.getAll('query').flatMap((key, index) => {
    const code = queryCodes.find((one) => key.startsWith(`${one}:`));
    return code ? [{ code, key, text: texts[index] ?? '' }] : [];
  });
};

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
    const other = typed.find(({ code }) => code === query.code);
    const text = tidyText((own ?? other)?.text ?? '');
    return { query, text, fault: faultOf(text) ?? (own ? undefined : 'explanation-of-other') };
  });

const faultOf = (text: string): ExplanationFault | undefined => {
  if (text === '') return 'explanation-missing';
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) return 'explanation-short';
  return text.length > longestExplanation ? 'explanation-long' : undefined;
};

/** Every query with its explanation, as it is kept with a version. Throws `queries-unexplained`. */
export const explained = (
  queries: readonly Query[],
  typed: readonly TypedExplanation[] = [],
): Explanation[] => {
  const answers = answered(queries, typed);
  const open = answers.find(({ fault }) => fault !== undefined);
  if (open) throw new Problem('queries-unexplained', explanationField(open.query.code));
  return answers.map(({ query: { code, details }, text }) => ({ code, details, text }));
};

/** The explanation of the same thing in an earlier version, to begin with; '' when there is none. */
export const explainedBefore = (
  { code, details }: Query,
  earlier: readonly Explanation[],
): string => {
  const same = earlier.find(
    (one) => one.code === code && (code !== 'names-odd' || one.details.names === details.names),
  );
  return same?.text ?? '';
};
