import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { countText, hundredths, percentText } from '../kit/ratio.ts';
import { dateTimeText, deadlineText } from '../kit/time.ts';
import { officeBadges, remainingBadge } from '../reports/head.ts';
import { closingText } from '../strings/campaigns.ts';
import { boardColumns, boardCountText, boardWays } from '../strings/desk.ts';
import { unsignedBadge } from '../strings/signed.ts';
import { preparingText } from '../strings/welcome.ts';
import type { Preparations } from '../welcome/preparations-store.ts';
import { factsOf, figuresOf, groupFigures } from './board-figures.ts';
import { boardPager, pagesFor } from './board-pager.ts';
import type { BoardPage, BoardRow, SortLink } from './board-pages.ts';
import { type BoardAddress, boardHref, listAnchor, stateFilters } from './board-query.ts';
import type { BoardReport } from './board-store.ts';
import { progressByGroup, progressOf, unfinishedOf } from './progress.ts';
import { sentDaysOf } from './sent-days-page.ts';
import type { SentHour, Standing } from './store.ts';

export interface BoardContent {
  readonly campaign: Campaign;
  readonly others: readonly { readonly code: string; readonly title: string }[];
  readonly standings: readonly Standing[];
  readonly sendings: readonly SentHour[];
  /** Of the page that the address asks for. */
  readonly rows: readonly BoardReport[];
  /** How many units fit, on all pages. */
  readonly found: number;
  readonly preparations: Preparations;
  /** Its page is one that there is. */
  readonly address: BoardAddress;
  readonly now: string;
}

export const boardPath = (campaignCode: string): string => `/tien-do/${campaignCode}`;

const all = { value: '', label: 'Tất cả' };

type Shown = Omit<BoardPage, 'chrome' | 'handled'>;

/** The board of a campaign, ready to be shown. */
export const boardOf = (content: BoardContent): Shown => {
  const { campaign, standings, now } = content;
  return {
    errors: [],
    campaign: campaign.title,
    deadline: deadlineText(campaign.deadlineAt),
    remaining: campaign.closedAt === null ? remainingBadge(campaign.deadlineAt, now) : null,
    ...progressShown(content),
    ...listShown(content),
    path: boardPath(campaign.code),
    otherCampaigns: content.others.map(({ code, title }) => ({ title, href: boardPath(code) })),
    preparing: preparingOf(content.preparations),
    closedAt: campaign.closedAt === null ? null : dateTimeText(campaign.closedAt),
    closing: closingOf(standings),
  };
};

const progressShown = ({
  campaign,
  standings,
  sendings,
  address,
  now,
}: BoardContent): Pick<Shown, 'figures' | 'facts' | 'groups' | 'sentDays'> => {
  const place = { path: boardPath(campaign.code), address };
  const progress = progressOf(standings);
  return {
    figures: figuresOf(progress, place, now),
    facts: factsOf(progress, place),
    groups: groupFigures(progressByGroup(standings), place),
    sentDays: sentDaysOf(campaign, sendings, progress, now),
  };
};

type Listed =
  | 'ways'
  | 'filter'
  | 'groupOptions'
  | 'stateOptions'
  | 'columns'
  | 'sort'
  | 'needFirst'
  | 'rows'
  | 'count'
  | 'pager';

const listShown = (content: BoardContent): Pick<Shown, Listed> => {
  const { campaign, standings, address, found } = content;
  const path = boardPath(campaign.code);
  const units = standings.reduce((sum, { reports }) => sum + reports, 0);
  return {
    ways: waysOf(campaign),
    ...filterOf(address, standings),
    columns: columnsOf(path, address),
    sort: { by: address.order, order: address.descending ? 'giam' : '' },
    needFirst: needFirstOf(path, address),
    rows: content.rows.map((row) => rowOf(row, path, content)),
    count: boardCountText(found, units),
    pager: boardPager(path, address, pagesFor(found)),
  };
};

/** Pages below the board's address about many of its units; nobody is reminded once the campaign is closed. */
const waysOf = ({ code, closedAt }: Campaign): Shown['ways'] =>
  boardWays
    .filter(({ whileOpen }) => !whileOpen || closedAt === null)
    .map(({ word, label }) => ({ href: `${boardPath(code)}/${word}`, label }));

const filterOf = (
  address: BoardAddress,
  standings: readonly Standing[],
): Pick<Shown, 'filter' | 'groupOptions' | 'stateOptions'> => {
  const groups = new Map(standings.map(({ group, groupName }) => [group, groupName]));
  return {
    filter: { q: address.q, group: address.group, state: address.state },
    groupOptions: [all, ...[...groups].map(([value, label]) => ({ value, label }))],
    stateOptions: [
      all,
      ...Object.entries(stateFilters).map(([value, { label }]) => ({ value, label })),
    ],
  };
};

const preparingOf = ({ units, unitsWithAccount }: Preparations): string | null =>
  unitsWithAccount < units ? preparingText(units - unitsWithAccount, units) : null;

const closingOf = (all: readonly Standing[]): BoardPage['closing'] => {
  const unfinished = unfinishedOf(all);
  return { text: closingText(unfinished), drafts: unfinished.drafts };
};

/** A second click on the sorted column turns the order round; figures begin with the largest. */
const columnsOf = (path: string, address: BoardAddress): SortLink[] =>
  boardColumns.map(({ order, label, numeric }) => {
    const current = order === address.order;
    const descending = current ? !address.descending : numeric;
    return {
      label,
      numeric,
      href: boardHref(path, { ...address, order, descending, page: 1 }) + listAnchor,
      order: current ? (address.descending ? 'descending' : 'ascending') : null,
    };
  });

const needFirstOf = (path: string, address: BoardAddress): string | null =>
  address.order === 'can-lam'
    ? null
    : boardHref(path, { ...address, order: 'can-lam', descending: false, page: 1 }) + listAnchor;

const rowOf = (row: BoardReport, path: string, { campaign, now }: BoardContent): BoardRow => {
  const { headcount, participants, sentAt } = row;
  const sent = sentAt === null || row.dueAt === null ? undefined : { sentAt, dueAt: row.dueAt };
  const badges = officeBadges(row, dueAt(campaign, row.extendedUntil), sent, now);
  const ratio = { part: participants ?? 0, whole: headcount ?? 0 };
  const share = hundredths(ratio);
  return {
    unit: row.name,
    href: `${path}/${row.code}`,
    group: row.group,
    headcount: headcount === null ? '' : countText(headcount),
    participants: participants === null ? '' : countText(participants),
    percent: sent ? percentText(ratio) : '',
    bar: sent && share !== undefined ? share / 100 : null,
    ...badges,
    tags: row.unsigned === 1 ? [...badges.tags, unsignedBadge] : badges.tags,
    sentAt: sentAt === null ? '—' : dateTimeText(sentAt),
  };
};
