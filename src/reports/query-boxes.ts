import type { Category } from '../campaigns/campaign.ts';
import {
  explainedBeforeText,
  explanationFaultText,
  explanationHint,
  mendingText,
  queryFactText,
  queryText,
  queryTopics,
} from '../strings/queries.ts';
import { headcountField } from './check.ts';
import {
  type Answered,
  answered,
  explainedBefore,
  explanationField,
  longestExplanation,
} from './explanation.ts';
import type { Explanation, Query, TypedExplanation } from './query.ts';

/** One query of a draft about to be sent, with room for its explanation. */
export interface QueryBox {
  /** Id of the textarea. */
  readonly field: string;
  readonly key: string;
  readonly topic: string;
  readonly text: string;
  readonly typed: string;
  /** Where the text comes from when nobody typed it now; else how to write one. */
  readonly hint: string;
  readonly fault: string | null;
  /** Places of the form where it may be mended. */
  readonly mending: readonly { readonly field: string; readonly label: string }[];
}

/** Something that a unit explained when it sent a version. */
export interface ExplainedLine {
  readonly fact: string;
  readonly explanation: string;
}

/** Where the texts in the boxes come from: what was posted just now, kept before, or sent last. */
export interface Written {
  readonly typed: readonly TypedExplanation[];
  /** By the query's code. */
  readonly kept: ReadonlyMap<string, string>;
  readonly last:
    | { readonly number: number; readonly explanations: readonly Explanation[] }
    | undefined;
}

/** The boxes in which the queries of a draft are explained; faults only after a refusal. */
export const queryBoxes = (
  queries: readonly Query[],
  written: Written,
  categories: readonly Category[],
  withFaults: boolean,
): QueryBox[] =>
  answered(queries, written.typed).map((answer) => ({
    field: explanationField(answer.query.code),
    key: answer.query.key,
    topic: queryTopics[answer.query.code],
    text: queryText(answer.query),
    ...writtenIn(answer, written),
    fault: withFaults ? faultOf(answer) : null,
    mending: answer.query.fields.map((field) => ({ field, label: labelOf(field, categories) })),
  }));

/** The texts that a draft without more typing would be sent with. */
export const textsBefore = (queries: readonly Query[], before: Omit<Written, 'typed'>): string[] =>
  answered(queries, [])
    .map((answer) => textOf(answer, { ...before, typed: [] }).text)
    .filter((text) => text !== '');

const writtenIn = (answer: Answered, written: Written): Pick<QueryBox, 'typed' | 'hint'> => {
  const { text, sentWith } = textOf(answer, written);
  return {
    typed: text,
    hint: sentWith
      ? explainedBeforeText(sentWith)
      : explanationHint(answer.query.code, longestExplanation),
  };
};

/** The text for a query, with the number of the version that it was sent with if nobody has touched it since. */
const textOf = (
  { query, text }: Answered,
  { typed, kept, last }: Written,
): { text: string; sentWith?: number } => {
  if (typed.some(({ code }) => code === query.code)) return { text };
  const before = kept.get(query.code);
  if (before !== undefined) return { text: before };
  const sent = last ? explainedBefore(query, last.explanations) : '';
  return last && sent !== '' ? { text: sent, sentWith: last.number } : { text: '' };
};

const faultOf = ({ query, fault }: Answered): string | null =>
  fault === undefined ? null : explanationFaultText(query.code, fault, longestExplanation);

const labelOf = (field: string, categories: readonly Category[]): string => {
  const row = /^row-(\d+)-/.exec(field)?.[1];
  if (row !== undefined) return mendingText.row(row);
  const category = categories.find((one) => headcountField(one) === field);
  return category ? mendingText.headcount(category.name) : mendingText.list;
};

/** What a unit explained when it sent a version, ready to be shown. */
export const explainedLines = (explanations: readonly Explanation[]): ExplainedLine[] =>
  explanations.map((one) => ({ fact: queryFactText(one), explanation: one.text }));
