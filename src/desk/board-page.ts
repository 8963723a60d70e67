import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { countText, hundredths, percentText } from '../kit/ratio.ts';
import { dateTimeText, deadlineText } from '../kit/time.ts';
import { officeBadges, remainingBadge } from '../reports/head.ts';
import { closingText } from '../strings/campaigns.ts';
import { boardColumns, figureLabels } from '../strings/desk.ts';
import { preparingText } from '../strings/welcome.ts';
import type { Preparations } from '../welcome/preparations-store.ts';
import { type BoardAddress, boardHref, stateFilters } from './board-query.ts';
import type { BoardPage, BoardRow, SortLink } from './pages.ts';
import { type Progress, progressByGroup, progressOf, unfinishedOf } from './progress.ts';
import type { BoardReport, Standing } from './store.ts';

export interface BoardContent {
  readonly campaign: Campaign;
  readonly others: readonly { readonly code: string; readonly title: string }[];
  readonly standings: readonly Standing[];
  readonly rows: readonly BoardReport[];
  readonly preparations: Preparations;
  readonly address: BoardAddress;
  readonly now: string;
}

export const boardPath = (campaignCode: string): string => `/tien-do/${campaignCode}`;

const all = { value: '', label: 'Tất cả' };

/** The board of a campaign, ready to be shown. */
export const boardOf = (content: BoardContent): Omit<BoardPage, 'chrome' | 'handled'> => {
  const { campaign, standings, address, now } = content;
  const path = boardPath(campaign.code);
  const progress = progressOf(standings);
  const groups = progressByGroup(standings);
  return {
    errors: [],
    campaign: campaign.title,
    deadline: deadlineText(campaign.deadlineAt),
    remaining: campaign.closedAt === null ? remainingBadge(campaign.deadlineAt, now) : null,
    figures: figuresOf(progress, path, address),
    groups: groups.map(({ name, sent, units }) => ({ name, sent, units })),
    ...filterOf(address, groups),
    columns: columnsOf(path, address),
    sort: { by: address.order, order: address.descending ? 'giam' : '' },
    rows: content.rows.map((row) => rowOf(row, path, content)),
    units: standings.reduce((sum, { reports }) => sum + reports, 0),
    path,
    otherCampaigns: content.others.map(({ code, title }) => ({ title, href: boardPath(code) })),
    preparing: preparingOf(content.preparations),
    closedAt: campaign.closedAt === null ? null : dateTimeText(campaign.closedAt),
    closing: closingOf(standings),
  };
};

const filterOf = (
  address: BoardAddress,
  groups: ReturnType<typeof progressByGroup>,
): Pick<BoardPage, 'filter' | 'groupOptions' | 'stateOptions'> => ({
  filter: { q: address.q, group: address.group, state: address.state },
  groupOptions: [all, ...groups.map(({ code, name }) => ({ value: code, label: name }))],
  stateOptions: [
    all,
    ...Object.entries(stateFilters).map(([value, { label }]) => ({ value, label })),
  ],
});

const preparingOf = ({ units, unitsWithAccount }: Preparations): string | null =>
  unitsWithAccount < units ? preparingText(units - unitsWithAccount, units) : null;

const closingOf = (all: readonly Standing[]): BoardPage['closing'] => {
  const unfinished = unfinishedOf(all);
  return { text: closingText(unfinished), drafts: unfinished.drafts };
};

const figuresOf = (
  progress: Progress,
  path: string,
  address: BoardAddress,
): BoardPage['figures'] => {
  const { units, sent, accepted, waiting, returned, notSent, drafts } = progress;
  const figure = (
    state: string,
    value: string,
    note: string,
    tone: 'blue' | 'green' | 'amber' | 'red',
  ) => ({
    value,
    note,
    tone,
    label: figureLabels[state] ?? '',
    href: boardHref(path, { ...address, q: '', group: '', state }),
  });
  return [
    figure('da-bao-cao', `${sent}/${units}`, percentText({ part: sent, whole: units }), 'blue'),
    figure('da-tiep-nhan', countText(accepted), `${waiting} báo cáo chờ xem`, 'green'),
    figure('tra-lai', countText(returned), 'đang tính theo bản gửi cuối', 'amber'),
    figure('chua-gui', countText(notSent), `${drafts} đơn vị đang nhập`, 'red'),
  ];
};

/** A second click on the sorted column turns the order round; figures begin with the largest. */
const columnsOf = (path: string, address: BoardAddress): SortLink[] =>
  boardColumns.map(({ order, label, numeric }) => {
    const current = order === address.order;
    const descending = current ? !address.descending : numeric;
    return {
      label,
      numeric,
      href: boardHref(path, { ...address, order, descending }),
      order: current ? (address.descending ? 'descending' : 'ascending') : null,
    };
  });

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
    sentAt: sentAt === null ? '—' : dateTimeText(sentAt),
  };
};
