import type { Campaign } from '../campaigns/campaign.ts';
import { dayText } from '../kit/time.ts';
import { apartCount, apartRow, emptyText, likelihoodBadge } from '../strings/claims.ts';
import { pagerOf } from '../strings/pager.ts';
import type { Case } from './cases.ts';
import { casesOn, listsShown } from './claims-page.ts';
import { apartPath, type ClaimsAddress, claimsHref, claimsPath, pageOf } from './claims-query.ts';
import type { ApartLine, ApartPage } from './pages.ts';
import { rowToken, settledAmong } from './seen-case.ts';
import type { Verdicts } from './standing.ts';
import type { ClaimingReport, SeenRow } from './store.ts';

/** A case as the form names it. */
const caseValue = (rows: readonly SeenRow[]): string => rows.map(rowToken).join(' ');

/** Those about whom nothing at all is decided, by list, and the page of them that is asked for. */
export const apartList = (
  cases: readonly Case[],
  settled: Verdicts['settled'],
  { list, page }: ClaimsAddress,
) => {
  const untouched = cases.filter(({ rows }) => settledAmong(rows, settled) === '');
  const counts = {
    '': casesOn('', untouched).length,
    'it-kha-nang': casesOn('it-kha-nang', untouched).length,
  };
  return { counts, ...pageOf(casesOn(list, untouched), page) };
};

export type ApartListed = ReturnType<typeof apartList>;

/** Which lines are ticked: all of the page, or those that were ticked when it was refused. */
export type Ticked = 'all' | readonly string[];

/** The page as its view needs it, but for what was done. */
export const apartPage = (
  campaign: Campaign,
  listed: ApartListed,
  reports: ReadonlyMap<string, ClaimingReport>,
  { list, ticked }: { readonly list: ClaimsAddress['list']; readonly ticked: Ticked },
): Omit<ApartPage, 'chrome' | 'errors' | 'notice'> => {
  const path = apartPath(campaign.code);
  const here = { list, page: listed.page };
  const lines = listed.shown.map((one, index) => lineOf(one, index + 1, reports, ticked));
  return {
    campaign: campaign.title,
    cardsPath: claimsHref(claimsPath(campaign.code), { list, page: 1 }),
    action: claimsHref(path, here),
    lists: listsShown(path, list, listed.counts),
    tickAll: claimsHref(path, here, { chon: 'tat-ca' }),
    tickNone: claimsHref(path, here),
    count: apartCount(lines.filter((line) => line.ticked).length, lines.length),
    lines,
    empty: lines.length === 0 ? emptyText[list] : null,
    pager: pagerOf(listed.page, listed.pages, (page) => claimsHref(path, { list, page })),
  };
};

const lineOf = (
  { likelihood, rows }: Case,
  place: number,
  reports: ReadonlyMap<string, ClaimingReport>,
  ticked: Ticked,
): ApartLine => {
  const value = caseValue(rows);
  return {
    id: `dong-${place}`,
    value,
    ticked: ticked === 'all' || ticked.includes(value),
    name: rows[0]?.name ?? '',
    likelihood: likelihoodBadge[likelihood],
    rows: rows.map(({ reportId, position, title, birthDate }) =>
      apartRow(reports.get(reportId)?.unitName ?? '', position, title, dayText(birthDate)),
    ),
  };
};
