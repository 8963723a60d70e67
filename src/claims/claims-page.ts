import type { Campaign } from '../campaigns/campaign.ts';
import {
  doneText,
  emptyText,
  listExplanation,
  listLabel,
  noReportsText,
} from '../strings/claims.ts';
import { pagerOf } from '../strings/pager.ts';
import { caseShown, decisionShown, type TypedCase } from './case-shown.ts';
import type { Case } from './cases.ts';
import {
  apartPath,
  type ClaimsAddress,
  claimsHref,
  claimsPath,
  type ListWord,
  lists,
  pageOf,
} from './claims-query.ts';
import type { KeptDecision } from './decisions-store.ts';
import type { ClaimsPage } from './pages.ts';
import { verdictsOf } from './standing.ts';
import type { ClaimingReport } from './store.ts';

/** Everything that there is to show. */
export interface Found {
  readonly campaign: Campaign;
  /** The likeliest first. */
  readonly cases: readonly Case[];
  /** The newest first, undone ones as well. */
  readonly decisions: readonly KeptDecision[];
  /** Some unit has sent. */
  readonly anySent: boolean;
}

/** The cases of a list; none of that of the decisions. */
export const casesOn = (list: ListWord, cases: readonly Case[]): Case[] =>
  cases.filter(({ likelihood }) => list === (likelihood === 'unlikely' ? 'it-kha-nang' : ''));

/** The page of one address, before it is known which units it names. */
export const listOf = ({ cases, decisions }: Found, { list, page }: ClaimsAddress) => {
  const ofCases = pageOf(casesOn(list, cases), page);
  const ofDecisions = pageOf(list === 'da-quyet-dinh' ? decisions : [], page);
  return {
    counts: {
      '': casesOn('', cases).length,
      'it-kha-nang': casesOn('it-kha-nang', cases).length,
      'da-quyet-dinh': decisions.filter(({ undoneAt }) => undoneAt === null).length,
    } satisfies Record<ListWord, number>,
    cases: ofCases.shown,
    decisions: ofDecisions.shown,
    page: Math.max(ofCases.page, ofDecisions.page),
    pages: Math.max(ofCases.pages, ofDecisions.pages),
  };
};

export type Listed = ReturnType<typeof listOf>;

/** The reports that a page names. */
export const reportsOn = ({ cases, decisions }: Listed): string[] => [
  ...cases.flatMap(({ rows }) => rows.map(({ reportId }) => reportId)),
  ...decisions.flatMap(({ persons }) => persons.map(({ reportId }) => reportId)),
];

/** The page as its view needs it. */
export const claimsPage = (
  found: Found,
  listed: Listed,
  query: URLSearchParams,
  {
    list,
    reports,
    typed,
  }: {
    list: ListWord;
    reports: ReadonlyMap<string, ClaimingReport>;
    typed?: TypedCase | undefined;
  },
): Omit<ClaimsPage, 'chrome' | 'boardPath' | 'errors'> => {
  const { campaign, decisions, anySent } = found;
  const path = claimsPath(campaign.code);
  const { settled } = verdictsOf(decisions.filter(({ undoneAt }) => undoneAt === null));
  const beside = { campaign, reports, settled };
  const cases = listed.cases.map((one, index) => caseShown(one, index + 1, beside, typed));
  const isEmpty = listed.cases.length + listed.decisions.length === 0;
  return {
    campaign: campaign.title,
    action: claimsHref(path, { list, page: listed.page }),
    ...doneOn(query, cases.length),
    lists: listsShown(path, list, listed.counts),
    explanation: listExplanation[list],
    togetherPath:
      listed.cases.length > 1 ? claimsHref(apartPath(campaign.code), { list, page: 1 }) : null,
    cases,
    decisions: listed.decisions.map((one) => decisionShown(one, beside)),
    empty: isEmpty ? (anySent ? emptyText[list] : noReportsText) : null,
    pager: pagerOf(listed.page, listed.pages, (page) => claimsHref(path, { list, page })),
  };
};

/** What was done, told where the next case stands. */
const doneOn = (query: URLSearchParams, cases: number) => {
  const place = Number(/^\d{1,3}$/.exec(query.get('o') ?? '')?.[0] ?? 0);
  const word = query.get('xong') ?? '';
  const notice = Object.hasOwn(doneText, word) ? (doneText[word] ?? null) : null;
  return { notice, noticePlace: Math.min(place, cases) };
};

/** The lists to choose from, of which `list` is shown; those that `counts` leaves out are not offered. */
export const listsShown = (
  path: string,
  list: ListWord,
  counts: Partial<Record<ListWord, number>>,
): ClaimsPage['lists'] =>
  lists.flatMap((word) => {
    const count = counts[word];
    const href = claimsHref(path, { list: word, page: 1 });
    return count === undefined
      ? []
      : { label: listLabel[word], count: count.toLocaleString('vi'), href, current: word === list };
  });
