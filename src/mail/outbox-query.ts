import { tidyLine } from '../vietnamese/text.ts';
import { type MailKind, type MailState, mailKinds } from './mail.ts';

/** The filter "trạng thái" of the outbox: words of the address → states. */
export const stateWords = {
  'cho-gui': 'waiting',
  'da-gui': 'sent',
  'khong-gui-duoc': 'failed',
  'da-bo': 'dropped',
} as const satisfies Record<string, MailState>;
export type StateWord = keyof typeof stateWords;

/** The outbox as its address asks for it. Unknown words are as if they were not there. */
export interface OutboxAddress {
  readonly q: string;
  readonly state: StateWord | '';
  readonly kind: MailKind | '';
  /** Code of a campaign; '' for all mails. */
  readonly campaign: string;
  /** From 1. */
  readonly page: number;
}

const longestSearch = 100;

/** Mails on one page of the list. */
export const mailsOnPage = 50;

export const outboxAddress = (query: URLSearchParams): OutboxAddress => {
  const state = query.get('trang-thai') ?? '';
  const page = query.get('trang') ?? '';
  return {
    q: tidyLine(query.get('q') ?? '').slice(0, longestSearch),
    state: isStateWord(state) ? state : '',
    kind: mailKinds.find((kind) => kind === query.get('loai')) ?? '',
    campaign: tidyLine(query.get('dot') ?? ''),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
};

const isStateWord = (text: string): text is StateWord => Object.hasOwn(stateWords, text);

export const outboxPath = '/thu';

/** The fields of the address; only what differs from the plain outbox is named. */
export const outboxFields = (address: OutboxAddress): [name: string, value: string][] => {
  const { q, state, kind, campaign, page } = address;
  const fields: [string, string][] = [
    ['q', q],
    ['trang-thai', state],
    ['loai', kind],
    ['dot', campaign],
    ['trang', page > 1 ? String(page) : ''],
  ];
  return fields.filter(([, value]) => value !== '');
};

/** The address of the outbox with its filter, and with what was done there. */
export const outboxHref = (address: OutboxAddress, done: Record<string, string> = {}): string => {
  const query = new URLSearchParams([...outboxFields(address), ...Object.entries(done)]);
  return query.size > 0 ? `${outboxPath}?${query}` : outboxPath;
};

/** Where the list begins on the page. */
export const listAnchor = '#hop-thu-di';
