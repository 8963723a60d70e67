import { foldMarks, tidyLine } from '../vietnamese/text.ts';

/** `can-lam`: what needs the office first. It has one direction; every other is a column of the table. */
export const boardOrders = [
  'can-lam',
  'don-vi',
  'nhom',
  'tong-so',
  'du-thi',
  'ty-le',
  'trang-thai',
  'gui-luc',
] as const;
export type BoardOrder = (typeof boardOrders)[number];

const plainOrder = 'can-lam';

/** What a report must be to stand in a filtered board. Late and on time are said of the last version. */
export type BoardFit =
  | 'expected'
  | 'exempt'
  | 'sent'
  | 'on time'
  | 'late'
  | 'unsigned'
  | 'waiting'
  | 'accepted'
  | 'returned'
  | 'not sent'
  | 'overdue'
  | 'due soon'
  | 'being entered';

/** The filter "trạng thái" of the board: words of the address → reports that fit. */
export const stateFilters: Readonly<Record<string, { label: string; fit: BoardFit }>> = {
  'cho-xem': { label: 'Đã gửi, chờ xem', fit: 'waiting' },
  'chua-gui': { label: 'Chưa báo cáo (chưa gửi lần nào)', fit: 'not sent' },
  'qua-han': { label: 'Chưa báo cáo, đã quá hạn', fit: 'overdue' },
  'sap-han': { label: 'Chưa báo cáo, còn dưới 24 giờ', fit: 'due soon' },
  'dang-nhap': { label: 'Đang nhập', fit: 'being entered' },
  'tra-lai': { label: 'Đã trả lại', fit: 'returned' },
  'da-tiep-nhan': { label: 'Đã tiếp nhận', fit: 'accepted' },
  'da-bao-cao': { label: 'Đã báo cáo (mọi bản gửi)', fit: 'sent' },
  'dung-han': { label: 'Gửi đúng hạn', fit: 'on time' },
  'gui-muon': { label: 'Gửi muộn', fit: 'late' },
  'chua-co-ban-ky': { label: 'Đã gửi, chưa có bản ký', fit: 'unsigned' },
  'phai-bao-cao': { label: 'Phải báo cáo', fit: 'expected' },
  mien: { label: 'Không thuộc diện', fit: 'exempt' },
};

/** A report not sent is due soon in the last 24 hours before its own deadline. */
export const soonSeconds = 24 * 60 * 60;

/** Units on one page of the board. */
export const unitsOnPage = 100;

/** Which units the board shows, and in which order. */
export interface BoardQuery {
  /** Part of the name, without marks; '' for all. */
  readonly search: string;
  /** Code of a group; '' for all. */
  readonly group: string;
  /** `undefined` for all. */
  readonly fit: BoardFit | undefined;
  readonly order: BoardOrder;
  readonly descending: boolean;
}

/** The board as its address asks for it. Unknown words are as if they were not there. */
export interface BoardAddress {
  readonly q: string;
  readonly group: string;
  readonly state: string;
  readonly order: BoardOrder;
  readonly descending: boolean;
  /** From 1; there may be fewer. */
  readonly page: number;
}

export const boardAddress = (query: URLSearchParams): BoardAddress => {
  const state = query.get('trang-thai') ?? '';
  const order = boardOrders.find((one) => one === query.get('sap')) ?? plainOrder;
  const page = query.get('trang') ?? '';
  return {
    q: tidyLine(query.get('q') ?? '').slice(0, 100),
    group: tidyLine(query.get('nhom') ?? ''),
    state: Object.hasOwn(stateFilters, state) ? state : '',
    order,
    descending: order !== plainOrder && query.get('chieu') === 'giam',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
};

export const asBoardQuery = (address: BoardAddress): BoardQuery => ({
  search: foldMarks(address.q),
  group: address.group,
  fit: stateFilters[address.state]?.fit,
  order: address.order,
  descending: address.descending,
});

/** Every unit of the campaign fits: the figures have counted them already. */
export const isUnfiltered = ({ search, group, fit }: BoardQuery): boolean =>
  search === '' && group === '' && fit === undefined;

/** The address of the board with some of its parts changed. Only what differs from the plain board is named. */
export const boardHref = (path: string, address: BoardAddress): string => {
  const query = new URLSearchParams();
  if (address.q !== '') query.set('q', address.q);
  if (address.group !== '') query.set('nhom', address.group);
  if (address.state !== '') query.set('trang-thai', address.state);
  if (address.order !== plainOrder) query.set('sap', address.order);
  if (address.descending) query.set('chieu', 'giam');
  if (address.page > 1) query.set('trang', String(address.page));
  return query.size > 0 ? `${path}?${query}` : path;
};

/** Where the list begins on the page: what filters, sorts and turns pages leads there. */
export const listAnchor = '#danh-sach';
