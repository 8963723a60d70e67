import type { ReportState } from '../reports/report.ts';
import { foldMarks, tidyLine } from '../vietnamese/text.ts';

export const boardOrders = [
  'don-vi',
  'nhom',
  'tong-so',
  'du-thi',
  'ty-le',
  'trang-thai',
  'gui-luc',
] as const;
export type BoardOrder = (typeof boardOrders)[number];

/** Which units the board shows, and in which order. */
export interface BoardQuery {
  /** Part of the name, without marks; '' for all. */
  readonly search: string;
  /** Code of a group; '' for all. */
  readonly group: string;
  /** `undefined` for all. */
  readonly states: readonly ReportState[] | undefined;
  /** Sent at least once, not yet, or either (`undefined`). */
  readonly sent: boolean | undefined;
  readonly order: BoardOrder;
  readonly descending: boolean;
}

/** The filter "trạng thái" of the board: words of the address → reports that fit. */
export const stateFilters: Readonly<
  Record<string, { label: string; states?: readonly ReportState[]; sent?: boolean }>
> = {
  'da-bao-cao': { label: 'Đã báo cáo (mọi bản gửi)', sent: true },
  'cho-xem': { label: 'Đã gửi, chờ xem', states: ['submitted'] },
  'da-tiep-nhan': { label: 'Đã tiếp nhận', states: ['accepted'] },
  'tra-lai': { label: 'Đã trả lại', states: ['returned'] },
  'chua-gui': {
    label: 'Chưa báo cáo (chưa gửi lần nào)',
    sent: false,
    states: ['not_started', 'draft', 'returned'],
  },
  'dang-nhap': { label: 'Đang nhập', states: ['draft'] },
  mien: { label: 'Không thuộc diện', states: ['exempt'] },
};

/** The board as its address asks for it. Unknown words are as if they were not there. */
export interface BoardAddress {
  readonly q: string;
  readonly group: string;
  readonly state: string;
  readonly order: BoardOrder;
  readonly descending: boolean;
}

export const boardAddress = (query: URLSearchParams): BoardAddress => {
  const state = query.get('trang-thai') ?? '';
  const order = boardOrders.find((one) => one === query.get('sap')) ?? 'don-vi';
  return {
    q: tidyLine(query.get('q') ?? '').slice(0, 100),
    group: tidyLine(query.get('nhom') ?? ''),
    state: Object.hasOwn(stateFilters, state) ? state : '',
    order,
    descending: query.get('chieu') === 'giam',
  };
};

export const asBoardQuery = (address: BoardAddress): BoardQuery => {
  const filter = stateFilters[address.state];
  return {
    search: foldMarks(address.q),
    group: address.group,
    states: filter?.states,
    sent: filter?.sent,
    order: address.order,
    descending: address.descending,
  };
};

/** The address of the board with some of its parts changed. Only what differs from the plain board is named. */
export const boardHref = (path: string, address: BoardAddress): string => {
  const query = new URLSearchParams();
  if (address.q !== '') query.set('q', address.q);
  if (address.group !== '') query.set('nhom', address.group);
  if (address.state !== '') query.set('trang-thai', address.state);
  if (address.order !== 'don-vi') query.set('sap', address.order);
  if (address.descending) query.set('chieu', 'giam');
  return query.size > 0 ? `${path}?${query}` : path;
};
