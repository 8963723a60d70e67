export const queryCodes = ['rate-low', 'headcount-changed', 'names-odd'] as const;
/** Something that may be right, but has to be mended or explained in words before sending. */
export type QueryCode = (typeof queryCodes)[number];

/** What a query tells: figures, and texts ready to stand in its sentence. */
export type QueryDetails = Readonly<Record<string, string | number>>;

/** At most one of each code in a report, so that nobody explains one thing twice. */
export interface Query {
  readonly code: QueryCode;
  /** Names this very occasion: an explanation of other figures does not count for it. */
  readonly key: string;
  /** Ids of inputs on the form where it may be mended, ten at most. */
  readonly fields: readonly string[];
  readonly details: QueryDetails;
}

/** What a clerk wrote for a query; `key` is of the query that was shown. */
export interface TypedExplanation {
  readonly code: QueryCode;
  readonly key: string;
  readonly text: string;
}

/** A query and its explanation, as they are kept with a version. */
export interface Explanation {
  readonly code: QueryCode;
  readonly details: QueryDetails;
  readonly text: string;
}
